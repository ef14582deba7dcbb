"""The window: demo strip, header, navigation, and one page on the content sheet.

It lays out and forwards; which page is open is the router's to say, and what a page shows is its
model's. What the first picture does not need is made later: see ``_make_rest``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from companyportal.clock import Clock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Action
from companyportal.models.account import AccountState
from companyportal.models.models import Models
from companyportal.models.this_program import ThisProgram
from companyportal.views.announce import announce
from companyportal.views.demo_strip import DemoStrip
from companyportal.views.desk_pages import DeskPages
from companyportal.views.devices_page import DevicesPage
from companyportal.views.focus_ring import FocusRing
from companyportal.views.frame import Frame
from companyportal.views.header import Header
from companyportal.views.language import Language
from companyportal.views.message_place import MessagePlace
from companyportal.views.navigation import Navigation
from companyportal.views.request_words import has_page
from companyportal.views.router import Place, Router
from companyportal.views.sheets import Sheets
from companyportal.views.shortcuts import Shortcuts
from companyportal.views.spacing import column
from companyportal.views.spare import Spare
from companyportal.views.theme import current
from companyportal.views.window_commands import join_commands
from companyportal.views.window_place import WindowPlace

if TYPE_CHECKING:
    from companyportal.views.protected_page import ProtectedPage
    from companyportal.views.sign_in_page import SignInPage
    from companyportal.views.support_page import SupportPage


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
        program: ThisProgram,
        *,
        clipboard: SecretClipboard,
        clock: Clock,
        language: Language,
        geometry: QSettings,
        is_demo: bool,
    ) -> None:
        super().__init__()
        self._models = models
        self._language = language
        self._window_place = WindowPlace(self, geometry)
        self._has_painted = False
        self.router = Router(
            account=models.account,
            devices=models.devices,
            details=models.details,
            protected=models.protected,
        )
        self.demo_strip = DemoStrip() if is_demo else None
        self._make_frame()
        self.pages = DeskPages(models, program, self.router, clipboard=clipboard, clock=clock)
        self.sheets = Sheets(self, models, program, clock=clock, language=language)
        self.shortcuts = Shortcuts(
            self, place=lambda: self.router.place, has_question=lambda: self.sheets.has_question
        )
        self._lay_out()
        self._ring = FocusRing(self)
        self._spare = Spare(self._make_rest(), self)
        self._connect()
        self._window_place.restore()
        self._retranslate()
        self._show_place()

    def _make_frame(self) -> None:
        m = self._models
        self.header = Header(
            account=m.account,
            devices=m.devices,
            notifications=m.notifications,
            organisation=m.organisation,
            person=m.person,
        )
        self.navigation = Navigation()
        self.message_place = MessagePlace(m.messages)

    # what is made when it is first needed, or when there is time

    def _make_rest(self) -> Iterator[object]:
        """A part of what is missing at each step, so that no click waits for it."""
        yield self.sheets.account_menu
        yield from self.pages.make_all()
        yield self.sheets.popover
        yield self.welcome

    @property
    def has_painted(self) -> bool:
        """True once the window has been on the screen."""
        return self._has_painted

    @property
    def devices_page(self) -> DevicesPage:
        """See Pages."""
        return self.pages.devices_page

    @property
    def protected_page(self) -> ProtectedPage:
        """See Pages."""
        return self.pages.protected_page

    @property
    def support_page(self) -> SupportPage:
        """See Pages."""
        return self.pages.support_page

    @cached_property
    def welcome(self) -> SignInPage:
        """In place of everything else while nobody is signed in."""
        from companyportal.views.sign_in_page import SignInPage

        m = self._models
        page = SignInPage(
            account=m.account,
            organisation=m.organisation,
            language=self._language,
            message_place=MessagePlace(m.messages, offers_sign_in=False),
        )
        page.language_asked.connect(self.sheets.open_languages_under)
        page.support_asked.connect(self._on_support_asked)
        page.message_place.support_asked.connect(self._on_support_asked)
        page.message_place.details_asked.connect(self.sheets.show_details)
        for signal in (page.message_place.sign_in_asked, page.message_place.retry_asked):
            signal.connect(m.account.sign_in)
        self._screens.addWidget(page)
        return page

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
        self._window_place.keep()

    def show_devices(self) -> None:
        """The list, in front."""
        self.router.go(Place.DEVICES)
        self.come_to_front()

    def open_notification(self, notification_id: str) -> None:
        """The device of a notification, at its result where there is one."""
        self.come_to_front()
        self.sheets.close_panel()
        entry = self._models.notifications.find(notification_id)
        if entry is None:
            return
        self._models.notifications.mark_read(notification_id)
        action = entry.news.action
        followed = self._models.follow_up.find(entry.device_id, action)
        device = self._models.devices.find(entry.device_id)
        if followed is not None and has_page(followed):
            self.router.open_result(action, followed.device)
        elif device is not None:
            self.router.open_device(device)

    # layout

    def _lay_out(self) -> None:
        self.frame = Frame(self.header, self.navigation, self.message_place, self.pages)
        self._screens = QStackedWidget()
        self._screens.addWidget(self.frame)
        whole = column(self, 0)
        if self.demo_strip is not None:
            whole.addWidget(self.demo_strip)
        whole.addWidget(self._screens, 1)

    def _connect(self) -> None:
        go = self.router.go
        self.router.changed.connect(self._show_place)
        self.navigation.chosen.connect(go)
        self.header.searched.connect(self._on_searched)
        self.header.search_ended.connect(lambda: self.pages.devices_page.focus_first())
        self.header.bell_clicked.connect(lambda: self.sheets.open_panel_under(self.header.bell))
        self.header.person_clicked.connect(lambda: self.sheets.open_menu_under(self.header.person))
        self.sheets.chosen.connect(self.open_notification)
        self.sheets.settings_asked.connect(self._on_settings_asked)
        self.sheets.quit_asked.connect(self.quit_asked)
        self.pages.support_asked.connect(self._on_support_asked)
        self.pages.erase_asked.connect(self.sheets.ask_before_erasing)
        self.message_place.support_asked.connect(self._on_support_asked)
        self.message_place.details_asked.connect(self.sheets.show_details)
        self.message_place.sign_in_asked.connect(self._models.account.sign_in)
        self.message_place.retry_asked.connect(self.refresh)
        self._models.organisation.changed.connect(self._on_organisation_changed)
        self._models.account.changed.connect(self._on_account_changed)
        join_commands(self)
        self.shortcuts.rename_asked.connect(lambda: self._choose(Action.RENAME))
        self.shortcuts.status_asked.connect(lambda: self._choose(Action.SYNC))
        self.shortcuts.remove_asked.connect(lambda: self._choose(Action.RETIRE))

    # slots

    def _choose(self, action: Action) -> None:
        """A key for the device that is open."""
        self.pages.device_page.action_row.choose(action)

    def _show_place(self) -> None:
        place = self.router.place
        self.navigation.set_place(place)
        self.sheets.close_panel()
        page = self.welcome if place is Place.WELCOME else self.pages.open_page(place)
        self._screens.setCurrentWidget(self.welcome if place is Place.WELCOME else self.frame)
        if not self.header.search.hasFocus():
            page.focus_first()
        announce(self, page.title)

    def _on_searched(self, needle: str) -> None:
        self._models.devices.search(needle)
        if needle:
            self.router.go(Place.DEVICES)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self.router.place is Place.DEVICE:
            self._models.details.refresh()
        self._models.devices.refresh()

    def _on_settings_asked(self) -> None:
        self.sheets.close_panel()
        self.router.go(Place.SETTINGS)

    def _on_organisation_changed(self) -> None:
        organisation = self._models.organisation.organisation
        current().set_brand(organisation.accent)
        self.navigation.set_organisation(organisation)

    def _on_support_asked(self) -> None:
        self.router.go(Place.SUPPORT)

    def _on_account_changed(self) -> None:
        # Before that is known, libraries are being imported, and the person waits for the list.
        if self._has_painted and self._models.account.state is not AccountState.STARTING:
            self._spare.start()

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
        # After this event, which hides the window: whoever hears of it may bring it back.
        QMetaObject.invokeMethod(self, "closed", Qt.ConnectionType.QueuedConnection)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Company Portal"))
        self._screens.setAccessibleName(self.tr("Content"))
