"""A sign-in that is given up at its very last moment."""

from __future__ import annotations

import threading

from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountModel, AccountState
from companyportal.store import Store
from companyportal.tasks import Tasks
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


async def test_giving_up_while_the_session_is_saved_comes_too_late(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    cache, tasks, store = SlowCache(), Tasks(), Store.open(None)
    session = Session(
        endpoints=demo.endpoints,
        clock=demo_clock,
        open_url=browser.open_url,
        cache=lambda: cache,
        page=lambda succeeded: "",
    )
    account = AccountModel(session=session, store=store, tasks=tasks, open_url=browser.open_url)
    account.restore()
    await until(lambda: account.state is AccountState.SIGNED_OUT)
    account.sign_in()
    await until(cache.saving.is_set)
    account.cancel()
    await until(lambda: not tasks.names)
    cache.go_on.set()
    # What the window says and what the session is must be the same.
    assert account.state is AccountState.SIGNED_IN
    assert account.account == session.account is not None
    await tasks.close()
    await session.close()
    store.close()
