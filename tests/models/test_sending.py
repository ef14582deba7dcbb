"""A reset from the confirming click on: what is sent, once, and what becomes of it."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import NotificationKind, OperationState
from companyportal.errors import OutcomeUnknown
from companyportal.models.reset_progress import Step
from companyportal.portal import Portal
from tests.models.hands import sign_in_again
from tests.program import until
from tests.virtual_clock import VirtualClock


async def test_a_reset_is_sent_once_and_followed_to_its_passcode(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    assert demo.tenant.posts == []
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    device = portal.reset.progress.device
    assert device is not None
    await until(lambda: demo_clock.sleepers)
    await demo_clock.advance(6)
    await until(
        lambda: (f := portal.follow_up.find(device.device_id)) and f.state is OperationState.DONE
    )
    secret = portal.follow_up.passcode(device.device_id)
    assert secret is not None
    assert secret.reveal() in demo.tenant.secrets
    assert [post.device_id for post in demo.tenant.posts] == [device.device_id]
    assert [entry.kind for entry in portal.notifications.entries] == [
        NotificationKind.PASSCODE_READY
    ]


async def test_fifty_clicks_send_one_request(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    for _ in range(50):
        portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    for _ in range(50):
        portal.reset.confirm()
    assert len(demo.tenant.posts) == 1


@pytest.mark.parametrize("fault", ["post-reset-after-accept", "post-500-after-accept", "post-500"])
async def test_an_unclear_end_is_unknown_and_never_sent_again(
    portal: Portal, demo: DemoServer, fault: str
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add(fault)
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    assert isinstance(portal.reset.progress.error, OutcomeUnknown)
    person = portal.account.account
    assert person is not None
    [operation] = portal.store.open_operations(person.person)
    assert operation.state is OperationState.UNKNOWN
    portal.reset.confirm()
    assert len(demo.tenant.posts) == 1


async def test_an_unknown_outcome_is_settled_by_reading(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("post-reset-after-accept")
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    demo.tenant.faults.discard("post-reset-after-accept")
    device = portal.reset.progress.device
    assert device is not None
    await demo_clock.advance(10)
    portal.follow_up.check_now(device.device_id)
    for _ in range(20):
        await until(lambda: True)
        await demo_clock.advance(5)
    await until(
        lambda: (f := portal.follow_up.find(device.device_id)) and f.state is OperationState.DONE
    )
    assert len(demo.tenant.posts) == 1


async def test_an_unknown_outcome_that_never_shows_stays_unresolved(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("post-500")
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    demo.tenant.faults.discard("post-500")
    device = portal.reset.progress.device
    assert device is not None

    def is_over() -> bool:
        followed = portal.follow_up.find(device.device_id)
        return followed is not None and followed.state is OperationState.UNRESOLVED

    for _ in range(60):
        await demo_clock.advance(30)
        for _ in range(10):
            await until(lambda: True)
        if is_over():
            break
    await until(is_over)
    assert len(demo.tenant.posts) == 1


async def test_a_refusal_ends_it_with_the_facts(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("forbidden")
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.error is not None)
    assert demo.tenant.taken == []


async def test_a_broken_reading_before_the_request_gives_the_click_back(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("reset")
    portal.reset.confirm()
    for _ in range(40):
        await demo_clock.advance(1)
        await until(lambda: True)
    await until(lambda: portal.reset.progress.error is not None)
    assert portal.reset.progress.step is Step.CONFIRM
    assert demo.tenant.taken == []
    demo.tenant.faults.discard("reset")
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    assert len(demo.tenant.taken) == 1
