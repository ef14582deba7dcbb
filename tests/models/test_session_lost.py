"""The service accepts the session no more: a call later nobody is signed in, and nothing stays."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.errors import SignInRequired
from companyportal.models.account import AccountState
from companyportal.models.follow_up import FIRST_LOOK_S
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from tests.faults.http_toxics import StatusStorm
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands, sign_in_again
from tests.models.test_follow_up import follow
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Everything that is asked of it is counted on the way."""
    return faulty_demo


@pytest.fixture
async def portal(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> AsyncIterator[Portal]:
    """Marie is signed in, with files on the disk, and waits for an answer of her iPhone."""
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
        follow(portal, device_called(portal, "iPhone"))
        await until(lambda: demo_clock.sleepers)
        yield portal


def _password_changed(demo: DemoServer, proxy: FaultProxy, clock: VirtualClock) -> None:
    """The access token has run out since, and the refresh token is answered invalid_grant."""
    demo.tenant.faults.add("revoked-refresh")
    clock.wall += timedelta(hours=2)


def _disabled(demo: DemoServer, proxy: FaultProxy, clock: VirtualClock) -> None:
    """Continuous access evaluation: the service is told at once, and asks for another token."""
    demo.tenant.faults.add("revoked-refresh")
    demo.tenant.faults.add("claims-challenge-endless")


def _refused(demo: DemoServer, proxy: FaultProxy, clock: VirtualClock) -> None:
    """The provider goes on giving tokens, and the service takes none of them."""
    proxy.add(StatusStorm(401))


WAYS = [_password_changed, _disabled, _refused]
CALLS: dict[str, Callable[[Portal], object]] = {
    "list": lambda portal: portal.devices.refresh(),
    "page": lambda portal: portal.details.open(device_called(portal, "Galaxy")),
    "brand": lambda portal: portal.organisation.refresh(),
    "followed": lambda portal: None,  # by itself, as soon as it is time
}


async def nothing_stays(portal: Portal, clock: VirtualClock) -> None:
    """Signed out in words; of what was read nothing is left, here or on the disk."""
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await clock.advance(1)
    await until(lambda: not portal.tasks.names)
    assert portal.session.account is None
    assert (portal.devices.total, portal.details.device, portal.follow_up.all) == (0, None, ())
    assert portal.store.latest_devices() is None
    assert (portal.notifications.entries, portal.store.notifications()) == ((), ())
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, SignInRequired)


@fault("R28")
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("way", WAYS)
async def test_whichever_call_meets_it_is_the_last(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    fault_proxy: FaultProxy,
    way: Callable[[DemoServer, FaultProxy, VirtualClock], None],
    call: str,
) -> None:
    way(demo, fault_proxy, demo_clock)
    before = len(fault_proxy.requests)
    CALLS[call](portal)
    await demo_clock.advance(FIRST_LOOK_S if call == "followed" else 0)
    await nothing_stays(portal, demo_clock)
    assert len({request.target for request in fault_proxy.requests[before:]}) <= 1
    await demo_clock.advance(3_600)
    assert portal.tasks.names == ()


@fault("R07")
async def test_a_token_that_is_refused_is_renewed_once_and_tried_once_more(
    portal: Portal, fault_proxy: FaultProxy, identity_proxy: FaultProxy
) -> None:
    storm = fault_proxy.add(StatusStorm(401, times=1))
    reads, renewals = len(fault_proxy.requests), len(identity_proxy.requests)
    checked_at = portal.devices.checked_at
    portal.devices.refresh()
    await until(lambda: not portal.tasks.is_running("devices"))
    assert (storm.struck, portal.account.state) == (1, AccountState.SIGNED_IN)
    assert (portal.devices.checked_at, portal.messages.current) == (checked_at, None)
    first, second = fault_proxy.requests[reads:]
    assert first.header("Authorization") != second.header("Authorization")
    assert [request.method for request in identity_proxy.requests[renewals:]] == ["POST"]


@fault("R07")
async def test_a_token_that_is_refused_again_ends_the_session(
    portal: Portal,
    demo_clock: VirtualClock,
    fault_proxy: FaultProxy,
    identity_proxy: FaultProxy,
) -> None:
    fault_proxy.add(StatusStorm(401))
    reads, renewals = len(fault_proxy.requests), len(identity_proxy.requests)
    portal.devices.refresh()
    await nothing_stays(portal, demo_clock)
    assert len(fault_proxy.requests) - reads == 2
    assert len(identity_proxy.requests) - renewals == 1


@fault("R07")
async def test_a_change_that_is_refused_is_not_tried_again_and_nothing_is_renewed(
    portal: Portal, demo: DemoServer, fault_proxy: FaultProxy, identity_proxy: FaultProxy
) -> None:
    await sign_in_again(portal)
    fault_proxy.add(StatusStorm(401, method="POST"))
    renewals = len(identity_proxy.requests)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    posts = [request for request in fault_proxy.requests if request.method == "POST"]
    assert (len(posts), len(identity_proxy.requests)) == (1, renewals)


@fault("R28")
@pytest.mark.parametrize("way", WAYS)
async def test_in_the_middle_of_a_reset_it_ends_the_session_and_sends_nothing(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    fault_proxy: FaultProxy,
    way: Callable[[DemoServer, FaultProxy, VirtualClock], None],
) -> None:
    await sign_in_again(portal)
    await until(lambda: portal.devices.total)
    way(demo, fault_proxy, demo_clock)
    portal.protected.confirm()
    await nothing_stays(portal, demo_clock)
    assert portal.protected.progress.step in (Step.NONE, Step.ENDED)
    assert (demo.tenant.posts, portal.protected.remaining_s) == ([], 0)
