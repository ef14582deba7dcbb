"""The strip above the sign-in browser, which is another program: the way out and the time stay in
sight, and the question whether anybody is there still covers everything.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.organisation import OrganisationModel
from companyportal.models.visit import Visit, VisitState
from companyportal.views.brand_mark import BrandMark
from companyportal.views.focus_ring import FocusRing
from companyportal.views.idle_warning import IdleWarning
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.spacing import column, row
from companyportal.views.text import Text
from companyportal.views.theme import KIOSK_SCALE, current
from companyportal.views.time_left import TimeLeft

HEIGHT = 110
"""Pixels of the screen at 100 % of the kiosk's text."""


class BrowserBar(QWidget):
    """A window of its own without a frame, above all others.

    Signals:
        cancel_asked(): back, without signing in.
        stay_asked(), end_asked(): see IdleWarning.
    """

    cancel_asked = Signal()
    stay_asked = Signal()
    end_asked = Signal()

    def __init__(self, organisation: OrganisationModel, visit: Visit, *, warning_s: int) -> None:
        """``warning_s``: how long the question stands."""
        super().__init__(None, _FLAGS)
        # The keyboard belongs to the browser, where a password is being typed.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._organisation = organisation
        self._visit = visit
        self._area = QRect()
        self.mark = BrandMark(34, widest=3.0)
        self._title = Text("", "strong")
        self._left = Text("", "label", "text2", tabular=True)
        self._time = TimeLeft(self)
        self.cancel = KioskButton(height=44, role="medium", padding=16)
        self.end = KioskButton("primary", icon="sign-out")
        # A window of its own: when it goes, the keyboard goes back to whoever had it, the browser.
        self.warning = IdleWarning(warning_s)
        self.warning.setWindowFlags(_FLAGS)
        self._rings = [FocusRing(each) for each in (self, self.warning)]
        self._lay_out()
        self.cancel.clicked.connect(self.cancel_asked)
        self.end.clicked.connect(self.end_asked)
        self.warning.stay_asked.connect(self.stay_asked)
        self.warning.end_asked.connect(self.end_asked)
        organisation.changed.connect(self._render_words)
        self._render_words()

    def bar_of(self, area: QRect) -> QRect:
        """The bar's part of ``area``, in the pixels of Qt: as high as its words need."""
        layout = self.layout()
        assert layout is not None
        wanted = max(current().px(HEIGHT / KIOSK_SCALE), layout.totalHeightForWidth(area.width()))
        return QRect(area.left(), area.top(), area.width(), min(wanted, area.height() // 2))

    def below(self, area: QRect) -> QRect:
        """What is left of ``area`` for the browser, in the pixels of Qt."""
        return area.adjusted(0, self.bar_of(area).height(), 0, 0)

    def appear(self, area: QRect) -> None:
        """At the top of ``area``, which bar and browser share."""
        self._area = area
        self.setGeometry(self.bar_of(area))
        self.show()
        self.raise_()

    def render_visit(self) -> None:
        """The time, and the question where it is due."""
        self._left.setText(self._time.words(self._visit.left_s))
        is_asked = self._visit.state is VisitState.WARNING
        if is_asked:
            self.warning.set_left(self._visit.warning_left_s)
        if is_asked and self.isVisible() and not self.warning.isVisible():
            self._cover()
        elif not is_asked:
            self.warning.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render_words()

    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes with the browser, and not before."""
        event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """The question goes with it."""
        super().hideEvent(event)
        self.warning.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome."""
        painter, theme = QPainter(self), current()
        painter.fillRect(self.rect(), theme.color("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))

    def _cover(self) -> None:
        self.warning.setGeometry(self._area)
        self.warning.show()
        self.warning.raise_()
        self.warning.activateWindow()
        self.warning.begin()

    def _render_words(self) -> None:
        self.mark.set_organisation(self._organisation.organisation)
        self._title.setText(self.tr("Sign in in the window below"))
        self.cancel.setText(self.tr("Cancel"))
        self.end.setText(self.tr("End session"))
        for window in (self, self.warning):
            window.setWindowTitle(self.tr("Company Portal"))
        self._left.setText(self._time.words(self._visit.left_s))

    def _lay_out(self) -> None:
        box = row(self, 14, (24, 12, 16, 12))
        box.addWidget(self.mark)
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._left)
        words.addStretch(1)
        box.addLayout(words, 1)
        box.addWidget(self.cancel)
        box.addWidget(self.end)


_FLAGS = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)
