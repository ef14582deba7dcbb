"""A sign-in that is given up at its very last moment."""

from __future__ import annotations

import asyncio
import contextlib
import threading

import pytest

from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.errors import SignInRequired
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.virtual_clock import VirtualClock


class SlowCache(MemoryTokenCache):
    """A real cache whose saving takes until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.saving = threading.Event()
        self.go_on = threading.Event()

    def save(self, text: str) -> None:
        """See TokenCache."""
        self.saving.set()
        self.go_on.wait(10)
        super().save(text)


async def test_giving_up_while_the_session_is_saved_leaves_nobody_signed_in(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    cache = SlowCache()
    session = Session(
        endpoints=demo.endpoints,
        clock=demo_clock,
        open_url=browser.open_url,
        cache=lambda: cache,
        page=lambda ok: "",
    )
    signing_in = asyncio.get_running_loop().create_task(session.sign_in(lambda link: None))
    await until(cache.saving.is_set)
    signing_in.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await signing_in
    cache.go_on.set()
    assert session.account is None
    with pytest.raises(SignInRequired):
        await session.token()
    await session.close()
