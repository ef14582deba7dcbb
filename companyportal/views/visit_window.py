"""The window of a visit at the kiosk: head, message, one page, foot; and what covers all of it.

It lays out and forwards. Where the visit stands is its model's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.models.models import Models
from companyportal.models.visit import Visit, VisitState
from companyportal.views.announce import announce
from companyportal.views.demo_strip import DemoStrip
from companyportal.views.focus_ring import FocusRing
from companyportal.views.language import Language
from companyportal.views.message_place import MessagePlace
from companyportal.views.router import Place, Router
from companyportal.views.spacing import column
from companyportal.views.stage import Stage
from companyportal.views.theme import current
from companyportal.views.visit_header import VisitHeader, bind_end
from companyportal.views.visit_pages import VisitPages
from companyportal.views.visit_sign_in import VisitSignIn
from companyportal.visit import Comfort, VisitEnd


class VisitWindow(QWidget):
    """Everything a visitor sees of the program."""

    def __init__(
        self,
        models: Models,
        visit: Visit,
        *,
        clock: Clock,
        language: Language,
        rules: KioskRules,
        is_demo: bool,
    ) -> None:
        super().__init__()
        self._models = models
        self._visit = visit
        self._language = language
        self._rules = rules
        self.router = Router(
            account=models.account,
            devices=models.devices,
            details=models.details,
            protected=models.protected,
        )
        self.demo_strip = DemoStrip() if is_demo else None
        self.header = VisitHeader(
            account=models.account,
            organisation=models.organisation,
            person=models.person,
            visit=visit,
        )
        self.message_place = MessagePlace(models.messages)
        self.welcome = VisitSignIn(models.account, models.organisation)
        self.pages = VisitPages(models, self.router, clipboard=None, clock=clock)
        self._lay_out()
        self._ring = FocusRing(self)
        self._connect()
        self._retranslate()
        self._show_place()

    def make_all(self) -> Iterator[object]:
        """A part of what is missing at each step, so that no visitor waits for it."""
        yield from self.pages.make_all()

    def set_comfort(self, comfort: Comfort) -> None:
        """As the visitor chose before."""
        self._language.use(comfort.language)

    def appear(self) -> None:
        """Over the station's own window."""
        if self._rules.is_full_screen:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            self.showFullScreen()
        else:
            self.resize(1280, 800)
            self.show()
        self.come_to_front()

    def come_to_front(self) -> None:
        """The visitor is back from the browser."""
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        self._screens = QStackedWidget()
        self._screens.addWidget(self.welcome)
        self._screens.addWidget(self.pages)
        self.frame = QWidget()
        self.stage = Stage()
        self.stage.body.addWidget(self.message_place)
        self.stage.body.addWidget(self._screens, 1)
        inner = column(self.frame, 0)
        inner.addWidget(self.header)
        inner.addWidget(self.stage, 1)
        whole = column(self, 0)
        if self.demo_strip is not None:
            whole.addWidget(self.demo_strip)
        whole.addWidget(self.frame, 1)

    def _connect(self) -> None:
        self.router.changed.connect(self._show_place)
        bind_end(self, self.header)
        self.header.end_asked.connect(lambda: self._visit.end(VisitEnd.ASKED))
        self.pages.support_asked.connect(lambda: self.router.go(Place.SUPPORT))
        self.message_place.support_asked.connect(lambda: self.router.go(Place.SUPPORT))
        self.message_place.sign_in_asked.connect(self._models.account.sign_in)
        self.message_place.retry_asked.connect(self.refresh)
        self._models.organisation.changed.connect(self._on_organisation_changed)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self.router.place is Place.DEVICE:
            self._models.details.refresh()
        self._models.devices.refresh()

    def _show_place(self) -> None:
        place = self.router.place
        page = self.welcome if place is Place.WELCOME else self.pages.open_page(place)
        self._screens.setCurrentWidget(self.welcome if place is Place.WELCOME else self.pages)
        page.focus_first()
        announce(self, page.title)

    def _on_organisation_changed(self) -> None:
        current().set_brand(self._models.organisation.organisation.accent)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is no way out of a visit but its end."""
        event.ignore()
        if self._visit.state is not VisitState.WAITING:
            self._visit.end(VisitEnd.ASKED)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Company Portal"))
