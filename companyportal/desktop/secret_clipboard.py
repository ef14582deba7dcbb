"""A passcode on the clipboard: marked as secret, and gone after ten seconds.

Clipboard histories and cloud clipboards are asked to leave it out, each in its own way. It is
cleared only if it is still there: what the person copied since is theirs. To know that, a salted
digest is kept, never the text.

Not covered: after a crash the clipboard is cleared only by systems that tie it to the program that
filled it, as X11 and Wayland do.
"""

from __future__ import annotations

import hashlib
import secrets
import sys

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from companyportal.clock import Clock
from companyportal.domain import Secret

_MARKS = {
    # KDE's own; also heeded by GPaste, CopyQ and others.
    # Source: https://phabricator.kde.org/D12539
    "x-kde-passwordManagerHint": b"secret",
    # A DWORD of 0 is "no"; the first and the last count by being there.
    # Source: https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats
    # (Cloud Clipboard and Clipboard History Formats)
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': bytes(4),
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"': bytes(4),
}

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
"""X11 has a second clipboard, and some clipboard managers copy the one into the other."""


class SecretClipboard(QObject):
    """Copies a secret for a short time.

    Signals:
        changed(): what ``holds_secret`` or ``seconds_left`` tells has changed; while a secret is
        held, at every look at the clock as well.
    """

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None, *, look_ms: int = 250) -> None:
        """``look_ms``: how often the clock is looked at. A timer alone would stand still during
        suspend.
        """
        super().__init__(parent)
        self._clock = clock
        self._clipboard = QGuiApplication.clipboard()
        self._salt = b""
        self._digest = b""
        self._until_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(look_ms)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._clipboard.changed.connect(self._on_clipboard_changed)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear)

    @property
    def holds_secret(self) -> bool:
        """True while the clipboard holds what was copied here."""
        return bool(self._digest)

    @property
    def seconds_left(self) -> float:
        """Seconds until it is cleared; 0 where there is nothing to clear."""
        if not self.holds_secret:
            return 0.0
        return max(0.0, self._until_s - self._clock.boot_s())

    def copy(self, secret: Secret, clear_after_s: float = 10.0) -> None:
        """Put the secret on the clipboard, to be cleared after that time."""
        data = QMimeData()
        data.setText(secret.reveal())
        for name, value in _MARKS.items():
            data.setData(name, value)
        self._salt = secrets.token_bytes(16)
        self._digest = self._digest_of(secret.reveal())
        self._until_s = self._clock.boot_s() + clear_after_s
        self._clipboard.setMimeData(data)
        _conceal_on_macos()
        self._timer.start()
        self.changed.emit()

    def clear(self) -> None:
        """Take the secret off the clipboard at once if it is still there: locked, signed out,
        quit.
        """
        if not self.holds_secret:
            return
        held = [mode for mode in _MODES if self._is_in(mode)]
        self._forget()
        for mode in held:
            self._clipboard.clear(mode)
        self.changed.emit()

    def _on_timer_timeout(self) -> None:
        if self.seconds_left > 0:
            self.changed.emit()
        else:
            self.clear()

    def _on_clipboard_changed(self, mode: QClipboard.Mode) -> None:
        is_main = mode == QClipboard.Mode.Clipboard
        if is_main and self.holds_secret and not self._is_in(mode):
            # Something else was copied; the other clipboard may still hold the secret.
            self.clear()

    def _is_in(self, mode: QClipboard.Mode) -> bool:
        if mode == QClipboard.Mode.Selection and not self._clipboard.supportsSelection():
            return False
        return secrets.compare_digest(self._digest_of(self._clipboard.text(mode)), self._digest)

    def _digest_of(self, text: str) -> bytes:
        return hashlib.sha256(self._salt + text.encode("utf-8", "surrogatepass")).digest()

    def _forget(self) -> None:
        self._timer.stop()
        self._salt = self._digest = b""


def _conceal_on_macos() -> None:
    """Add the type that Mac clipboard managers skip; Qt would give it a name of its own.

    Source: http://nspasteboard.org
    """
    if sys.platform == "darwin":
        from companyportal.desktop.objective_c import class_named, send, text

        pasteboard = send(class_named("NSPasteboard"), "generalPasteboard")
        concealed = text("org.nspasteboard.ConcealedType")
        types = send(class_named("NSArray"), "arrayWithObject:", concealed)
        send(pasteboard, "addTypes:owner:", types, None)
        send(pasteboard, "setString:forType:", text(""), concealed)
