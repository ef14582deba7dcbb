"""Is the visitor still there? The question that covers everything."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from companyportal.organisation import Organisation
from companyportal.views.announce import announce
from companyportal.views.cover_page import CoverPage
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.seconds_ring import SecondsRing
from companyportal.views.text import Text

TOLD_AGAIN_S = 10
"""So many seconds before the end it is said once more."""
_RING, _TIGHT_RING = 188, 124
"""Pixels at 100 % text."""


class IdleWarning(CoverPage):
    """Names nobody and nothing; Space, Enter and a touch of the first button say yes. Who chooses
    to read it otherwise has not answered yet, and the time goes on.

    Signals:
        stay_asked(): the visitor is still there.
        end_asked(): or has finished.
    """

    stay_asked = Signal()
    end_asked = Signal()

    def __init__(
        self, total_s: int, organisation: Organisation, parent: QWidget | None = None
    ) -> None:
        """``total_s``: how long the question stands."""
        super().__init__(organisation, parent)
        self._total_s = total_s
        self._left_s = 0
        centre = Qt.AlignmentFlag.AlignHCenter
        self.ring = SecondsRing(_RING)
        self._title = Text("", "display", align=centre)
        self._line = Text("", "lead", "text2", align=centre)
        self.stay = KioskButton("primary", icon="touch", height=64, role="heading")
        self.end = KioskButton(icon="sign-out", height=64, role="heading")
        self._lay_out()
        self.add_foot()
        self.stay.clicked.connect(self.stay_asked)
        self.end.clicked.connect(self.end_asked)
        self._retranslate()

    def begin(self) -> None:
        """It has just appeared: the keyboard goes to the answer, a screen reader hears it."""
        self.stay.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, f"{self._title.text()} {self.ring.accessibleName()}", is_urgent=True)

    def set_left(self, seconds: float, *, is_aloud: bool = True) -> None:
        """What is left; said again shortly before the end, unless another window says it."""
        before, self._left_s = self._left_s, math.ceil(seconds)
        self.ring.set_remaining(seconds, self._total_s)
        if is_aloud and before > TOLD_AGAIN_S >= self._left_s:
            announce(self, self.ring.accessibleName(), is_urgent=True)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Where it is a window: it waits for an answer, and closing it is none."""
        event.ignore()

    def arrange(self, level: int) -> None:
        """The ring gives way first."""
        super().arrange(level)
        self.ring.set_size(_TIGHT_RING if level else _RING)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Are you still there?"))
        self._line.setText(self.tr("If not, the session ends and everything is erased."))
        self.stay.setText(self.tr("I’m still here"))
        self.end.setText(self.tr("End now"))

    def _lay_out(self) -> None:
        self.middle.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        self.middle.addSpacing(12)
        self.middle.addWidget(self._title)
        self.middle.addWidget(self._line)
        self.middle.addSpacing(12)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=14, align="centre")
        flow.addWidget(self.stay)
        flow.addWidget(self.end)
        self.middle.addWidget(buttons)
