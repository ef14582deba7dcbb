"""A task that is still running when the test and its fixtures have ended fails the test.

asyncio cancels such tasks when its runner closes, without a word; this listens at that place.
"""

from __future__ import annotations

import asyncio
from asyncio import runners
from typing import Any

import pytest

_TURNS = 20
"""So many turns of the loop a task gets to end after it was cancelled."""

_cancel_all_tasks: Any = vars(runners)["_cancel_all_tasks"]


def _cancel_and_tell(loop: asyncio.AbstractEventLoop) -> None:
    for _ in range(_TURNS):
        if not asyncio.all_tasks(loop):
            break
        loop.run_until_complete(asyncio.sleep(0))
    left = [f"{task.get_name()} ({task.get_coro()})" for task in asyncio.all_tasks(loop)]
    _cancel_all_tasks(loop)
    if left:
        pytest.fail("left running:\n" + "\n".join(sorted(left)), pytrace=False)


def pytest_configure(config: pytest.Config) -> None:
    """Listen from the start."""
    vars_of_module: Any = runners
    vars_of_module._cancel_all_tasks = _cancel_and_tell
