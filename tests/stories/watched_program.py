"""The real program with somebody who looks over its shoulder: tells what is on the window at its
first paint, and answers questions.

``python -m tests.stories.watched_program`` takes the program's own arguments. Each event becomes
one JSON line on the standard output; a command is a JSON list on the standard input: ``["look"]``,
``["close"]``, ``["click", WORDS]``, ``["choose", DEVICE]``, ``["fail", WHERE]``,
``["log out"]``.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from companyportal.__main__ import main
from companyportal.views.main_window import MainWindow
from tests.dumpable import is_dumpable


class Watcher(QObject):
    """Notices the window while it is being made, before anybody else waits for its first paint."""

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._commands.activated.connect(self._on_commands_activated)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if self._window is None and isinstance(watched, MainWindow):
            self._window = watched
            watched.first_painted.connect(self._on_first_painted)
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        return False

    def _on_first_painted(self) -> None:
        modules = sorted({name.partition(".")[0] for name in sys.modules})
        say("painted", modules=modules, **self._look())

    def _on_commands_activated(self) -> None:
        for line in os.read(sys.stdin.fileno(), 65_536).decode().splitlines():
            command, *words = json.loads(line)
            if command == "close":
                self._shown().close()
            elif command == "log out":
                QApplication.quit()
            elif command == "click":
                self._button(words[0]).click()
            elif command == "choose":
                self._choose(words[0])
            elif command == "fail":
                fail(words[0])
            say(command, **self._look(), is_dumpable=is_dumpable())

    def _choose(self, name: str) -> None:
        assert self._window is not None
        view = self._window.devices_page.view
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        view.clicked.emit(next(each for each in rows if each.data() == name))

    def _button(self, words: str) -> QAbstractButton:
        buttons = self._shown().findChildren(QAbstractButton)
        return next(each for each in buttons if each.isVisible() and each.text() == words)

    def _shown(self) -> QWidget:
        return self._window or next(
            each for each in QApplication.topLevelWidgets() if each.isVisible()
        )

    def _look(self) -> dict[str, Any]:
        """Every text that can be read, what can be pressed, and the devices of the list."""
        window = self._shown()
        parts = [each for each in window.findChildren(QWidget) if each.isVisible()]
        texts = [
            each.text() or each.accessibleName()
            for each in parts
            if isinstance(each, QLabel | QAbstractButton)
        ]
        awake = [
            each.text()
            for each in parts
            if isinstance(each, QAbstractButton)
            and each.isEnabled()
            and not each.accessibleDescription()  # why it cannot be pressed
        ]
        facts: dict[str, Any] = {
            "is_visible": window.isVisible(),
            "words": "\n".join(texts),
            "buttons": awake,
        }
        if self._window is not None and self._window.devices_page.view.isVisible():
            model = self._window.devices_page.view.model()
            rows = range(model.rowCount())
            facts["devices"] = [str(model.index(row, 0).data()) for row in rows]
        return facts


def fail(where: str) -> None:
    """A fault of the program, in code that nobody waits for: ``slot``, ``timer``, ``event`` of a
    widget, or ``callback`` of the event loop.
    """

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    if where == "event":
        Failing().post_to(broken)
    elif where == "callback":
        asyncio.get_running_loop().call_soon(broken)
    elif where == "timer":
        QTimer.singleShot(0, broken)
    else:
        emitter = QAction(QApplication.instance())
        emitter.triggered.connect(broken)
        emitter.trigger()


class Failing(QObject):
    """Fails while it handles an event."""

    def post_to(self, broken: Callable[[], None]) -> None:
        """Have an event delivered to it later."""
        self._broken = broken
        self.setParent(QApplication.instance())
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def event(self, event: QEvent) -> bool:
        """The event has come."""
        if event.type() == QEvent.Type.User:
            self._broken()
        return super().event(event)


def say(event: str, **facts: Any) -> None:
    """One JSON line."""
    print(json.dumps({"event": event, **facts}), flush=True)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    watcher = Watcher()
    app.installEventFilter(watcher)
    sys.exit(main())
