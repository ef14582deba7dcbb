"""The system takes its time to name its proxy: it is asked on a thread, and the loop goes on."""

from __future__ import annotations

import asyncio
import threading
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from companyportal.auth import http_session
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.errors import Offline
from companyportal.graph.client import GraphClient
from tests.graph.conftest import QUICK, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.program import until
from tests.proofs import fault

TURNS = 300
NOBODY = "http://127.0.0.1:1"
Ask = Callable[[], Awaitable[object]]


class SlowSystem:
    """Names a proxy where nobody listens, as late as it is told to."""

    def __init__(self) -> None:
        self._here = threading.get_ident()
        self._answers = threading.Event()
        self.asked = 0
        self.on_the_loop = 0
        """How often somebody asked where the loop runs: each would have stopped the window."""

    def bypass(self, _host: str) -> bool:
        """Stands for ``proxy_bypass``, which may look up the name on Windows."""
        self.asked += 1
        if threading.get_ident() == self._here:
            self.on_the_loop += 1
        else:
            self._answers.wait()
        return False

    def proxies(self) -> dict[str, str]:
        """Stands for ``getproxies``."""
        return {"https": NOBODY}

    def answer(self) -> None:
        """Let everybody go on."""
        self._answers.set()


@pytest.fixture
async def system(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SlowSystem]:
    """The computer's own settings."""
    system = SlowSystem()
    for module in (urllib.request, http_session):
        monkeypatch.setattr(module, "proxy_bypass", system.bypass)
        monkeypatch.setattr(module, "getproxies", system.proxies)
    yield system
    system.answer()


@pytest.fixture
async def asks(ca_file: Path, clock: HurriedClock, tokens: Tokens) -> AsyncIterator[dict[str, Ask]]:
    """What has to ask for a proxy, because it goes to another computer."""
    endpoints = replace(
        endpoints_at(1, ca_file),
        authority="https://login.example.test/t",
        service="https://graph.example.test/v1.0",
        ca_file=None,
    )
    client = GraphClient(endpoints=endpoints, clock=clock, token=tokens.token, limits=QUICK)
    session = Session(
        endpoints=endpoints,
        clock=clock,
        open_url=lambda url: True,
        cache=MemoryTokenCache,
        page=lambda is_signed_in: "",
    )
    yield {
        "read": lambda: client.get("/me"),
        "change": lambda: client.post_once("/me"),
        "sign-in": lambda: session.sign_in(lambda link: None),
    }
    await client.close()
    await session.close()


@fault("R02")
@pytest.mark.parametrize("what", ["read", "change", "sign-in"])
async def test_the_loop_goes_on_while_the_system_looks_for_its_proxy(
    system: SlowSystem, asks: dict[str, Ask], what: str
) -> None:
    asking = asyncio.ensure_future(asks[what]())
    await until(lambda: system.asked)
    for _ in range(TURNS):
        await asyncio.sleep(0)
    assert (system.on_the_loop, asking.done()) == (0, False)
    system.answer()
    with pytest.raises(Offline):
        await asking
