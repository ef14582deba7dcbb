"""A passcode, PIN or key: hidden until asked for, and hidden again after a while.

It hides by itself when the time is over, when the window loses the focus, and when its page is
left: what is on a screen can be seen by others. While it shows, the window is left out of screen
shots and shared screens where the system can do that.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.clock import Clock
from companyportal.desktop import screen_capture
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Secret
from companyportal.views import shape
from companyportal.views.announce import announce
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyButton
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.public_reveal import PublicReveal
from companyportal.views.secret_cells import SecretCells
from companyportal.views.secret_kind import SecretKind, SecretWords
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.views.venue import is_public

_LOOK_MS = 250


class SecretField(QWidget):
    """The cells, and below them Show, Copy and Spell it out.

    Signals:
        shown(): the characters can be read now.
        hidden(): they cannot any more.
    """

    shown = Signal()
    hidden = Signal()

    def __init__(
        self,
        clipboard: SecretClipboard | None,
        clock: Clock,
        kind: SecretKind = SecretKind.PASSCODE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = SecretWords(self)
        self._clipboard = clipboard
        self._clock = clock
        self._secret: Secret | None = None
        self._until_s = 0.0
        self._is_spelled = False
        self.cells = SecretCells(kind)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._spelling = Text("", "body", align=centre)
        self.show_button = Button("", "primary", icon="eye")
        self.copy_button = CopyButton()
        self.spell_button = Button("")
        self._hint = Text("", "label", "text2", align=centre)
        self.reveal = PublicReveal(clock) if is_public() else None
        """In place of the one button, where others pass by."""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._lay_out()
        self._timer.timeout.connect(self._on_timer_timeout)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.spell_button.clicked.connect(self._on_spell_clicked)
        if self.reveal is not None:
            self.reveal.revealed.connect(self.show_secret)
            self.reveal.concealed.connect(self.hide_secret)
        if clipboard is not None:
            clipboard.changed.connect(self._render)
        self._render()

    @property
    def is_shown(self) -> bool:
        """True while the characters can be read."""
        return self.cells.is_shown

    @property
    def has_secret(self) -> bool:
        """True while there is something to show."""
        return self._secret is not None

    def set_secret(self, secret: Secret | None) -> None:
        """Another one, hidden; with None nothing of the last one stays here."""
        if secret is self._secret:
            return
        self.hide_secret()
        self._secret = secret
        self.cells.set_secret(secret)
        self._render()

    def show_secret(self) -> None:
        """For as long as its kind may be read."""
        if self._secret is None:
            return
        self._until_s = self._clock.boot_s() + self._kind.shown_s
        self._timer.start()
        if not self.is_shown:
            screen_capture.exclude(int(self.window().winId()))
            self.cells.set_shown(True)
            self.shown.emit()
        self._render()

    def hide_secret(self) -> None:
        """At once."""
        self._timer.stop()
        if self.reveal is not None:
            self.reveal.conceal()
        self._is_spelled = False
        if self.is_shown:
            self.cells.set_shown(False)
            self.cells.repaint()  # what may be captured again must no longer be there
            others = self.window().findChildren(SecretField)
            if not any(each.is_shown for each in others):
                screen_capture.include(int(self.window().winId()))
            self.hidden.emit()
        self._render()

    def set_spelled(self, is_spelled: bool) -> None:
        """The characters by name, to read them out; only while they are shown."""
        self._is_spelled = is_spelled and self.is_shown
        self._render()
        if self._is_spelled:
            announce(self, self.cells.spelled())

    def event(self, event: QEvent) -> bool:
        """Another window is in front now, or another language is spoken."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.hide_secret()
        elif event.type() == QEvent.Type.LanguageChange:
            self.cells.set_shown(self.is_shown)
            self._render()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The page was left."""
        super().hideEvent(event)
        self.hide_secret()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own."""
        theme = current()
        rect = QRectF(self.rect())
        ground, edge = theme.color("layer"), theme.color("line")
        shape.rounded(QPainter(self), rect, theme.px(12), ground, edge)

    def _lay_out(self) -> None:
        box = column(self, 14, (16, 26, 16, 18))
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=10, align="centre")
        for button in (self.show_button, self.copy_button, self.spell_button):
            flow.addWidget(button)
        if self.reveal is not None:
            self.reveal.add_button(self.spell_button)
            buttons.hide()
        reveal = () if self.reveal is None else (self.reveal,)
        for part in (self.cells, self._spelling, *reveal, buttons, self._hint):
            box.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _render(self) -> None:
        is_shown = self.is_shown
        self.show_button.set_kind("secondary" if is_shown else "primary")
        self.show_button.set_icon("eye-off" if is_shown else "eye")
        self.show_button.setText(
            self._hide_words() if is_shown else self._words.of(self._kind).show
        )
        self.copy_button.setText(self.tr("Copy"))
        is_held = self.reveal is not None and self.reveal.is_held
        self.show_button.setVisible(self.reveal is None)
        # Nothing may move under the finger that holds it open.
        self.spell_button.setVisible(is_shown and not is_held)
        spelled = self._is_spelled
        self.spell_button.setText(self.tr("Stop spelling") if spelled else self.tr("Spell it out"))
        self._spelling.setText(self.cells.spelled() if spelled else "")
        self._spelling.setVisible(spelled)
        self._hint.setText(self._hint_words())

    def _hide_words(self) -> str:
        left = math.ceil(max(0.0, self._until_s - self._clock.boot_s()))
        return self.tr("Hide ({time})").format(time=f"{left // 60}:{left % 60:02d}")

    def _hint_words(self) -> str:
        if self._clipboard is not None and self._clipboard.holds_secret:
            left = math.ceil(self._clipboard.seconds_left)
            return self.tr("Copied. The clipboard is emptied in %n second(s).", "", left)
        if self.is_shown and not (self.reveal is not None and self.reveal.is_held):
            return self._words.of(self._kind).reading
        return self._words.of(self._kind).hint

    def _on_timer_timeout(self) -> None:
        if self._clock.boot_s() >= self._until_s:
            self.hide_secret()
        else:
            self._render()

    def _on_show_clicked(self) -> None:
        if self.is_shown:
            self.hide_secret()
        else:
            self.show_secret()

    def _on_copy_clicked(self) -> None:
        if self._secret is not None and self._clipboard is not None and not is_public():
            self._clipboard.copy(self._secret)

    def _on_spell_clicked(self) -> None:
        self.set_spelled(not self._is_spelled)
