"""The window of a visit at the kiosk: head, message, one page, foot; and what covers all of it.

It lays out and forwards. Where the visit stands is its model's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QWidget

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.models.account import AccountState
from companyportal.models.models import Models
from companyportal.models.visit import Visit, VisitState
from companyportal.views.browser_bar import BrowserBar
from companyportal.views.demo_strip import DemoStrip
from companyportal.views.focus_ring import FocusRing
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.kiosk_input import END_KEYS
from companyportal.views.kiosk_look import show_as
from companyportal.views.language import Language
from companyportal.views.spacing import column
from companyportal.views.theme import current
from companyportal.views.visit_covers import VisitCovers
from companyportal.views.visit_frame import VisitFrame
from companyportal.visit import Comfort, Rectangle, VisitEnd

_TRYOUT_SIZE = 1280, 800
_CHOSEN_MS = 600
"""Whoever wants the largest words presses twice."""


class VisitWindow(QWidget):
    """Everything a visitor sees of the program.

    Signals:
        comfort_chosen(comfort: Comfort): the visitor reads otherwise from here on.
    """

    comfort_chosen = Signal(object)

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
        self._comfort = Comfort(language.code)
        self._is_browser_awaited = False
        self.demo_strip = DemoStrip() if is_demo else None
        self.frame = VisitFrame(models, visit, clock=clock)
        asked_s = rules.idle_s - rules.warns_after_s
        self.covers = VisitCovers(
            self.frame,
            self.frame.stage,
            visit,
            organisation=models.organisation,
            warning_s=asked_s,
        )
        self.bar = BrowserBar(models.organisation, visit, warning_s=asked_s)
        # The browser takes its language and its size when it starts, and never again.
        self.chosen = QTimer(self, singleShot=True, interval=_CHOSEN_MS)
        self._lay_out()
        self._ring = FocusRing(self)
        self._connect()
        self._retranslate()
        self.frame.show_place()

    # what others ask of the window

    def make_all(self) -> Iterator[object]:
        """A part of what is missing at each step, so that no visitor waits for it."""
        yield from self.frame.pages.make_all()

    def wear(self, comfort: Comfort) -> Iterator[None]:
        """Become readable for this visitor, a part at each step: words and look at once would hold
        up the event loop.
        """
        self._comfort = comfort
        if self._language.code != comfort.language:
            self._language.use(comfort.language)
            yield
        show_as(comfort, self.size())
        yield
        for foot in self._feet():
            foot.set_comfort(comfort)

    def set_comfort(self, comfort: Comfort) -> None:
        """The same at once, where only one part of it is another."""
        for _ in self.wear(comfort):
            pass

    @property
    def comfort(self) -> Comfort:
        """As it was chosen last."""
        return self._comfort

    @property
    def area(self) -> QRect:
        """What window, bar and browser share, in the pixels of Qt."""
        return self.screen().geometry() if self._rules.is_full_screen else self.geometry()

    @property
    def browser_area(self) -> QRect:
        """Where the browser stands: between bar and foot, in the pixels of Qt."""
        return self.bar.between(self.area)

    def appear(self, place: Rectangle | None = None) -> None:
        """Over the station's own window, which stands at ``place`` where it does not cover the
        screen.
        """
        if self._rules.is_full_screen:
            self.setWindowFlags(
                Qt.WindowType.Window
                | Qt.WindowType.FramelessWindowHint
                | Qt.WindowType.WindowStaysOnTopHint
            )
            self.setGeometry(self.area)
            self.showFullScreen()
        elif place is not None:
            self.move(*place[:2])
            self.resize(*place[2:])
        else:
            self.resize(*_TRYOUT_SIZE)
        self.come_to_front()

    def come_to_front(self) -> None:
        """The visitor is back from the browser."""
        self.show()
        self.raise_()
        self.activateWindow()

    # layout

    def _lay_out(self) -> None:
        whole = column(self, 0)
        # As the station's: whatever is shown, no part of it may come to lie beside the screen.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        if self.demo_strip is not None:
            whole.addWidget(self.demo_strip)
        whole.addWidget(self.covers, 1)

    def _connect(self) -> None:
        m, visit = self._models, self._visit
        visit.changed.connect(self._render_visit)
        for source in (self.covers, self.bar):
            source.stay_asked.connect(visit.stay)
            source.end_asked.connect(self._end)
        self.frame.header.end_asked.connect(self._end)
        self.bar.cancel_asked.connect(self._on_cancel_asked)
        for model in (m.account, m.protected):
            model.changed.connect(self._render_browser)
        m.organisation.changed.connect(self._on_organisation_changed)
        for foot in self._feet():
            foot.comfort_asked.connect(self._choose)
        self.chosen.timeout.connect(self._open_again)
        for window in (self, self.bar, self.bar.foot, self.bar.warning):
            _bind(window, END_KEYS, self._end)
        _bind(self, "F5", self._refresh)

    # slots

    @property
    def _is_running(self) -> bool:
        return self._visit.state not in (VisitState.FINISHING, VisitState.OVER)

    def _feet(self) -> Iterator[KioskFoot]:
        """Of all pages; that of the frame goes with it."""
        if self._is_running:
            yield self.frame.foot
        for page in (self.covers.warning, self.covers.finishing, self.bar.foot, self.bar.warning):
            yield page.foot

    def _choose(self, comfort: Comfort) -> None:
        self.set_comfort(comfort)
        self.comfort_chosen.emit(comfort)
        if self._is_browser_awaited:
            self.chosen.start()

    def _open_again(self) -> None:
        """The sign-in page in place of the one before, as the visitor reads now."""
        for model in (self._models.account, self._models.protected):
            model.open_again()

    def _end(self) -> None:
        if self._visit.state is not VisitState.WAITING:
            self._visit.end(VisitEnd.ASKED)

    def _refresh(self) -> None:
        if self._visit.state is VisitState.RUNNING:
            self.frame.refresh()

    def _render_visit(self) -> None:
        self.bar.render_visit()
        self.covers.render_visit(is_asked_elsewhere=self.bar.isVisible())
        if not self._is_running:
            self.bar.hide()

    def _render_browser(self) -> None:
        """The bar is there as long as the browser is."""
        link = self._models.account.link or self._models.protected.progress.link
        is_awaited = bool(link) and self._is_running and self.isVisible()
        if is_awaited == self._is_browser_awaited:
            return
        self._is_browser_awaited = is_awaited
        if (handle := self.windowHandle()) is not None and self._rules.is_full_screen:
            # Else it would lie over the browser, which belongs to another program.
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, not is_awaited)
        if is_awaited:
            self.bar.appear(self.area)
        else:
            self.bar.hide()
            self.come_to_front()

    def _on_cancel_asked(self) -> None:
        if self._models.account.state is AccountState.SIGNING_IN:
            self._models.account.cancel()
        else:
            self._models.protected.cancel()

    def _on_organisation_changed(self) -> None:
        organisation = self._models.organisation.organisation
        current().set_brand(organisation.accent)
        for foot in self._feet():
            foot.set_organisation(organisation)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: everything as large as it can be read there."""
        super().resizeEvent(event)
        show_as(self._comfort, self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome."""
        QPainter(self).fillRect(self.rect(), current().color("chrome"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it ends the visit, and the end of the visit closes it."""
        event.ignore()
        self._end()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Company Portal"))


def _bind(window: QWidget, keys: str, do: Callable[[], object]) -> None:
    shortcut = QShortcut(QKeySequence(keys), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(do)
