"""The loop of the program, kept from turning where it does not run.

Between a test and the end of its fixtures nothing of the loop may turn: callbacks of asyncio would
run while no loop is running, which no program ever does. pytest-qt lets Qt handle its events after
each phase of a test, and qasync does so once more when it has stopped.
"""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
import qasync
from PySide6.QtWidgets import QApplication
from pytestqt import plugin

_process_events = vars(plugin)["_process_events"]


_LAST_TURNS = 5


class StillLoop(qasync.QEventLoop):  # type: ignore[misc] # qasync has no types
    """A QEventLoop that does nothing after it has stopped."""

    def run_until_complete(self, future: Any) -> Any:
        """WORKAROUND qasync 0.28: its own version turns once more without a running loop."""
        task = asyncio.ensure_future(future, loop=self)
        task.add_done_callback(self._on_done)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(self._on_done)
        if not task.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return task.result()

    def close(self) -> None:
        """First let what was asked to close do so: a socket closes in a later turn.

        A connection with TLS waits up to half a minute for its peer's farewell, and here the peer
        has gone with the same loop; such connections are cut.
        """
        if not self.is_closed() and QApplication.instance() is not None:
            self._turn()
            transports: Any = vars(self).get("_transports", {})
            for transport in list(transports.values()):
                transport.abort()
            self._turn()
        super().close()

    def _turn(self) -> None:
        for _ in range(_LAST_TURNS):
            self.run_until_complete(asyncio.sleep(0))

    def _on_done(self, task: object) -> None:
        self.stop()


def qt_loop() -> asyncio.AbstractEventLoop:
    """A new loop on the one QApplication."""
    app = QApplication.instance() or QApplication(["test"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    loop = StillLoop(app)
    assert isinstance(loop, asyncio.AbstractEventLoop)
    return loop


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> object:
    """Leave the events of asynchronous tests to their own loop."""
    is_asynchronous = inspect.iscoroutinefunction(getattr(item, "function", None))
    setattr(plugin, "_process_events", _do_nothing if is_asynchronous else _process_events)  # noqa: B010 - private
    return (yield)


def _do_nothing() -> None:
    """Instead of turning the loop."""
