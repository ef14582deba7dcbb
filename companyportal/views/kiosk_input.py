"""What hands do at the kiosk: told as a sign that somebody is there, and held back where it leads
out of the program or takes something along.

Typing, Tab, the arrows, Enter, Space, Escape, F5 and the chord that ends a visit pass; whatever
else the desk's program knows does nothing here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QInputEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTouchEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.views.finger import Finger

END_KEYS = "Ctrl+Q"
"""The one chord: it ends the visit."""
_KINDS = QEvent.Type
_REAL = (
    *(_KINDS.KeyPress, _KINDS.MouseButtonPress, _KINDS.MouseMove, _KINDS.Wheel),
    *(_KINDS.TouchBegin, _KINDS.TouchUpdate, _KINDS.TabletPress),
)
_KEYS = (_KINDS.KeyPress, _KINDS.ShortcutOverride)
_NEVER = frozenset(
    (
        *(_KINDS.ContextMenu, _KINDS.ToolTip, _KINDS.WhatsThis, _KINDS.QueryWhatsThis),
        *(_KINDS.EnterWhatsThisMode, _KINDS.DragEnter, _KINDS.DragMove, _KINDS.Drop),
    )
)
_BUTTONS = (
    *(_KINDS.MouseButtonPress, _KINDS.MouseButtonRelease, _KINDS.MouseButtonDblClick),
    _KINDS.MouseMove,
)
_TOUCHES = (_KINDS.TouchBegin, _KINDS.TouchUpdate, _KINDS.TouchEnd, _KINDS.TouchCancel)
_HEARD = _NEVER.union(_REAL, _KEYS, _BUTTONS, _TOUCHES)
_STANDARD = QKeySequence.StandardKey
_TAKING = (
    *(_STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.SelectAll, _STANDARD.Undo),
    *(_STANDARD.Redo, _STANDARD.HelpContents, _STANDARD.WhatsThis, _STANDARD.Quit),
)
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""So Windows tells of the key with which many languages type."""
_FUNCTION_KEYS = frozenset(range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)) - {Qt.Key.Key_F5}
_OTHER_KEYS = frozenset((Qt.Key.Key_Menu, Qt.Key.Key_Help))
_STEADY_PX = 3
"""A mouse that trembles less than this lies on a desk where somebody walks by."""
_EMPTY_AGAIN_MS = 500
"""Two programs that both want their way with the clipboard shall not keep a processor busy."""


class KioskInput(QObject):
    """Hears every event of the program, and empties the clipboard whoever fills it.

    Signals:
        happened(): a key, a touch or the mouse; once for each event, from hands only.
    """

    happened = Signal()

    def __init__(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__(app)
        self._app = app
        self._place = QPointF()
        self._twice_ms = app.doubleClickInterval()
        self._finger = Finger(self._twice_ms)
        self._clipboard = app.clipboard()
        self._pause = QTimer(self, interval=_EMPTY_AGAIN_MS, singleShot=True)
        self._is_filled = False
        self._clipboard.changed.connect(self._on_clipboard_changed)
        self._pause.timeout.connect(self._on_pause_over)
        # Nothing here means more when it is clicked twice; what scrolls would swallow the second.
        app.setDoubleClickInterval(0)
        app.installEventFilter(self)
        self._empty()

    def close(self) -> None:
        """Hear nothing any more; for a program that goes on without being a kiosk: a test."""
        self._app.removeEventFilter(self)
        self._app.setDoubleClickInterval(self._twice_ms)
        self._clipboard.changed.disconnect(self._on_clipboard_changed)
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what nobody else shall hear of."""
        kind = event.type()
        if kind not in _HEARD:  # asked for each event of the program
            return False
        if kind in _REAL and isinstance(event, QInputEvent) and self._is_real(event):
            self.happened.emit()
        if kind in _NEVER:
            event.ignore()
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return leads_out(event)
        if kind in _TOUCHES and isinstance(event, QTouchEvent) and isinstance(watched, QWindow):
            self._finger.follow(event)  # the window is told first
        if kind in _BUTTONS and isinstance(event, QMouseEvent):
            is_kept = isinstance(watched, QWidget) and self._finger.keeps(watched, event)
            return is_kept or _is_other_button(event)
        return False

    def _is_real(self, event: QInputEvent) -> bool:
        """From outside; a key that something lies on, and a mouse that nobody holds, say nothing of
        a person.
        """
        if not event.spontaneous():
            return False
        if isinstance(event, QKeyEvent):
            return not event.isAutoRepeat()
        if event.type() == _KINDS.MouseMove and isinstance(event, QMouseEvent):
            place = event.globalPosition()
            if (place - self._place).manhattanLength() < _STEADY_PX:
                return False
            self._place = place
        return True

    def _on_clipboard_changed(self, mode: QClipboard.Mode) -> None:
        self._is_filled = True
        if not self._pause.isActive():
            self._empty()

    def _on_pause_over(self) -> None:
        if self._is_filled:
            self._empty()

    def _empty(self) -> None:
        """Both of them, where there are two. Whether something is there is asked and never what it
        is, which would stay in this memory.
        """
        self._pause.start()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            is_there = mode is QClipboard.Mode.Clipboard or self._clipboard.supportsSelection()
            found: QMimeData | None = self._clipboard.mimeData(mode) if is_there else None
            if found is not None and found.formats():
                self._clipboard.clear(mode)
        self._is_filled = False


def leads_out(event: QKeyEvent) -> bool:
    """True for keys that mean something only to the desk's program, to Qt's fields or to nobody."""
    if QKeySequence(event.keyCombination()) == QKeySequence(END_KEYS):
        return False
    if event.key() in _FUNCTION_KEYS or event.key() in _OTHER_KEYS:
        return True
    if any(event.matches(each) for each in _TAKING):
        return True
    held = event.modifiers() & _CHORD
    is_typing = held == _ALT_GR and event.text().isprintable() and bool(event.text())
    return bool(held) and not is_typing


def _is_other_button(event: QMouseEvent) -> bool:
    """A middle click pastes, a right one opens menus, a fourth leads back."""
    left = Qt.MouseButton.LeftButton
    if event.type() == _KINDS.MouseMove:
        return bool(event.buttons() & ~left)
    return event.button() is not left
