"""Everything personal of a visit's window: head, message, one page, foot.

It goes as a whole when the visit ends.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from companyportal.clock import Clock
from companyportal.models.models import Models
from companyportal.models.visit import Visit, VisitState
from companyportal.views.announce import announce
from companyportal.views.direct_question import DirectQuestion
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.message_bar import MessageBar
from companyportal.views.message_place import MessagePlace
from companyportal.views.qr_sheet import QrSheet
from companyportal.views.router import Place, Router
from companyportal.views.scroll import scroll_to_top
from companyportal.views.spacing import column
from companyportal.views.stage import Stage
from companyportal.views.theme import current
from companyportal.views.visit_header import VisitHeader
from companyportal.views.visit_pages import VisitPages
from companyportal.views.visit_sign_in import VisitSignIn

_LOW = 540
"""Pixels at 100 % text."""


class VisitFrame(QWidget):
    """Head and foot stay in reach while a question lies over what is between them."""

    def __init__(self, models: Models, visit: Visit, *, clock: Clock) -> None:
        super().__init__()
        self._models = models
        self._visit = visit
        self._is_warned = False
        self._has_devices = False
        m = models
        self.router = Router(
            account=m.account, devices=m.devices, details=m.details, protected=m.protected
        )
        self.header = VisitHeader(
            account=m.account, organisation=m.organisation, person=m.person, visit=visit
        )
        self.message_place = MessagePlace(m.messages)
        self.limit = MessageBar("warning", "clock")
        self.welcome = VisitSignIn(m.account, m.organisation)
        self.pages = VisitPages(m, self.router, clipboard=None, clock=clock)
        self.foot = KioskFoot(m.organisation.organisation)
        self.stage = Stage()
        self._screens = QStackedWidget()
        self._lay_out()
        self.question = DirectQuestion(self, m.direct, m.devices)
        self._connect()
        self._render_limit()

    @cached_property
    def qr_sheet(self) -> QrSheet:
        """Where a desk would open a page; few visitors ever want one."""
        return QrSheet(self)

    def show_place(self) -> None:
        """Where the visitor is now."""
        place = self.router.place
        is_out = place is Place.WELCOME
        page = self.welcome if is_out else self.pages.open_page(place)
        self._screens.setCurrentWidget(self.welcome if is_out else self.pages)
        page.focus_first()
        scroll_to_top(self._screens)
        announce(self, page.title)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self.router.place is Place.DEVICE:
            self._models.details.refresh()
        self._models.devices.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Head and foot give way where the page would have no room."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render_limit()

    def _measure(self) -> None:
        is_low = current().em(self.height()) < _LOW
        self.header.set_low(is_low)
        self.foot.set_low(is_low)

    def _lay_out(self) -> None:
        self._screens.addWidget(self.welcome)
        self._screens.addWidget(self.pages)
        around = QWidget()
        column(around, 0, (32, 16, 32, 0)).addWidget(self.limit)
        self._limit_place = around
        for part in (around, self.message_place):
            self.stage.body.addWidget(part)
        self.stage.body.addWidget(self._screens, 1)
        box = column(self, 0)
        box.addWidget(self.header)
        box.addWidget(self.stage, 1)
        box.addWidget(self.foot)

    def _connect(self) -> None:
        m = self._models
        self.router.changed.connect(self.show_place)
        for source in (self.pages, self.message_place):
            source.support_asked.connect(self._on_support_asked)
        self.pages.link_asked.connect(self._on_link_asked)
        self.message_place.sign_in_asked.connect(m.account.sign_in)
        self.message_place.retry_asked.connect(self.refresh)
        m.organisation.changed.connect(self._on_organisation_changed)
        # When the page has shown them.
        queued = Qt.ConnectionType.QueuedConnection
        m.devices.modelReset.connect(self._on_devices_reset, queued)
        self._visit.changed.connect(self._render_limit)
        current().changed.connect(self._measure)

    def _on_support_asked(self) -> None:
        self.router.go(Place.SUPPORT)

    def _on_organisation_changed(self) -> None:
        self.foot.set_organisation(self._models.organisation.organisation)

    def _on_devices_reset(self) -> None:
        """They have just come: the keyboard goes to the first of them."""
        had_devices, self._has_devices = self._has_devices, bool(self._models.devices.total)
        if self._has_devices and not had_devices and self.router.place is Place.DEVICES:
            self.pages.devices_page.focus_first()

    def _on_link_asked(self, address: str) -> None:
        """Only what the organisation itself has published for everybody."""
        organisation = self._models.organisation.organisation
        if address in (organisation.support_site_url, organisation.privacy_url):
            self.qr_sheet.show_address(address)

    def _render_limit(self) -> None:
        """The last minutes of a visit, which nothing stretches; said aloud once."""
        is_due = self._visit.state is VisitState.RUNNING and self._visit.is_nearly_over
        self._limit_place.setVisible(is_due)
        self.limit.set_words(
            self.tr("The session ends in two minutes at the latest."),
            self.tr("What you have started then is cancelled. You can come back at once."),
        )
        # Below the question nobody would hear it; then it is said when that is answered.
        if is_due and not self._is_warned and self.isVisible():
            announce(self, self.limit.accessibleName(), is_urgent=True)
            self._is_warned = True
        self._is_warned &= self._visit.is_nearly_over
