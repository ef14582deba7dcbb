"""The real program, in which something breaks wherever nobody catches it, with secrets at hand.

``python -m tests.stories.failing_program SECRET… -- ARGUMENTS`` takes the program's own arguments.
Once the window is painted each failure happens in its turn; then the program says so and goes on.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, qCritical, qWarning
from PySide6.QtWidgets import QApplication

from companyportal.__main__ import main
from companyportal.tasks import Tasks
from companyportal.views.main_window import MainWindow

_BETWEEN_MS = 20


class Holder:
    """Breaks when it is thrown away."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return f"Holder({self._secret})"

    def __del__(self) -> None:
        fail(self._secret)


class Listener(QObject):
    """Breaks in a method that Qt calls."""

    def event(self, event: QEvent) -> bool:
        """As a view that does not expect what it is shown."""
        if event.type() == QEvent.Type.User:
            fail(str(self.property("secret")))
        return super().event(event)


def fail(secret: str) -> None:
    """As Python and libraries break: each quotes what it was given, in a way of its own."""
    kept_locally = {"access_token": secret}
    try:
        try:
            kept_locally[secret]
        except KeyError:
            list(kept_locally).index(secret)
    except ValueError as error:
        error.add_note(f"while reading {secret}")
        claims = json.dumps({"oid": "5d0c", "passcode": secret, "nonce": secret}, indent=2)
        raise ExceptionGroup(
            f"The id_token was: {claims}", [LookupError(secret), OSError(5, "broken", secret)]
        ) from RuntimeError(repr(kept_locally))


def failures(secret: str) -> Iterator[Callable[[], object]]:
    """In every place where an exception may end."""
    yield lambda: fail(secret)
    yield lambda: in_a_method_of_qt(secret)
    yield lambda: Tasks(QApplication.instance()).start("planted", in_a_task, secret)
    yield lambda: asyncio.get_running_loop().call_soon(fail, secret)
    yield lambda: in_a_future(secret)
    yield lambda: threading.Thread(target=fail, args=(secret,), name="planted").start()
    yield lambda: Holder(secret) and None
    yield lambda: qWarning(f"no browser for 'https://login.example/?code={secret}'")
    yield lambda: qCritical(f"cannot draw {secret}")


def in_a_method_of_qt(secret: str) -> None:
    """Sent right away."""
    listener = Listener()
    listener.setProperty("secret", secret)
    QApplication.sendEvent(listener, QEvent(QEvent.Type.User))


async def in_a_task(secret: str) -> None:
    """As the work of a model."""
    await asyncio.sleep(0)
    fail(secret)


def in_a_future(secret: str) -> None:
    """Whose end nobody asks for."""
    future = asyncio.get_running_loop().create_future()
    try:
        fail(secret)
    except ExceptionGroup as error:
        future.set_exception(error)
    del future
    gc.collect()


class Saboteur(QObject):
    """Begins with the first paint of the window."""

    def __init__(self, secrets: list[str]) -> None:
        super().__init__()
        self._turns = [turn for secret in secrets for turn in failures(secret)]
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if isinstance(watched, MainWindow):
            watched.first_painted.connect(self._timer.start)
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        return False

    def _on_timer_timeout(self) -> None:
        if self._turns:
            self._turns.pop(0)()
        else:
            self._timer.stop()
            print(json.dumps({"event": "failed everywhere"}), flush=True)


if __name__ == "__main__":
    border = sys.argv.index("--")
    app = QApplication(sys.argv[:1])
    saboteur = Saboteur(sys.argv[1:border])
    app.installEventFilter(saboteur)
    sys.exit(main(sys.argv[border + 1 :]))
