"""The event loop of the program, which notes in the log when it did not turn for too long.

Nothing ticks for it: it looks only when the loop turns anyway. There are two looks, because neither
sees everything. The time of each callback of asyncio also counts waiting, for a disk or a lock, and
knows the task. The processor's time between two turns also counts slots, layouts and painting.

Source: https://doc.qt.io/qt-6/qabstracteventdispatcher.html#awake
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from contextvars import Context
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractEventDispatcher
from qasync import QEventLoop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STALL_S = 0.2
"""A person notices from about here."""
_log = logging.getLogger(__name__)


class WatchedLoop(QEventLoop):  # type: ignore[misc] # qasync has no types
    """qasync's loop; ``stall_s`` is how long a turn may take unnoticed."""

    def __init__(self, app: QApplication, *, stall_s: float = STALL_S) -> None:
        self._stall_s = stall_s
        self._processor_s = time.thread_time()
        super().__init__(app)
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.awake.connect(self._on_awake)

    def close(self) -> None:
        """See asyncio."""
        if not self.is_closed():
            self._dispatcher.awake.disconnect(self._on_awake)
        super().close()

    def call_later(
        self, delay: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> Any:
        """See asyncio; ``call_soon`` and ``call_at`` come through here as well."""
        return super().call_later(delay, self._timed, callback, *args, context=context)

    def _timed(self, callback: Callable[..., Any], *args: Any) -> None:
        began = self.time()
        try:
            callback(*args)
        finally:
            if (took_s := self.time() - began) > self._stall_s:
                self._processor_s = time.thread_time()  # told once
                _log.info("the loop stood still for %.0f ms in %s", took_s * 1000, _name(callback))

    def _on_awake(self) -> None:
        before_s, self._processor_s = self._processor_s, time.thread_time()
        if (took_s := self._processor_s - before_s) > self._stall_s:
            _log.info("the loop stood still for %.0f ms in a slot", took_s * 1000)


def run_to_end(app: QApplication, work: Coroutine[None, None, int]) -> int:
    """Run ``work`` on a loop of its own; its exit code, or 0 where it was asked to end before."""
    try:
        with asyncio.Runner(loop_factory=lambda: WatchedLoop(app)) as runner:
            return runner.run(work)
    except asyncio.CancelledError:
        return 0  # asked to end by a signal; everything was cleaned up on the way here
    except RuntimeError as error:
        # Qt ended the loop itself (the session manager, Cmd-Q): everything was cleaned up already.
        if "Event loop stopped" not in str(error):
            raise
        return 0


def _name(callback: Callable[..., Any]) -> str:
    """The task whose step it is, or the function; never its arguments."""
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, asyncio.Task):
        return f"task {owner.get_name()}"
    return str(getattr(callback, "__qualname__", type(callback).__name__))
