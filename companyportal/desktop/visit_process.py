"""One visit's process as its station holds it: started, heard, and ended with all that it started.

A plain thread reads what it says and another waits for its end, so that neither ever holds up the
event loop. What blocks is said so, and belongs into a thread.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from companyportal.desktop.adoption import adopted
from companyportal.desktop.leftovers import end_processes, processes_of
from companyportal.desktop.message_lines import MessageLines
from companyportal.desktop.visit_folder import VisitFolder
from companyportal.desktop.windows_job import WindowsJob
from companyportal.visit_messages import Message, encode

_births = threading.Lock()
"""Held while a visit is born, which would be taken for a stranger before its number is known."""
_leaders: set[int] = set()
"""The numbers of all visits of this station that are not reaped."""
_REAP_S = 5.0
_UNHEARD = 100
"""So many messages may wait to be heard; a visit says one or two a second."""
_CHUNK = 65_536


class VisitProcess(QObject):
    """Made on the event loop's thread; one start, one end.

    Signals:
        said(message: Message): it said something.
        gone(): it has died, or no longer speaks, or speaks nothing but nonsense. Once.
    """

    said = Signal(object)
    gone = Signal()
    _heard = Signal(object)

    def __init__(
        self, command: Sequence[str], folder: VisitFolder, environment: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._command = tuple(command)
        self._folder = folder
        self._environment = {**environment, **folder.environment}
        self._lock = threading.Lock()
        self._is_ended = False
        self._is_gone = threading.Event()
        self._told = self._handled = 0
        """Messages: each number is counted by one thread only."""
        self._process: subprocess.Popen[bytes] | None = None
        self._job = WindowsJob()
        self._threads: list[threading.Thread] = []
        self._heard.connect(self._on_heard)

    @property
    def pid(self) -> int:
        """Also of its group and its session; 0 before it was started."""
        return self._process.pid if self._process is not None else 0

    @property
    def is_over(self) -> bool:
        """It has died or was ended; for threads, to which no signal comes."""
        return self._is_ended or self._is_gone.is_set()

    def start(self) -> None:
        """Make the folder's process. Blocks for some milliseconds. Raises: OSError."""
        with self._lock:
            if self._is_ended:
                return
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            errors = os.open(self._folder.path / "stderr.txt", flags, 0o600)
            try:
                with _births:
                    self._process = self._popen(errors)
                    _leaders.add(self._process.pid)
            finally:
                os.close(errors)
            self._job.add(self._process)
            for work in (self._read, self._wait):
                thread = threading.Thread(target=work, name=f"visit {work.__name__}", daemon=True)
                thread.start()
                self._threads.append(thread)

    def tell(self, message: Message) -> None:
        """Never blocks. To one that is dead or does not listen it is lost: ``gone`` or its silence
        tells.
        """
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError, ValueError):
                self._process.stdin.write(encode(message))

    def end(self) -> bool:
        """Kill it with everything it started, and remove its folder; True where nothing is left.

        Blocks for up to ten seconds where something resists. May be called again, and before the
        start, which then never happens.
        """
        with self._lock:
            self._is_ended = True
        are_gone = self._kill()
        if are_gone:
            self._reap()
        return self._folder.remove() and are_gone

    # the process

    def _popen(self, errors: int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - our own command
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=self._environment,
            cwd=Path(__file__).parents[2],  # where the program is found, installed or not
            bufsize=0,
            start_new_session=True,
        )
        assert process.stdin is not None
        if sys.platform != "win32":
            os.set_blocking(process.stdin.fileno(), False)
        return process

    def _kill(self) -> bool:
        self._job.close()
        # Until it is reaped its number is nobody else's, and after that it may be.
        is_reaped = self._process is None or self._process.returncode is not None
        leader = 0 if is_reaped else self.pid
        if leader and self._process is not None:
            with suppress(OSError):
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    os.killpg(leader, signal.SIGKILL)
        path = str(self._folder.path)
        return end_processes(lambda: processes_of(path, leader=leader) | _hidden())

    def _reap(self) -> None:
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_REAP_S)
            _leaders.discard(self._process.pid)
        for thread in self._threads:
            thread.join(_REAP_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    # its threads

    def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        lines = MessageLines()
        with suppress(OSError):
            while chunk := os.read(self._process.stdout.fileno(), _CHUNK):
                for message in lines.feed(chunk):
                    self._told += 1
                    _emit(self._heard, message)
                if lines.are_nonsense or self._told - self._handled > _UNHEARD:
                    break
        self._tell_gone()

    def _wait(self) -> None:
        """Without taking its number away: that stays until the whole group was killed."""
        assert self._process is not None
        if sys.platform == "win32":
            self._process.wait()
        elif hasattr(os, "waitid"):
            with suppress(OSError):
                os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        else:
            return  # the end of what it says tells as well
        self._tell_gone()

    def _tell_gone(self) -> None:
        with self._lock:
            if self._is_gone.is_set():
                return
            self._is_gone.set()
        _emit(self.gone)

    def _on_heard(self, message: Message) -> None:
        self._handled += 1
        self.said.emit(message)


def _emit(told: SignalInstance, *facts: object) -> None:
    """From a thread: where the program ends meanwhile, nobody is there to be told."""
    with suppress(RuntimeError):
        told.emit(*facts)


def _hidden() -> set[int]:
    """What visits that have died left without a trace of whose it is. Those of a living visit are
    its own to adopt.
    """
    with _births:
        return adopted(_leaders)
