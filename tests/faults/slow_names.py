"""A resolver of names that hangs until it is told to fail."""

from __future__ import annotations

import socket
import threading
from typing import Any, NoReturn


class SlowNames:
    """Stands for ``socket.getaddrinfo``; a look-up on the thread that made it is written down."""

    def __init__(self) -> None:
        self._here = threading.get_ident()
        self._failing = threading.Event()
        self.asked = 0
        """Look-ups that have begun."""
        self.on_the_loop: list[object] = []
        """Names that were looked up where the loop runs: each would have stopped the window."""

    def getaddrinfo(self, host: object, *_args: Any, **_options: Any) -> NoReturn:
        """Hang, then fail as a network without names does."""
        self.asked += 1
        if threading.get_ident() == self._here:
            self.on_the_loop.append(host)
        else:
            self._failing.wait()
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    def fail(self) -> None:
        """Let all look-ups come to their end."""
        self._failing.set()
