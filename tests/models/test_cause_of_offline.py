"""A certificate that is not valid now, met again at each try: told once, until it was good again or
somebody asks.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import trustme

from companyportal.demo.server import DemoServer
from companyportal.errors import CertificateNotValidNow
from companyportal.models.device_list import ListState
from companyportal.portal import Portal
from tests.faults.proxy import FaultProxy
from tests.graph.bad_certificates import BAD, good
from tests.models.hands import Hands, emissions
from tests.program import running_portal, sign_in, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

pytestmark = fault("R19")
Show = Callable[[str], Awaitable[None]]


@pytest.fixture
async def show(faulty_demo: DemoServer, fault_proxy: FaultProxy) -> Show:
    """From now on the service shows a certificate of that kind, from an authority that is
    trusted.
    """
    authority, trusted = trustme.CA(), ssl.create_default_context()
    trusted.load_verify_locations(faulty_demo.endpoints.ca_file)
    authority.cert_pem.write_to_path(str(faulty_demo.endpoints.ca_file), append=True)

    async def show(kind: str) -> None:
        context = good(authority) if kind == "good" else BAD[kind](authority)
        await fault_proxy.down()
        await fault_proxy.lead_to(faulty_demo.programs_port, context, trusted)

    return show


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Reached by a cable, at the end of which one can be deceived."""
    return faulty_demo


@pytest.fixture
async def portal(
    demo: DemoServer, show: Show, hands: Hands, demo_clock: VirtualClock
) -> AsyncIterator[Portal]:
    """Signed in, and nobody watches who would have it tried by itself."""
    await show("good")
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
        yield portal


async def is_told(portal: Portal, again: Callable[[], None], state: ListState) -> bool:
    """Try once more, close what is told, and say whether anything was."""
    changes = emissions(portal.devices.changed)
    again()
    await until(lambda: changes and portal.devices.state is state)
    await until(lambda: not portal.tasks.is_running("devices"))
    current = portal.messages.current
    assert current is None or isinstance(current.error, CertificateNotValidNow)
    portal.messages.dismiss()
    return current is not None


async def test_the_cause_is_told_once_until_it_was_good_or_somebody_asks(
    portal: Portal, show: Show
) -> None:
    by_itself, by_hand = portal.reconnect.wanted.emit, portal.devices.refresh
    bad, fine = ListState.FAILED, ListState.READY
    await show("expired")
    assert [await is_told(portal, by_itself, bad) for _ in range(4)] == [True, False, False, False]
    assert portal.devices.is_offline
    assert await is_told(portal, by_hand, bad)
    assert not await is_told(portal, by_itself, bad)
    await show("good")
    assert not await is_told(portal, by_itself, fine)
    await show("expired")
    assert await is_told(portal, by_itself, bad)
