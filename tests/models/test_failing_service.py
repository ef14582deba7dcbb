"""A service that fails, throttles or asks for more proof, and a person who keeps clicking."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.demo.server import DemoServer
from companyportal.errors import MoreProofRequired, ServiceResting, Throttled
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.models.hands import Hands, begin, sign_in_again
from tests.program import reading_ends, until
from tests.proofs import fault, promise
from tests.virtual_clock import VirtualClock


def asked(demo: DemoServer) -> int:
    """How many requests Graph has seen."""
    return sum(seen.site == "graph" for seen in demo.tenant.requests)


def claims_of(link: str) -> dict[str, object]:
    """The claims for the access token that a sign-in page is asked for."""
    claims = parse_qs(urlsplit(link).query).get("claims", ["{}"])[0]
    wanted: dict[str, object] = json.loads(claims).get("access_token", {})
    return wanted


async def press_again_and_again(portal: Portal, clock: VirtualClock, seconds: int) -> None:
    """Refresh every second, or as soon as what was asked has come to its end."""
    until_s = clock.boot_s() + seconds
    while clock.boot_s() < until_s:
        portal.devices.refresh()
        await reading_ends(portal, clock)
        await clock.advance(1)


@fault("R13")
@pytest.mark.parametrize("storm", ["storm-500", "storm-503", "reset", "truncation"])
async def test_ten_minutes_of_storm_bring_twelve_requests_at_the_most(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, storm: str
) -> None:
    demo.tenant.faults.add(storm)
    before = asked(demo)
    await press_again_and_again(portal, demo_clock, 600)
    assert 5 <= asked(demo) - before <= 12
    assert portal.devices.state is ListState.FAILED
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, ServiceResting)
    demo.tenant.faults.clear()
    await demo_clock.advance(300)
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.READY)


@fault("R13")
async def test_while_the_service_rests_no_reset_leaves_and_the_use_is_not_lost(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await until(lambda: not {"devices", "organisation", "person"} & {*portal.tasks.names})
    demo.tenant.faults.add("storm-500")
    for _ in range(2):
        portal.devices.refresh()
        await reading_ends(portal, demo_clock)
    before = asked(demo)
    for _ in range(5):
        portal.protected.confirm()
        await until(lambda: not portal.tasks.is_running("reset-passcode"))
        assert portal.protected.progress.step is Step.CONFIRM
        assert isinstance(portal.protected.progress.error, ServiceResting)
    assert asked(demo) == before
    assert demo.tenant.posts == []
    demo.tenant.faults.clear()
    await demo_clock.advance(30)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    assert len(demo.tenant.taken) == 1


@fault("R12")
async def test_nobody_hammers_a_service_that_wants_quiet(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    demo.tenant.retry_after = "600"
    demo.tenant.faults.add("throttle", 1)
    before = asked(demo)
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.FAILED)
    assert portal.messages.left_s == 600
    await press_again_and_again(portal, demo_clock, 300)
    assert asked(demo) - before == 1
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, Throttled)
    assert portal.messages.left_s <= 300
    await demo_clock.advance(300)
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.READY)


@fault("R12")
@promise(4)
async def test_quiet_that_begins_before_the_request_left_costs_time_and_no_use(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    """The list is told to wait while the device is read again, whose answer then arrives."""
    await sign_in_again(portal)
    await until(lambda: not {"devices", "organisation", "person"} & {*portal.tasks.names})
    demo.tenant.faults.add("latency", 1)
    seen = len(demo.tenant.requests)
    portal.protected.confirm()
    await until(lambda: any("managedDevices/" in r.path for r in demo.tenant.requests[seen:]))
    demo.tenant.retry_after = "40"
    demo.tenant.faults.add("throttle", 1)
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.FAILED)
    await demo_clock.advance(3)
    await until(lambda: portal.protected.progress.step is not Step.SENDING)
    assert portal.protected.progress.step is Step.CONFIRM
    assert isinstance(portal.protected.progress.error, Throttled)
    assert demo.tenant.posts == []
    assert portal.session.account is not None
    assert list(portal.store.open_operations(portal.session.account.person)) == []
    await demo_clock.advance(40)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    assert len(demo.tenant.taken) == 1


@fault("R08")
@promise(4)
async def test_a_reset_that_needs_more_proof_ends_and_the_next_sign_in_brings_it(
    portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    demo.tenant.faults.add("step-up")
    await sign_in_again(portal)
    assert "acrs" not in claims_of(hands.opened[-1])
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert isinstance(portal.protected.progress.error, MoreProofRequired)
    assert portal.protected.remaining_s == 0
    assert portal.session.account is not None
    assert list(portal.store.open_operations(portal.session.account.person)) == []
    for _ in range(3):
        portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert (len(demo.tenant.posts), len(demo.tenant.taken), len(hands.opened)) == (1, 0, 1)
    await sign_in_again(portal)
    assert claims_of(hands.opened[-1])["acrs"] == {"essential": True, "value": "c1"}
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    assert (len(demo.tenant.posts), len(demo.tenant.taken)) == (2, 1)
    assert portal.follow_up.all[0].state is OperationState.ACCEPTED


@fault("R08")
async def test_more_proof_that_nobody_brings_is_not_asked_of_the_next_one(
    portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    demo.tenant.faults.add("step-up")
    await sign_in_again(portal)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    portal.account.sign_in()
    await until(lambda: portal.account.state is AccountState.SIGNED_IN)
    assert "acrs" not in claims_of(hands.opened[-1])
    await until(lambda: portal.devices.state is ListState.READY)


@fault("R08")
async def test_a_challenge_without_end_costs_one_request_for_each_confirmation(
    portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    for count in (1, 2, 3):
        await sign_in_again(portal)
        demo.tenant.faults.add("step-up")
        demo.tenant.faults.add("claims-challenge-endless")
        portal.protected.confirm()
        await until(lambda: portal.protected.progress.step is not Step.SENDING)
        await until(lambda: not portal.tasks.is_running("reset-passcode"))
        demo.tenant.faults.clear()
        assert (demo.tenant.posts, len(hands.opened)) == ([], count)
        await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
        portal.account.sign_in()
        await until(lambda: portal.devices.state is ListState.READY)
        hands.opened.pop()


@fault("R08")
async def test_a_list_that_needs_more_proof_gets_it_with_the_next_sign_in(
    portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    demo.tenant.faults.add("claims-challenge")
    demo.tenant.faults.add("revoked-refresh", 1)
    before = asked(demo)
    portal.devices.refresh()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert (asked(demo) - before, hands.opened) == (1, [])
    portal.account.sign_in()
    await until(lambda: portal.devices.state is ListState.READY)
    assert "nbf" in claims_of(hands.opened[0])
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    portal.account.sign_in()
    await until(lambda: portal.devices.state is ListState.READY)
    assert "nbf" not in claims_of(hands.opened[1])
    begin(portal)
