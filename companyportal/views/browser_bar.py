"""The strip above the sign-in browser: the way out and the time stay in sight, and the question
whether anybody is there still covers everything.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout

from companyportal.models.organisation import OrganisationModel
from companyportal.models.visit import Visit, VisitState
from companyportal.views.brand_mark import BrandMark
from companyportal.views.browser_foot import BrowserFoot
from companyportal.views.browser_strip import FLAGS, BrowserStrip
from companyportal.views.fitting_page import forget_sizes
from companyportal.views.focus_ring import FocusRing
from companyportal.views.idle_warning import IdleWarning
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.spacing import column, row
from companyportal.views.text import Text
from companyportal.views.theme import KIOSK_SCALE, current
from companyportal.views.time_left import TimeLeft

HEIGHT = 110
"""Pixels of the screen at 100 % of the kiosk's text."""


class BrowserBar(BrowserStrip):
    """Comes and goes with the foot below the browser.

    Signals:
        cancel_asked(): back, without signing in.
        stay_asked(), end_asked(): see IdleWarning.
    """

    cancel_asked = Signal()
    stay_asked = Signal()
    end_asked = Signal()

    def __init__(self, organisation: OrganisationModel, visit: Visit, *, warning_s: int) -> None:
        """``warning_s``: how long the question stands."""
        super().__init__()
        self._organisation = organisation
        self._visit = visit
        self.mark = BrandMark(34, widest=3.0)
        self._title = Text("", "strong")
        self._left = Text("", "label", "text2", tabular=True)
        self._time = TimeLeft(self)
        self.cancel = KioskButton(height=44, role="medium", padding=16)
        self.end = KioskButton("primary", icon="sign-out")
        # A window of its own: when it goes, the keyboard goes back to whoever had it, the browser.
        self.warning = IdleWarning(warning_s, organisation.organisation)
        self.warning.setWindowFlags(FLAGS)
        self._warning_ring = FocusRing(self.warning)
        self.foot = BrowserFoot(organisation.organisation)
        self._lay_out()
        self.follow_theme()
        self.cancel.clicked.connect(self.cancel_asked)
        self.end.clicked.connect(self.end_asked)
        self.warning.stay_asked.connect(self.stay_asked)
        self.warning.end_asked.connect(self.end_asked)
        organisation.changed.connect(self._render_words)
        self._render_words()

    def part_of(self, area: QRect) -> QRect:
        """The upper edge."""
        self._arrange(area.width())
        needed = self._box.totalHeightForWidth(area.width())
        wanted = max(current().px(HEIGHT / KIOSK_SCALE), needed)
        return QRect(area.left(), area.top(), area.width(), min(wanted, area.height() // 2))

    def between(self, area: QRect) -> QRect:
        """What bar and foot leave of ``area`` for the browser, in the pixels of Qt."""
        above, below = self.part_of(area).height(), self.foot.part_of(area).height()
        return area.adjusted(0, above, 0, -below)

    def appear(self, area: QRect) -> None:
        """At the edges of ``area``, which bar, browser and foot share."""
        super().appear(area)
        self.foot.appear(area)

    def pass_keyboard_on(self) -> None:
        """From the browser to the bar, from there to the foot, and back to the browser."""
        if self.warning.isVisible() or not self.isVisible():
            return
        if self.isActiveWindow():
            self.foot.take_keyboard(self.foot.foot.language)
        elif self.foot.isActiveWindow():
            # When a window goes, the keyboard goes back to whoever had it.
            self.hide()
            self.appear(self.area)
        else:
            self.take_keyboard(self.cancel)

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Foot and question go with it."""
        super().hideEvent(event)
        self.foot.hide()
        self.warning.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome, and a line below it."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current().color("line"))

    def _cover(self) -> None:
        self.warning.setGeometry(self.area)
        self.warning.show()
        self.warning.raise_()
        self.warning.activateWindow()
        self.warning.begin()

    def _render_words(self) -> None:
        self.mark.set_organisation(self._organisation.organisation)
        self._title.setText(self.tr("Sign in in the window below"))
        self.cancel.setText(self.tr("Cancel"))
        self.end.setText(self.tr("End session"))
        for window in (self, self.foot, self.warning):
            window.setWindowTitle(self.tr("Company Portal"))
        self._left.setText(self._time.words(self._visit.left_s))

    def _lay_out(self) -> None:
        self._box = row(self, 14, (24, 12, 16, 12))
        whose, ways = row(gap=14), row(gap=14)
        whose.addWidget(self.mark)
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._left)
        words.addStretch(1)
        whose.addLayout(words, 1)
        ways.addStretch(1)
        ways.addWidget(self.cancel)
        ways.addWidget(self.end)
        self._box.addLayout(whose, 1)
        self._box.addLayout(ways)

    def _arrange(self, width: int) -> None:
        """The buttons beside the words, or below them where there is no room."""
        for direction in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom):
            self._box.setDirection(direction)
            forget_sizes(self)
            if self._box.minimumSize().width() <= width:
                return
