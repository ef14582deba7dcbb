"""Names that resolve slowly, or not at all: the window stays alive, and offline is said so."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator

import pytest

from companyportal.errors import Offline
from companyportal.graph.client import GraphClient
from companyportal.graph.transport import Limits
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.portal import Portal
from tests.faults.slow_names import SlowNames
from tests.program import until
from tests.proofs import fault

pytestmark = fault("R02")
TURNS = 300


@pytest.fixture
def names(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowNames]:
    """From now on nothing resolves; all is let go at the end."""
    names = SlowNames()
    monkeypatch.setattr(socket, "getaddrinfo", names.getaddrinfo)
    yield names
    names.fail()


async def turns() -> None:
    """The loop goes round so often, which it cannot while somebody blocks it."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def test_a_list_that_waits_for_a_name_does_not_stop_the_loop(
    portal: Portal, names: SlowNames
) -> None:
    known, checked_at = portal.devices.total, portal.devices.checked_at
    await portal.client.close()
    portal.devices.refresh()
    await until(lambda: names.asked)
    await turns()
    assert (portal.devices.state, names.on_the_loop) == (ListState.LOADING, [])
    names.fail()
    await until(lambda: portal.devices.state is ListState.FAILED)
    assert portal.devices.is_offline
    assert (portal.devices.total, portal.devices.checked_at) == (known, checked_at)


async def test_a_sign_in_that_waits_for_a_name_does_not_stop_the_loop(
    portal: Portal, names: SlowNames
) -> None:
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    portal.account.sign_in()
    await until(lambda: names.asked)
    await turns()
    assert names.on_the_loop == []
    names.fail()
    await until(lambda: portal.messages.current)
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, Offline)


@pytest.mark.parametrize(
    "ask",
    [lambda client: client.get("/me"), lambda client: client.post_once("/x")],
    ids=["read", "change"],
)
async def test_nobody_waits_for_a_name_longer_than_for_a_connection(
    portal: Portal, names: SlowNames, ask: Callable[[GraphClient], asyncio.Future[None]]
) -> None:
    client = GraphClient(
        endpoints=portal.endpoints,
        clock=portal.clock,
        token=portal.session.token,
        limits=Limits(connect_s=0.2),
    )
    with pytest.raises(Offline) as caught:
        await ask(client)
    assert caught.value.code == "connectTimeout"
    assert names.asked
    await client.close()
    names.fail()
    await asyncio.get_running_loop().shutdown_default_executor()
