"""The visit's end of the line to its station: standard input and output, and nothing else on them.

A plain thread listens, so that the end of the station is noticed also while the event loop stands
still. A visit never outlives its station: then the thread itself removes the folder and ends every
process of the group, this one included.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from companyportal.desktop.adoption import adopted
from companyportal.desktop.process_group import kill, kill_others
from companyportal.visit_messages import LINE_LIMIT, Message, decode, encode

_ROUNDS = 100
"""The children of a killed child become this process's own, and are next."""
_log = logging.getLogger(__name__)


class StationPipe(QObject):
    """Made before anything else may write to standard output.

    Signals:
        told(message: Message): the station said something; by the thread, so it arrives queued.
    """

    told = Signal(object)

    def __init__(
        self,
        folder: Path,
        *,
        end: Callable[[Path], None] | None = None,
        fds: tuple[int, int] = (0, 1),
    ) -> None:
        """``folder`` is the visit's; ``end`` is what happens when the station is gone."""
        super().__init__()
        self._folder = folder
        self._end = end or end_everything
        self._from_station, self._to_station = (_taken_over(fd) for fd in fds)
        if sys.platform != "win32":  # there a message is far smaller than what a pipe holds
            os.set_blocking(self._to_station, False)
        self._thread = threading.Thread(target=self._listen, name="station", daemon=True)

    def start(self) -> None:
        """Listen from here on."""
        self._thread.start()

    def say(self, message: Message) -> None:
        """Tell the station; one that does not read loses it, and one that is gone ends this."""
        try:
            os.write(self._to_station, encode(message))
        except BlockingIOError:
            _log.info("the station does not read")
        except OSError:
            self._end(self._folder)

    def _listen(self) -> None:
        with os.fdopen(self._from_station, "rb") as lines:
            while line := lines.readline(LINE_LIMIT):
                message = decode(line)
                if message is not None:
                    self.told.emit(message)
        self._end(self._folder)


def _taken_over(fd: int) -> int:
    """The same line under a number that no child inherits; the old one leads nowhere, so that a
    print of some library is no message, and the browser reads no word of the station.
    """
    own = os.dup(fd)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, fd)
    os.close(nowhere)
    return own


def end_everything(folder: Path) -> None:
    """Remove the visit's folder and end its whole process group. Does not return."""
    if sys.platform == "win32":  # the station's job object has ended the others already
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
    group = os.getpgid(0)
    # The browser writes until its last breath, so it goes first.
    kill_others(group)
    for _ in range(_ROUNDS):
        if not (hidden := adopted(())):
            break
        for pid in hidden:
            kill(pid)
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(group, signal.SIGKILL)
