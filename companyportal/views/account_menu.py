"""What the person's button opens: who is signed in and where, language, settings, the way out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from companyportal.models.account import AccountModel, AccountState
from companyportal.models.organisation import OrganisationModel
from companyportal.models.person import PersonModel
from companyportal.models.preferences import Preferences
from companyportal.views import icon, style
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.portrait import round_pixmap
from companyportal.views.text import display
from companyportal.views.theme import current


class AccountMenu(QObject):
    """Two stock menus, made anew each time they open.

    Signals:
        link_asked(url: str): the privacy statement, to be opened outside.
        settings_asked(), quit_asked().
    """

    link_asked = Signal(str)
    settings_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        *,
        account: AccountModel,
        person: PersonModel,
        organisation: OrganisationModel,
        preferences: Preferences,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._person = person
        self._organisation = organisation
        self._preferences = preferences
        self._language = language

    def open_under(self, anchor: QWidget) -> QMenu:
        """The whole menu."""
        menu = self._new_menu(anchor)
        self._fill_who(menu)
        self._fill_languages(menu.addMenu(icon.icon("globe"), self.tr("Language")))
        self._entry(menu, "settings", self.tr("Settings"), self.settings_asked.emit)
        self._fill_privacy(menu)
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

    def _fill_who(self, menu: QMenu) -> None:
        """The person with their photo, and the organisation; none of it can be pressed."""
        account, organisation = self._account.account, self._organisation.organisation
        if account is None:
            return
        name = self._person.profile.display_name or account.display_name
        lines = (("user", name), ("", account.username), ("building", organisation.name))
        entries = [self._entry(menu, p, display(words), None) for p, words in lines if words]
        for entry in entries:
            entry.setEnabled(False)
        if not self._person.portrait.isNull():
            entries[0].setIcon(_undimmed(round_pixmap(self._person.portrait, current().px(20))))
        menu.addSeparator()

    def _fill_privacy(self, menu: QMenu) -> None:
        """Where the link leads is seen before it is followed."""
        address = self._organisation.organisation.privacy_url
        if host := QUrl(address).host():
            words = self.tr("Privacy: {host}").format(host=display(host))
            self._entry(menu, "external-link", words, lambda: self.link_asked.emit(address))

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


def _undimmed(pixmap: QPixmap) -> QIcon:
    """A picture that looks the same in a line that cannot be pressed."""
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon
