"""Inside a program of the kiosk that a story starts: tells what is on its screen, moves its time.

A thread listens at a socket of the story's, so that nothing has to run for it in the program. What
is asked is one JSON object a line, and so is what is answered.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import threading
import time
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from tests.virtual_clock import VirtualClock

TIME_FILE = "time"
"""Seconds of the boot clock and since 1970, as the story's time stands now."""
_SOON_MS = 20


class SteeredClock(VirtualClock):
    """Stands still until the story moves it; remembers what time it was in the world."""

    def __init__(self, folder: Path) -> None:
        boot, wall = map(float, (folder / TIME_FILE).read_text().split())
        super().__init__(boot=boot, wall=datetime.fromtimestamp(wall, UTC))
        self._history = [(time.monotonic(), boot)]

    async def sleep(self, seconds: float) -> None:
        """See Clock."""
        if seconds > 0:
            await super().sleep(seconds)

    async def advance_to(self, boot: float) -> None:
        """Let time pass until then; never back."""
        await self.advance(max(0.0, boot - self.boot))
        self._history.append((time.monotonic(), self.boot))

    def since(self, world_s: float) -> float:
        """How long ago by this clock it was what was ``world_s`` ago in the world."""
        at = bisect_right(self._history, (time.monotonic() - world_s, float("inf")))
        return self.boot - self._history[max(0, at - 1)][1]


class Steering(QObject):
    """Lives in the main thread; made before the application."""

    _asked = Signal(object, object)

    def __init__(
        self, name: str, folder: Path, clock: SteeredClock, look: Callable[[str], Any]
    ) -> None:
        super().__init__()
        self._clock = clock
        self._look = look
        self._asked.connect(self._on_asked)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(str(folder / f"{name}-{os.getpid()}"))
        self._socket.listen()
        threading.Thread(target=self._listen, name="steering", daemon=True).start()

    def _listen(self) -> None:
        while True:
            asking, _ = self._socket.accept()
            with asking, asking.makefile("rb") as lines:
                for line in lines:
                    answer: list[Any] = []
                    is_answered = threading.Event()

                    def reply(
                        content: Any,
                        answer: list[Any] = answer,
                        is_answered: threading.Event = is_answered,
                    ) -> None:
                        answer.append(content)
                        is_answered.set()

                    self._asked.emit(json.loads(line), reply)
                    is_answered.wait()
                    asking.sendall(json.dumps(answer[0]).encode() + b"\n")

    def _on_asked(self, asked: dict[str, Any], reply: Callable[[Any], None]) -> None:
        if "advance_to" in asked:
            self._advance(asked["advance_to"], reply)
        elif asked["look"] == "sleeping":
            reply([*self._clock.sleeping])
        else:
            reply(self._look(asked["look"]))

    def _advance(self, boot: float, reply: Callable[[Any], None]) -> None:
        """A window may be there before the loop that time passes in; then as soon as that turns."""
        if not _has_loop():
            QTimer.singleShot(_SOON_MS, self, lambda: self._advance(boot, reply))
            return
        moving = asyncio.get_running_loop().create_task(self._clock.advance_to(boot))
        moving.add_done_callback(lambda _: reply(self._look("talk")))


def _has_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
