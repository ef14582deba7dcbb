"""The demo organisation and a browser for it, for every test that needs somebody to talk to."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.virtual_clock import VirtualClock

if TYPE_CHECKING:
    from companyportal.demo.server import DemoServer
    from tests.http_browser import HttpBrowser

HELD_BACK_S = 60.0
"""Longer than any fault of the organisation makes anybody wait."""

StartDemo = Callable[..., Awaitable["DemoServer"]]


@pytest.fixture
def demo_clock() -> VirtualClock:
    """The demo's time: stands still until the test moves it."""
    return VirtualClock()


@pytest.fixture
def demos() -> list[DemoServer]:
    """Every demo organisation that ``start_demo`` has started, also when it has ended."""
    return []


@pytest.fixture
async def start_demo(demo_clock: VirtualClock, demos: list[DemoServer]) -> AsyncIterator[StartDemo]:
    """Starts a demo organisation with DemoServer's own keywords; on ``demo_clock`` unless told
    otherwise. All end with the test.
    """
    from companyportal.demo.server import DemoServer

    async with contextlib.AsyncExitStack() as stack:

        async def start(**options: Any) -> DemoServer:
            options.setdefault("clock", demo_clock)
            demos.append(await stack.enter_async_context(DemoServer(**options)))
            return demos[-1]

        yield start
        # An answer that was held back, and whose asker has gone, is let go.
        await demo_clock.advance(HELD_BACK_S)
    _forget_handlers()


def _forget_handlers() -> None:
    """WORKAROUND aiohttp 3.14: a cache of this module keeps each server that has ever answered."""
    from aiohttp import web_app

    vars(web_app)["_cached_build_middleware"].cache_clear()


@pytest.fixture
async def demo(start_demo: StartDemo) -> DemoServer:
    """A well-behaved demo organisation on ``demo_clock``."""
    return await start_demo()


@pytest.fixture
async def browser(demo: DemoServer) -> AsyncIterator[HttpBrowser]:
    """A browser in the hands of the first person of ``demo``."""
    from tests.http_browser import HttpBrowser

    async with HttpBrowser(username=demo.people[0].username) as browser:
        yield browser
