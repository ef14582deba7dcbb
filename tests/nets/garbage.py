"""Garbage is collected between tests, on the main thread, and at no other moment.

Python collects cycles on whatever thread happens to allocate. Where that is a thread of an
executor, a forgotten Qt loop dies there, and Qt complains in the middle of an innocent test.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

_EVERYTHING_EVERY = 50
_count = 0


@pytest.fixture(autouse=True)
def _garbage_net() -> Iterator[None]:
    global _count
    yield
    _count += 1
    gc.collect(2 if _count % _EVERYTHING_EVERY == 0 else 1)


def pytest_configure(config: pytest.Config) -> None:
    """From now on only by hand."""
    gc.disable()
