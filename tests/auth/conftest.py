"""Sessions with the demo organisation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from tests.auth.ring import Ring
from tests.auth.scripted_authority import authority, ca_file, serve  # noqa: F401
from tests.demo_fixture import browser, demo, demo_clock, start_demo  # noqa: F401
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

OpenSession = Callable[..., Session]


def closing_page(is_signed_in: bool) -> str:
    """What the browser shows at the end."""
    return f"<!doctype html><title>{'Signed in' if is_signed_in else 'Not signed in'}</title>"


@pytest.fixture
async def open_session(
    demo: DemoServer,  # noqa: F811
    browser: HttpBrowser,  # noqa: F811
    demo_clock: VirtualClock,  # noqa: F811
) -> AsyncIterator[OpenSession]:
    """Makes a session with ``demo``; takes Session's keywords. All end with the test."""
    async with AsyncExitStack() as stack:

        def made(**changes: Any) -> Session:
            cache = MemoryTokenCache()
            wishes: dict[str, Any] = {
                "endpoints": demo.endpoints,
                "clock": demo_clock,
                "open_url": browser.open_url,
                "cache": lambda: cache,
                "page": closing_page,
            }
            session = Session(**(wishes | changes))
            stack.push_async_callback(session.close)
            return session

        yield made


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    """A session that nobody has signed in to; its browser signs in the first person."""
    return open_session()


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "session-demo.bin"
