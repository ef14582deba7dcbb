"""The one owner of every asyncio task: starts, names, cancels, and says when one failed.

No other module creates tasks, so none can be lost: the event loop keeps only weak references
(https://docs.python.org/3/library/asyncio-task.html#asyncio.create_task) and qasync's slots keep
none.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from companyportal.errors import PortalError

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Named background work.

    Signals:
        failed(name: str, error: Exception): a task ended with an error; exactly one listener, see
        ``app.py``.
    """

    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[str, asyncio.Task[None]] = {}
        self._replaced: set[asyncio.Task[None]] = set()
        """Cancelled, but perhaps still cleaning up."""
        self._is_closed = False

    def start(
        self,
        name: str,
        work: Callable[..., Coroutine[Any, Any, None]],
        *args: Any,
        replace: bool = False,
    ) -> bool:
        """Run ``work(*args)`` under ``name``; False where that name already runs (a double click),
        or where the program is closing.

        ``replace=True``, for reading and searching only, cancels the running one first.
        """
        if self._is_closed:
            return False
        running = self._running.get(name)
        if running is not None and not running.done():
            if not replace:
                return False
            running.cancel()
            self._replaced.add(running)
        task = asyncio.get_running_loop().create_task(work(*args), name=name)
        self._running[name] = task
        task.add_done_callback(self._on_task_done)
        return True

    def cancel(self, name: str) -> None:
        """Cancel the task of that name, if it runs."""
        if (task := self._running.get(name)) is not None:
            task.cancel()

    def is_running(self, name: str) -> bool:
        """True until the end of the task of that name has been told."""
        return name in self._running

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all tasks whose end has not been told yet."""
        return tuple(self._running)

    async def close(self) -> None:
        """Cancel everything and wait until it has ended; nothing can be started any more."""
        self._is_closed = True
        tasks = [*self._running.values(), *self._replaced]
        for task in tasks:
            if not task.cancelling():  # a second time would cut its cleaning up short
                task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _on_task_done(self, task: asyncio.Task[None]) -> None:
        """The end of every task is decided here and nowhere else."""
        name = task.get_name()
        self._replaced.discard(task)
        if self._running.get(name) is task:
            del self._running[name]
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        if not isinstance(error, PortalError):
            _log.error("task %s failed", name, exc_info=error)
        self.failed.emit(name, error)
