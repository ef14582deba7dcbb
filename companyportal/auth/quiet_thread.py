"""Blocking work in a thread, without telling anybody what goes in and what comes out.

Not ``asyncio.to_thread``: qasync's threads log at DEBUG what each call was given and what it
returned, which here would be codes, tokens and names.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

_threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="auth")
"""Starts none before the first call; the end of the program waits for a call that still runs."""


async def in_thread(work: Callable[[], T]) -> T:
    """Wait for ``work()``, a function without arguments; cancelling leaves it to end by itself."""
    results: list[T] = []

    def run() -> None:
        results.append(work())

    await asyncio.get_running_loop().run_in_executor(_threads, run)
    return results[0]
