"""The window of the station: always there, beneath every visit's own; it knows of nobody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from companyportal.clock import Clock, SystemClock
from companyportal.kiosk_rules import KioskRules
from companyportal.models.station import Station, StationState
from companyportal.organisation import Organisation
from companyportal.views.announce import announce
from companyportal.views.attract_page import AttractPage
from companyportal.views.demo_strip import DemoStrip
from companyportal.views.drift import Drift
from companyportal.views.focus_ring import FocusRing
from companyportal.views.kiosk_button import is_chord
from companyportal.views.kiosk_done_page import KioskDonePage
from companyportal.views.kiosk_look import show_as
from companyportal.views.language import Language
from companyportal.views.out_of_service_page import OutOfServicePage
from companyportal.views.spacing import column
from companyportal.views.theme import current
from companyportal.visit import Comfort, Rectangle, VisitEnd

_TRYOUT_SIZE = QSize(1280, 800)
_POINTER_MS = 5_000
"""A mouse that rests so long is not needed: a pointer that stands still burns in, too."""
_DONE_S = 1.0
_FORGET_MS = 60_000
"""Whoever chose how to read, and then did not begin, has left by then."""


class StationWindow(QWidget):
    """Shows where the station stands, and hands on that somebody wants to begin.

    Signals:
        begin_asked(comfort: Comfort): somebody touched the screen; on the page that tells of an
            end, too.
        closed(): by whoever tries the kiosk out.
        first_painted(): it has been on the screen for the first time.
    """

    begin_asked = Signal(object)
    closed = Signal()
    first_painted = Signal()

    def __init__(
        self,
        station: Station,
        *,
        language: Language,
        rules: KioskRules,
        organisation: Organisation,
        is_demo: bool,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._station = station
        self._language = language
        self._rules = rules
        self._clock = clock or SystemClock()
        self._since, self._since_s = self._clock.now(), 0.0
        self._is_touched = False
        self._shown = StationState.PREPARING
        self._has_painted = False
        self._own = Comfort(language=language.code)
        self._comfort = self._own
        self.demo_strip = DemoStrip() if is_demo else None
        self.attract = AttractPage(organisation, self._clock)
        self.done = KioskDonePage(organisation)
        self.out_of_service = OutOfServicePage(organisation, self._clock)
        self._lay_out()
        self._ring = FocusRing(self)
        self.drift = Drift(self._pages)
        self.forget = QTimer(self, singleShot=True, interval=_FORGET_MS)
        self.pointer = QTimer(self, singleShot=True, interval=_POINTER_MS)
        self._connect()
        self._settle()
        self._show_comfort()
        self._render()

    @property
    def comfort(self) -> Comfort:
        """How whoever stands before it reads best."""
        return self._comfort

    @property
    def place(self) -> Rectangle | None:
        """Where it stands, with the corner of its frame; None where it covers the screen."""
        if self._rules.is_full_screen:
            return None
        return self.x(), self.y(), self.width(), self.height()

    def event(self, event: QEvent) -> bool:
        """The pointer comes back as soon as the mouse is moved, over whatever it is."""
        if event.type() == QEvent.Type.HoverMove:
            self.unsetCursor()
            self.pointer.start()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes the page that tells of an end."""
        if self._shown is StationState.DONE and not (event.isAutoRepeat() or is_chord(event)):
            self._on_done_touched()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does any touch that stays on it."""
        self._is_touched = self._shown is StationState.DONE

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A swipe ends beside it."""
        was_touched, self._is_touched = self._is_touched, False
        if was_touched and self.rect().contains(event.position().toPoint()):
            self._on_done_touched()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody closes a kiosk by its window, but for whoever tries it out."""
        if not event.spontaneous():
            super().closeEvent(event)
        elif self._rules.is_tryout:
            self.closed.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large screens show everything larger."""
        super().resizeEvent(event)
        show_as(self._comfort, self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().color("layer"))
        if not self._has_painted:
            self._has_painted = True
            # After this event: then everything on it has been painted as well.
            QMetaObject.invokeMethod(self, "first_painted", Qt.ConnectionType.QueuedConnection)

    def _connect(self) -> None:
        self._station.changed.connect(self._render)
        self.attract.start_asked.connect(self._on_start_asked)
        for page in (self.attract, self.done, self.out_of_service):
            page.foot.comfort_asked.connect(self._on_comfort_asked)
        self.forget.timeout.connect(self._on_forget)
        self.pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.pointer.start()

    def _render(self) -> None:
        """Where the station stands."""
        before, self._shown = self._shown, self._station.state
        if before is not self._shown:
            self._on_another_state(before)
        page = self._page()
        self.attract.set_busy(self._shown is not StationState.READY)
        self.done.set_end(
            self._station.last_end or VisitEnd.ASKED, is_unknown=self._station.is_unknown
        )
        if self._station.reason is not None:
            self.out_of_service.set_reason(self._station.reason, self._since)
        self._pages.setCurrentWidget(page)
        if before is not self._shown:
            page.focus_first()
            announce(self, page.title)

    def _page(self) -> AttractPage | KioskDonePage | OutOfServicePage:
        match self._shown:
            case StationState.DONE:
                return self.done
            case StationState.OUT_OF_SERVICE:
                return self.out_of_service
            case _:
                return self.attract

    def _on_another_state(self, before: StationState) -> None:
        self._since, self._since_s = self._clock.now(), self._clock.boot_s()
        if before is StationState.DONE:
            self._on_forget()
        elif self._shown is StationState.DONE:
            self._wear(self._station.last_comfort)
        if self._shown is StationState.VISIT:
            self.forget.stop()

    def _on_start_asked(self) -> None:
        self.begin_asked.emit(self._comfort)

    def _on_done_touched(self) -> None:
        """Not by the second half of a double click on "End session"."""
        if self._clock.boot_s() - self._since_s >= _DONE_S:
            self._on_start_asked()

    def _on_comfort_asked(self, comfort: Comfort) -> None:
        self._wear(comfort)
        self.forget.start()
        self._station.stay_done()

    def _on_forget(self) -> None:
        """The next person finds it as everybody does."""
        self.forget.stop()
        self._wear(self._own)

    def _wear(self, comfort: Comfort) -> None:
        if comfort.language != self._comfort.language:
            self._language.use(comfort.language)
        self._comfort = comfort
        self._show_comfort()

    def _show_comfort(self) -> None:
        for page in (self.attract, self.done, self.out_of_service):
            page.set_comfort(self._comfort)
        show_as(self._comfort, self.size())

    def _settle(self) -> None:
        """As it stands on the desk: over everything, or in a window to look at."""
        self.setWindowTitle(self.tr("Company Portal"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        if self._rules.is_full_screen:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setWindowState(Qt.WindowState.WindowFullScreen)
            # Also where no window manager is there yet, or any more, to hear of it.
            self.setGeometry(self.screen().geometry())
        else:
            self.resize(_TRYOUT_SIZE)
        self.attract.focus_first()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.attract, self.done, self.out_of_service):
            self._pages.addWidget(page)
        whole = column(self, 0)
        # The screen decides how large it is; a smaller one makes everything smaller first.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        if self.demo_strip is not None:
            whole.addWidget(self.demo_strip)
        whole.addWidget(self._pages, 1)
