"""The window: demo strip, header, navigation, and one page on the content sheet.

It lays out and forwards; which page is open is the router's to say, and what a page shows is its
model's.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMetaObject, QSettings, QSize, QSysInfo, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from companyportal.clock import Clock
from companyportal.desktop.browser import open_link
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.models.models import Models
from companyportal.views.account_menu import AccountMenu
from companyportal.views.announce import announce
from companyportal.views.device_page import DevicePage
from companyportal.views.devices_page import DevicesPage
from companyportal.views.focus_ring import FocusRing
from companyportal.views.frame import Frame
from companyportal.views.header import Header
from companyportal.views.language import Language
from companyportal.views.message_place import MessagePlace
from companyportal.views.navigation import Navigation
from companyportal.views.notification_panel import NotificationPanel
from companyportal.views.popover import Popover
from companyportal.views.reset_page import ResetPage
from companyportal.views.router import Place, Router
from companyportal.views.settings_page import SettingsPage
from companyportal.views.sign_in_page import SignInPage
from companyportal.views.spacing import column
from companyportal.views.strip import Strip
from companyportal.views.support_page import SupportPage
from companyportal.views.theme import current

Page = DevicesPage | DevicePage | ResetPage | SupportPage | SettingsPage


class MainWindow(QWidget):
    """Everything a person sees of the program.

    Signals:
        first_painted(): the window has been on the screen for the first time.
        closed(): the person closed it; whether the program ends is not decided here.
        quit_asked().
    """

    first_painted = Signal()
    closed = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        models: Models,
        *,
        clipboard: SecretClipboard,
        clock: Clock,
        language: Language,
        geometry: QSettings,
        is_demo: bool,
    ) -> None:
        super().__init__()
        self._models = models
        self._geometry = geometry
        self._has_painted = False
        self.router = Router(
            account=models.account,
            devices=models.devices,
            details=models.details,
            reset=models.reset,
        )
        self.demo_strip = Strip("unknown") if is_demo else None
        self._make_frame(language)
        self._make_pages(clipboard, clock, language)
        self._lay_out()
        self.panel = NotificationPanel(models.notifications, clock)
        self._popover = Popover(self, self.panel, width=400, height=520)
        self._ring = FocusRing(self)
        self._connect()
        self._restore_geometry()
        self._retranslate()
        self._show_place()

    def _make_frame(self, language: Language) -> None:
        m = self._models
        self.header = Header(
            account=m.account,
            devices=m.devices,
            notifications=m.notifications,
            organisation=m.organisation,
        )
        self.navigation = Navigation()
        self.message_place = MessagePlace(m.messages)
        self.account_menu = AccountMenu(
            account=m.account, preferences=m.preferences, language=language
        )

    def _make_pages(self, clipboard: SecretClipboard, clock: Clock, language: Language) -> None:
        m = self._models
        self.welcome = SignInPage(
            account=m.account,
            organisation=m.organisation,
            language=language,
            message_place=MessagePlace(m.messages, offers_sign_in=False),
        )
        self.devices_page = DevicesPage(m.devices, clock)
        self.device_page = DevicePage(m.details, m.follow_up, clock)
        self.reset_page = ResetPage(
            m.reset, m.follow_up, m.account, m.organisation, clipboard, clock
        )
        self.support_page = SupportPage(m.organisation, self._facts)
        self.settings_page = SettingsPage(m.preferences)

    # what others ask of the window

    def come_to_front(self) -> None:
        """Show it, above the others as far as the desktop allows."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keep_geometry(self) -> None:
        """Remember where it stands, for the next start."""
        self._geometry.setValue("geometry", self.saveGeometry())
        self._geometry.sync()

    def show_devices(self) -> None:
        """The list, in front."""
        self.router.go(Place.DEVICES)
        self.come_to_front()

    def open_notification(self, notification_id: str) -> None:
        """The device of a notification, at its result where there is one."""
        self.come_to_front()
        self._popover.close_now()
        entry = self._models.notifications.find(notification_id)
        if entry is None:
            return
        self._models.notifications.mark_read(notification_id)
        followed = self._models.follow_up.find(entry.device_id)
        device = self._models.devices.find(entry.device_id)
        if followed is not None:
            self.router.open_result(followed.device)
        elif device is not None:
            self.router.open_device(device)

    # layout

    def _lay_out(self) -> None:
        self._places: dict[Place, Page] = {
            Place.DEVICES: self.devices_page,
            Place.DEVICE: self.device_page,
            Place.RESET: self.reset_page,
            Place.SUPPORT: self.support_page,
            Place.SETTINGS: self.settings_page,
        }
        self.frame = Frame(self.header, self.navigation, self.message_place)
        for page in self._places.values():
            self.frame.pages.addWidget(page)
        self._screens = QStackedWidget()
        self._screens.addWidget(self.frame)
        self._screens.addWidget(self.welcome)
        whole = column(self, 0)
        if self.demo_strip is not None:
            whole.addWidget(self.demo_strip)
        whole.addWidget(self._screens, 1)

    def _connect(self) -> None:
        go = self.router.go
        self.router.changed.connect(self._show_place)
        self.navigation.chosen.connect(go)
        self.header.searched.connect(self._on_searched)
        self.header.bell_clicked.connect(lambda: self._popover.open_under(self.header.bell))
        self.header.person_clicked.connect(lambda: self.account_menu.open_under(self.header.person))
        self.account_menu.settings_asked.connect(lambda: go(Place.SETTINGS))
        self.account_menu.quit_asked.connect(self.quit_asked)
        self.panel.chosen.connect(self.open_notification)
        self.panel.settings_asked.connect(self._on_panel_settings_asked)
        self.welcome.language_asked.connect(self.account_menu.open_languages_under)
        for page in (self.welcome, self.devices_page, self.device_page, self.reset_page):
            page.support_asked.connect(lambda: go(Place.SUPPORT))
        self.devices_page.device_chosen.connect(self.router.open_device)
        self.device_page.back.connect(self.router.back)
        self.device_page.reset_asked.connect(self.router.open_reset)
        self.device_page.result_asked.connect(self.router.open_result)
        self.reset_page.back.connect(self.router.back)
        self.reset_page.devices_asked.connect(lambda: go(Place.DEVICES))
        self.support_page.link_asked.connect(open_link)
        for place in (self.message_place, self.welcome.message_place):
            place.support_asked.connect(lambda: go(Place.SUPPORT))
            place.sign_in_asked.connect(self._models.account.sign_in)
        self.message_place.retry_asked.connect(self._on_retry_asked)
        self.welcome.message_place.retry_asked.connect(self._models.account.sign_in)
        self._models.organisation.changed.connect(self._on_organisation_changed)
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.header.focus_search),
            (QKeySequence.StandardKey.Refresh, self._on_retry_asked),
            (QKeySequence.StandardKey.Back, self.router.back),
            (QKeySequence.StandardKey.Quit, self.quit_asked.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # slots

    def _show_place(self) -> None:
        place = self.router.place
        self._screens.setCurrentIndex(1 if place is Place.WELCOME else 0)
        self.navigation.set_place(place)
        self._popover.close_now()
        page = self._places.get(place)
        if page is not None:
            self.frame.pages.setCurrentWidget(page)
        if not self.header.search.hasFocus():
            (page or self.welcome).focus_first()
        announce(self, (page or self.welcome).title)

    def _on_searched(self, needle: str) -> None:
        self._models.devices.search(needle)
        if needle:
            self.router.go(Place.DEVICES)

    def _on_retry_asked(self) -> None:
        if self.router.place is Place.DEVICE:
            self._models.details.refresh()
        self._models.devices.refresh()

    def _on_panel_settings_asked(self) -> None:
        self._popover.close_now()
        self.router.go(Place.SETTINGS)

    def _on_organisation_changed(self) -> None:
        organisation = self._models.organisation.organisation
        current().set_brand(organisation.accent)
        self.navigation.set_organisation(organisation)

    def _facts(self) -> str:
        """For the service desk: no names, no secrets."""
        return self.tr("Company Portal {version} · {system}").format(
            version=QApplication.applicationVersion(), system=QSysInfo.prettyProductName()
        )

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome; the first time it is told."""
        QPainter(self).fillRect(self.rect(), current().color("chrome"))
        if not self._has_painted:
            self._has_painted = True
            # After this event, so that the first picture is on the screen before work begins.
            QMetaObject.invokeMethod(self, "first_painted", Qt.ConnectionType.QueuedConnection)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it stood; whether the program ends is decided elsewhere."""
        self.keep_geometry()
        super().closeEvent(event)
        self.closed.emit()

    def _restore_geometry(self) -> None:
        """Qt moves what was kept onto the screen, or refuses it where the screen is another one."""
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(QSize(480, 600).boundedTo(room))
        kept = self._geometry.value("geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(QSize(1100, 720).boundedTo(room))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Company Portal"))
        self._screens.setAccessibleName(self.tr("Content"))
        if self.demo_strip is not None:
            self.demo_strip.set_words(
                self.tr("Demo"),
                self.tr(
                    "A pretend organisation on this computer. Nothing here reaches a real device."
                ),
            )
