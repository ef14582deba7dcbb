"""The icon in the notification area: the last results and the way back to the window.

Its menu and tool tip hold no name of a person and no passcode; where a desktop has no notification
area, everything here is in the window as well.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from companyportal.models.account import AccountModel, AccountState
from companyportal.models.notifications import Notifications
from companyportal.views import icon
from companyportal.views.notification_words import bubble_words
from companyportal.views.theme import current

LAST_RESULTS = 3


class Tray(QObject):
    """One icon with a menu.

    Signals:
        open_asked(), devices_asked(), quit_asked().
        result_asked(notification_id: str): one of the last results was chosen.
        message_clicked(): the icon's own bubble was clicked (Windows, macOS).
    """

    open_asked = Signal()
    devices_asked = Signal()
    result_asked = Signal(str)
    quit_asked = Signal()
    message_clicked = Signal()

    def __init__(
        self,
        *,
        account: AccountModel,
        notifications: Notifications,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._notifications = notifications
        self._menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_icon_activated)
        self._icon.messageClicked.connect(self.message_clicked)
        account.changed.connect(self._render)
        notifications.changed.connect(self._render)
        current().changed.connect(self._render)
        self._render()

    @property
    def is_available(self) -> bool:
        """Whether this desktop shows the icon at all; it may come and go."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """The icon's menu."""
        return self._menu

    def show(self) -> None:
        """Put the icon there; harmless where there is no place for it."""
        self._icon.show()

    def hide(self) -> None:
        """Take it away before the program ends."""
        self._icon.hide()

    def show_message(self, title: str, body: str) -> None:
        """The bubble of the icon itself, where the system has no better way."""
        self._icon.showMessage(title, body)

    def retranslate(self) -> None:
        """The language has changed."""
        self._render()

    def _render(self) -> None:
        unread = self._notifications.unread
        dark_panel = QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        name = "tray-unread" if unread else "tray"
        picture = QIcon(icon.pixmap(name, "#FFFFFF" if dark_panel else "#000000", 22))
        picture.setIsMask(True)
        self._icon.setIcon(picture)
        product = self.tr("Company Portal")
        self._icon.setToolTip(
            self.tr("Company Portal, %n unread", "", unread) if unread else product
        )
        self._fill_menu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        signed_in = self._account.state is AccountState.SIGNED_IN
        self._entry(self.tr("Open Company Portal"), self.open_asked.emit)
        self._entry(self.tr("My devices"), self.devices_asked.emit).setEnabled(signed_in)
        entries = self._notifications.entries[:LAST_RESULTS]
        if entries:
            self._menu.addSeparator()
        for entry in entries:
            action = self._entry(bubble_words(entry.news).title, self._on_result_triggered)
            action.setData(entry.notification_id)
        self._menu.addSeparator()
        self._entry(self.tr("Sign out"), self._account.sign_out).setEnabled(signed_in)
        self._entry(self.tr("Quit"), self.quit_asked.emit)

    def _entry(self, text: str, slot: object) -> QAction:
        action = QAction(text, self._menu)
        action.triggered.connect(slot)
        self._menu.addAction(action)
        return action

    def _on_result_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.result_asked.emit(str(action.data()))

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_asked.emit()
