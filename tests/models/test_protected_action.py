"""A reset up to the confirmation: signing out, signing in again, and every way to fail at it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from companyportal.demo.server import DemoServer
from companyportal.errors import SignInCancelled
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from tests.models.hands import Hands, begin, ended, sign_in_again, wait_for_browser
from tests.program import until
from tests.virtual_clock import VirtualClock


async def test_the_session_is_gone_while_the_browser_is_open(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    hands.does = "nothing"
    begin(portal)
    portal.protected.sign_out()
    await until(lambda: hands.opened)
    assert portal.account.state is AccountState.SIGNED_OUT
    assert portal.session.account is None
    assert portal.devices.total == 0
    assert portal.store.latest_devices() is None
    seen = len(demo.tenant.requests)
    portal.devices.refresh()
    portal.organisation.refresh()
    assert portal.protected.remaining_s > 290
    portal.protected.cancel()
    await until(lambda: not portal.tasks.is_running("sign-in-again"))
    assert [r for r in demo.tenant.requests[seen:] if "/v1.0/" in r.path] == []
    assert portal.protected.progress.step is Step.ENDED
    assert portal.protected.closed_because is Closed.CANCELLED


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("other-person", Closed.OTHER_PERSON),
        ("stale-id-token", Closed.NOT_FRESH),
        ("silent-sso", Closed.NOT_FRESH),
        ("no-auth-time", Closed.NOT_FRESH),
        ("future-auth-time", Closed.NOT_FRESH),
        ("forged-id-token", Closed.INVALID),
        ("alg-none", Closed.INVALID),
        ("wrong-audience", Closed.INVALID),
        ("wrong-issuer", Closed.INVALID),
        ("expired-id-token", Closed.INVALID),
        ("wrong-nonce", Closed.INVALID),
    ],
)
async def test_a_doubtful_sign_in_opens_nothing_and_leaves_nobody_signed_in(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    fault: str,
    reason: Closed,
) -> None:
    await demo_clock.advance(120)
    begin(portal)
    demo.tenant.faults.add(fault)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert portal.protected.closed_because is reason
    assert portal.session.account is None
    assert portal.account.state is AccountState.SIGNED_OUT
    portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert demo.tenant.posts == []


async def test_nobody_comes_back_within_five_minutes(
    portal: Portal, hands: Hands, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await wait_for_browser(portal, hands)
    await until(lambda: demo_clock.sleepers)
    for _ in range(302):
        await demo_clock.advance(1)
    await ended(portal, demo, Closed.TIME_IS_UP)
    assert portal.account.state is AccountState.SIGNED_OUT


async def test_a_sign_in_after_five_minutes_of_sleep_is_too_late(
    portal: Portal, hands: Hands, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await wait_for_browser(portal, hands)
    demo_clock.boot += 7_200
    demo_clock.wall += timedelta(hours=2)
    await hands.browser.sign_in(hands.opened[-1])
    await ended(portal, demo, Closed.TIME_IS_UP)
    assert portal.session.account is None


async def test_a_slow_second_factor_leaves_too_little_time(
    portal: Portal, hands: Hands, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await wait_for_browser(portal, hands)
    await demo_clock.advance(250)
    demo.tenant.faults.add("slow-second-factor")
    await hands.browser.sign_in(hands.opened[-1])
    await ended(portal, demo, Closed.TOO_SLOW)
    assert portal.account.state is AccountState.SIGNED_IN


async def test_cancel_on_the_sign_in_page(portal: Portal, hands: Hands, demo: DemoServer) -> None:
    await wait_for_browser(portal, hands)
    await hands.browser.cancel(hands.opened[-1])
    await ended(portal, demo, Closed.CANCELLED)
    assert isinstance(portal.protected.progress.error, SignInCancelled)


async def test_without_a_browser_the_link_still_leads_through(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands, "no browser")
    await hands.browser.sign_in(portal.protected.progress.link)
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    assert demo.tenant.posts == []


async def test_open_again_opens_the_same_page(portal: Portal, hands: Hands) -> None:
    await wait_for_browser(portal, hands)
    portal.protected.open_again()
    assert hands.opened == [portal.protected.progress.link] * 2
    portal.protected.cancel()
    await until(lambda: not portal.tasks.is_running("sign-in-again"))


async def test_cancel_before_the_sign_out_changes_nothing(portal: Portal, demo: DemoServer) -> None:
    begin(portal)
    portal.protected.cancel()
    assert portal.protected.progress.step is Step.NONE
    portal.protected.sign_out()
    assert portal.account.state is AccountState.SIGNED_IN
    assert demo.tenant.posts == []


async def test_cancel_at_the_confirmation_closes_the_gate(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    portal.protected.cancel()
    portal.protected.confirm()
    assert portal.protected.progress.step is Step.NONE
    assert portal.protected.remaining_s == 0
    assert demo.tenant.posts == []


async def test_locking_the_computer_after_the_sign_in_closes_the_gate(
    portal: Portal, demo: DemoServer
) -> None:
    await sign_in_again(portal)
    portal.session_events.interrupted.emit("lock")
    portal.protected.confirm()
    await ended(portal, demo, Closed.INTERRUPTED)


async def test_locking_the_computer_while_the_browser_is_open_is_normal(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands)
    portal.session_events.interrupted.emit("lock")
    await hands.browser.sign_in(hands.opened[-1])
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)


async def test_the_confirmation_runs_out(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await until(lambda: demo_clock.sleepers)
    for _ in range(302):
        await demo_clock.advance(1)
    await ended(portal, demo, Closed.TIME_IS_UP)
    assert portal.account.state is AccountState.SIGNED_IN
