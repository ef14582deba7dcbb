"""Blocking work in a thread, without telling anybody what goes in and what comes out.

qasync logs at DEBUG what each call to its threads was given and what it returned: here that would
be codes, tokens and names.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def in_thread(work: Callable[[], T]) -> T:
    """Wait for ``work()``, a function without arguments; cancelling leaves it to end by itself."""
    results: list[T] = []

    def run() -> None:
        results.append(work())

    await asyncio.to_thread(run)
    return results[0]
