"""A reset from the first page to the request: what is sent, and above all what is not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import NotificationKind, OperationState
from companyportal.errors import OutcomeUnknown, SignInCancelled
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.reset_progress import Step
from companyportal.portal import Portal
from tests.http_browser import HttpBrowser
from tests.program import device_called, running_portal, sign_in, until
from tests.virtual_clock import VirtualClock


class Hands:
    """What the person does when the program opens their browser."""

    def __init__(self, browser: HttpBrowser) -> None:
        self.browser = browser
        self.does = "sign in"
        self.opened: list[str] = []

    def open_url(self, url: str) -> bool:
        """Sign in, look and do nothing, or have no browser at all."""
        self.opened.append(url)
        if self.does == "sign in":
            return self.browser.open_url(url)
        return self.does == "nothing"


@pytest.fixture
def hands(browser: HttpBrowser) -> Hands:
    """The person in front of the program."""
    return Hands(browser)


@pytest.fixture
async def portal(demo: DemoServer, hands: Hands, demo_clock: VirtualClock) -> AsyncIterator[Portal]:
    """Marie is signed in; her browser does what the program asks."""
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        hands.opened.clear()
        yield portal


def begin(portal: Portal, name: str = "Galaxy") -> None:
    """The first page of the reset."""
    portal.reset.begin(device_called(portal, name))
    assert portal.reset.progress.step is Step.BEFORE_START


async def sign_in_again(portal: Portal) -> None:
    """Through the browser to the confirmation."""
    begin(portal)
    portal.reset.sign_out()
    await until(lambda: portal.reset.progress.step is Step.CONFIRM)


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
    followed = lambda: portal.follow_up.find(device.device_id)  # noqa: E731
    await until(lambda: (f := followed()) and f.state is OperationState.DONE)
    secret = portal.follow_up.passcode(device.device_id)
    assert secret is not None
    assert secret.reveal() in demo.tenant.secrets
    assert [post.device_id for post in demo.tenant.posts] == [device.device_id]
    assert [entry.kind for entry in portal.notifications.entries] == [
        NotificationKind.PASSCODE_READY
    ]


async def test_the_session_is_gone_while_the_browser_is_open(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    hands.does = "nothing"
    begin(portal)
    portal.reset.sign_out()
    await until(lambda: hands.opened)
    assert portal.account.state is AccountState.SIGNED_OUT
    assert portal.session.account is None
    assert portal.devices.total == 0
    assert portal.store.latest_devices() is None
    seen = len(demo.tenant.requests)
    portal.devices.refresh()
    portal.organisation.refresh()
    assert portal.reset.remaining_s > 290
    portal.reset.cancel()
    await until(lambda: not portal.tasks.is_running("sign-in-again"))
    assert [r for r in demo.tenant.requests[seen:] if "/v1.0/" in r.path] == []
    assert portal.reset.progress.step is Step.ENDED
    assert portal.reset.closed_because is Closed.CANCELLED


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
    portal.reset.sign_out()
    await until(lambda: portal.reset.progress.step is Step.ENDED)
    assert portal.reset.closed_because is reason
    assert portal.session.account is None
    assert portal.account.state is AccountState.SIGNED_OUT
    portal.reset.confirm()
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert demo.tenant.posts == []


async def wait_for_browser(portal: Portal, hands: Hands, does: str = "nothing") -> None:
    """Signed out; the browser has been asked for, and the person ``does`` something."""
    hands.does = does
    begin(portal)
    portal.reset.sign_out()
    await until(lambda: portal.reset.progress.link)


async def ended(portal: Portal, demo: DemoServer, reason: Closed) -> None:
    """Over for ``reason``, and nothing was sent."""
    await until(lambda: portal.reset.progress.step is Step.ENDED)
    await until(lambda: not portal.tasks.is_running("sign-in-again"))
    assert portal.reset.closed_because is reason
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
    demo.tenant.faults.add("slow-second-factor")
    await hands.browser.sign_in(hands.opened[-1])
    await ended(portal, demo, Closed.TOO_SLOW)
    assert portal.account.state is AccountState.SIGNED_IN


async def test_cancel_on_the_sign_in_page(portal: Portal, hands: Hands, demo: DemoServer) -> None:
    await wait_for_browser(portal, hands)
    await hands.browser.cancel(hands.opened[-1])
    await ended(portal, demo, Closed.CANCELLED)
    assert isinstance(portal.reset.progress.error, SignInCancelled)


async def test_without_a_browser_the_link_still_leads_through(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands, "no browser")
    await hands.browser.sign_in(portal.reset.progress.link)
    await until(lambda: portal.reset.progress.step is Step.CONFIRM)
    assert demo.tenant.posts == []


async def test_open_again_opens_the_same_page(portal: Portal, hands: Hands) -> None:
    await wait_for_browser(portal, hands)
    portal.reset.open_again()
    assert hands.opened == [portal.reset.progress.link] * 2
    portal.reset.cancel()
    await until(lambda: not portal.tasks.is_running("sign-in-again"))


async def test_cancel_before_the_sign_out_changes_nothing(portal: Portal, demo: DemoServer) -> None:
    begin(portal)
    portal.reset.cancel()
    assert portal.reset.progress.step is Step.NONE
    portal.reset.sign_out()
    assert portal.account.state is AccountState.SIGNED_IN
    assert demo.tenant.posts == []


async def test_cancel_at_the_confirmation_closes_the_gate(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    portal.reset.cancel()
    portal.reset.confirm()
    assert portal.reset.progress.step is Step.NONE
    assert portal.reset.remaining_s == 0
    assert demo.tenant.posts == []


async def test_locking_the_computer_after_the_sign_in_closes_the_gate(
    portal: Portal, demo: DemoServer
) -> None:
    await sign_in_again(portal)
    portal.session_events.interrupted.emit("lock")
    portal.reset.confirm()
    await ended(portal, demo, Closed.INTERRUPTED)


async def test_locking_the_computer_while_the_browser_is_open_is_normal(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands)
    portal.session_events.interrupted.emit("lock")
    await hands.browser.sign_in(hands.opened[-1])
    await until(lambda: portal.reset.progress.step is Step.CONFIRM)


async def test_the_confirmation_runs_out(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await until(lambda: demo_clock.sleepers)
    for _ in range(302):
        await demo_clock.advance(1)
    await ended(portal, demo, Closed.TIME_IS_UP)
    assert portal.account.state is AccountState.SIGNED_IN


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
