"""How something secret is shown where others pass by: never before the visitor has looked round."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.views.buttons import Button
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.spacing import column
from companyportal.views.text import Text

SHOWN_S = 30
"""So long it can be read at a time."""
_LOOK_MS = 250
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HoldButton(Button):
    """Means something as long as a finger, the mouse, Space or Enter holds it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter holds it as Space does."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat() and not self.isDown():
                self.setDown(True)
                self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat() and self.isDown():
                self.setDown(False)
                self.released.emit()
        else:
            super().keyReleaseEvent(event)


class PublicReveal(QWidget):
    """Asks whether anybody else can see the screen, and offers two ways to look; nothing moves
    under a finger that holds the first.

    Signals:
        revealed(): it may be read from now on.
        concealed(): no longer: let go, the time is over, or the window lost the keyboard.
    """

    revealed = Signal()
    concealed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until_s = 0.0
        self._is_revealed = self._is_held = False
        self._question = Text("", "strong", align=Qt.AlignmentFlag.AlignHCenter)
        self.hold = HoldButton("", "primary", icon="eye")
        self.show_button = Button("")
        self.timer = QTimer(self, interval=_LOOK_MS)
        buttons = QWidget(self)
        self._flow = FlowLayout(buttons, gap=12, align="centre")
        self.add_button(self.hold)
        self.add_button(self.show_button)
        box = column(self, 12)
        box.addWidget(self._question)
        box.addWidget(buttons)
        self.hold.pressed.connect(self._on_held)
        self.hold.released.connect(self.conceal)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.timer.timeout.connect(self._on_timeout)
        self._render()

    def add_button(self, button: Button) -> None:
        """Another one in their row."""
        self._flow.addWidget(button)

    @property
    def is_revealed(self) -> bool:
        """True while it may be read."""
        return self._is_revealed

    @property
    def is_held(self) -> bool:
        """True while a finger or a key holds it open."""
        return self._is_held

    def conceal(self) -> None:
        """At once."""
        self.timer.stop()
        was_revealed, self._is_revealed, self._is_held = self._is_revealed, False, False
        self._render()
        if was_revealed:
            self.concealed.emit()

    def event(self, event: QEvent) -> bool:
        """Another window is in front now, or another language is spoken."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.conceal()
        elif event.type() == QEvent.Type.LanguageChange:
            self._render()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Left, or covered."""
        super().hideEvent(event)
        self.conceal()

    def _reveal(self) -> None:
        self._until_s = self._clock.boot_s() + SHOWN_S
        self._is_revealed = True
        self.timer.start()
        self._render()
        self.revealed.emit()

    def _on_held(self) -> None:
        if not self._is_revealed:
            self._is_held = True
            self._reveal()

    def _on_show_clicked(self) -> None:
        if self._is_revealed:
            self.conceal()
        else:
            self._reveal()

    def _on_timeout(self) -> None:
        if self._clock.boot_s() >= self._until_s:
            self.conceal()
        else:
            self._render()

    def _render(self) -> None:
        self._question.setText(self.tr("Can you see the screen alone?"))
        self.hold.setText(self.tr("Hold to show"))
        if self._is_revealed and not self._is_held:
            left = math.ceil(max(0.0, self._until_s - self._clock.boot_s()))
            words = self.tr("Hide ({time})").format(time=f"0:{left:02d}")
        else:
            words = self.tr("Show for %n second(s)", "", SHOWN_S)
        self.show_button.setText(words)
