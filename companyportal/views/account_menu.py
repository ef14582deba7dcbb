"""What the person's button opens: who is signed in, language, settings, the way out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from companyportal.models.account import AccountModel, AccountState
from companyportal.models.preferences import Preferences
from companyportal.views import icon, style
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.text import display


class AccountMenu(QObject):
    """Two stock menus, made anew each time they open.

    Signals:
        settings_asked(), quit_asked().
    """

    settings_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        *,
        account: AccountModel,
        preferences: Preferences,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._preferences = preferences
        self._language = language

    def open_under(self, anchor: QWidget) -> QMenu:
        """The whole menu."""
        menu = self._new_menu(anchor)
        if (account := self._account.account) is not None:
            for words in (account.display_name, account.username):
                plain = display(words).replace("&", "&&")  # one alone is a key's mark in a menu
                self._entry(menu, "", plain, None).setEnabled(False)
            menu.addSeparator()
        self._fill_languages(menu.addMenu(icon.icon("globe"), self.tr("Language")))
        self._entry(menu, "settings", self.tr("Settings"), self.settings_asked.emit)
        menu.addSeparator()
        if self._account.state is AccountState.SIGNED_IN:
            self._entry(menu, "sign-out", self.tr("Sign out"), self._account.sign_out)
        elif self._account.can_sign_in:
            self._entry(menu, "sign-in", self.tr("Sign in"), self._account.sign_in)
        self._entry(menu, "close", self.tr("Quit"), self.quit_asked.emit)
        return self._pop_up(menu, anchor)

    def open_languages_under(self, anchor: QWidget) -> QMenu:
        """Only the languages."""
        menu = self._new_menu(anchor)
        self._fill_languages(menu)
        return self._pop_up(menu, anchor)

    def _new_menu(self, anchor: QWidget) -> QMenu:
        menu = QMenu(anchor)
        menu.aboutToHide.connect(menu.deleteLater)
        style.dress(menu)
        return menu

    def _fill_languages(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        chosen = self._preferences.settings.language
        for code, name in (("system", self.tr("System")), *LANGUAGES.items()):
            action = self._entry(menu, "", name, None)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.setEnabled(not self._preferences.is_locked("language"))
            action.triggered.connect(lambda _=False, c=code: self._preferences.set("language", c))
            group.addAction(action)

    def _entry(self, menu: QMenu, picture: str, words: str, slot: object) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        if picture:
            action.setIcon(icon.icon(picture))
        if slot is not None:
            action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _pop_up(self, menu: QMenu, anchor: QWidget) -> QMenu:
        right_to_left = anchor.isRightToLeft()
        x = 0 if right_to_left else anchor.width() - menu.sizeHint().width()
        menu.popup(anchor.mapToGlobal(QPoint(x, anchor.height() + 4)))
        return menu
