"""Every way off the straight road of a reset: leaving, forgetting, failing, being interrupted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from companyportal.capabilities import ResetEffect
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import StoreNotWritable
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import ProtectedProgress, Step
from companyportal.portal import Portal
from companyportal.settings import Loaded, Settings
from tests.models.forbidding import forbidding
from tests.models.hands import Hands, begin, emissions, ended, sign_in_again, wait_for_browser
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import fault, promise, threat
from tests.virtual_clock import VirtualClock


async def test_a_device_without_a_passcode_to_reset_begins_nothing(portal: Portal) -> None:
    portal.protected.begin(Action.RESET_PASSCODE, device_called(portal, "PC-0042"))
    assert portal.protected.progress == ProtectedProgress()
    assert portal.protected.offer is None
    assert portal.protected.closed_because is Closed.NEVER_OPENED


async def test_the_first_page_knows_what_will_happen(portal: Portal) -> None:
    begin(portal)
    offer = portal.protected.offer
    assert offer is not None
    assert offer.effect is ResetEffect.TEMPORARY_LETTERS_AND_DIGITS
    portal.protected.open_again()
    portal.protected.confirm()
    assert not portal.tasks.is_running("reset-passcode")


async def test_where_the_policy_cannot_be_read_nothing_is_offered(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    loaded = Loaded(settings=Settings(), policy_is_broken=True)
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, loaded=loaded
    ) as portal:
        await sign_in(portal)
        galaxy = device_called(portal, "Galaxy")
        portal.protected.begin(Action.RESET_PASSCODE, galaxy)
        assert portal.protected.progress == ProtectedProgress()
        portal.protected.show_result(Action.RESET_PASSCODE, galaxy)
        assert portal.protected.offer is not None
        assert not portal.protected.offer.is_offered


async def test_another_device_may_be_chosen_until_something_is_under_way(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    begin(portal)
    begin(portal, "iPhone")
    hands.does = "nothing"
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)
    galaxy = demo.tenant.devices_of(demo.people[0])[0]
    before = portal.protected.progress
    assert before.device is not None
    assert before.device.device_id != galaxy.device_id
    portal.protected.begin(Action.RESET_PASSCODE, before.device)
    portal.protected.show_result(Action.RESET_PASSCODE, before.device)
    portal.protected.leave()
    portal.protected.forget()
    portal.protected.sign_out()
    assert portal.protected.progress == before


async def test_leaving_the_confirmation_gives_it_up(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    portal.protected.leave()
    assert portal.protected.progress.step is Step.NONE
    assert portal.protected.closed_because is Closed.CANCELLED
    assert portal.account.state is AccountState.SIGNED_IN
    portal.protected.confirm()
    portal.protected.cancel()
    assert demo.tenant.posts == []


async def test_an_earlier_result_is_shown_in_place_of_a_confirmation(portal: Portal) -> None:
    await sign_in_again(portal)
    await until(lambda: portal.devices.total)
    iphone = device_called(portal, "iPhone")
    portal.protected.show_result(Action.RESET_PASSCODE, iphone)
    assert portal.protected.progress == ProtectedProgress(step=Step.FOLLOWING, device=iphone)
    assert portal.protected.remaining_s == 0
    portal.protected.interrupt()
    assert portal.protected.progress.step is Step.FOLLOWING


async def test_signing_out_by_the_menu_forgets_a_reset_that_waits(portal: Portal) -> None:
    begin(portal)
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert portal.protected.progress == ProtectedProgress()
    assert portal.protected.closed_because is Closed.CANCELLED


async def test_how_a_reset_ended_stays_readable_after_the_session(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands)
    await hands.browser.cancel(hands.opened[-1])
    await ended(portal, demo, Closed.CANCELLED)
    portal.account.signed_out.emit()
    assert portal.protected.progress.step is Step.ENDED


async def test_a_sign_out_that_fails_opens_no_browser(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        hands.opened.clear()
        begin(portal)
        with forbidding(tmp_path, "DELETE ON device_lists"):
            portal.protected.sign_out()
            await ended(portal, demo, Closed.SIGN_OUT_FAILED)
        assert isinstance(portal.protected.progress.error, StoreNotWritable)
        assert portal.account.state is AccountState.SIGNED_OUT
        assert (portal.session.account, portal.devices.total) == (None, 0)
        assert hands.opened == []


async def test_what_is_being_read_at_the_sign_out_is_no_lost_session(
    portal: Portal, hands: Hands, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    hands.does = "nothing"
    demo.tenant.faults.add("latency")
    ends = emissions(portal.account.signed_out)
    begin(portal)
    portal.devices.refresh()
    portal.details.open(device_called(portal, "Galaxy"))
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)
    assert len(ends) == 1
    assert portal.messages.current is None
    assert set(portal.tasks.names) == {"sign-in-again", "count-down"}
    portal.protected.cancel()
    await demo_clock.advance(3)
    await until(lambda: not portal.tasks.names)


@fault("R30")
async def test_ending_the_program_while_the_browser_is_open_closes_the_gate(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands)
    await portal.tasks.close()
    await ended(portal, demo, Closed.SIGN_IN_FAILED)
    assert portal.protected.progress.link == ""


async def test_a_clock_that_was_moved_before_interrupts_nothing(
    portal: Portal, demo_clock: VirtualClock
) -> None:
    interrupted = emissions(portal.session_events.interrupted)
    demo_clock.wall += timedelta(hours=1)
    begin(portal)
    portal.protected.changed.connect(lambda: move_while_signing_out(portal, demo_clock))
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    assert interrupted == []


def move_while_signing_out(portal: Portal, clock: VirtualClock) -> None:
    """The person sets the clock right just before the five minutes begin."""
    if portal.protected.progress.step is Step.SIGNING_OUT:
        clock.wall += timedelta(hours=1)


@pytest.mark.parametrize("hours", [-1, 1])
async def test_a_clock_that_is_moved_at_the_confirmation_closes_the_gate(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, hours: int
) -> None:
    await sign_in_again(portal)
    await until(lambda: demo_clock.sleepers)
    demo_clock.wall += timedelta(hours=hours)
    await demo_clock.advance(1)
    await ended(portal, demo, Closed.INTERRUPTED)


@threat("T10")
@promise(2)
async def test_a_token_renewed_at_the_confirmation_gives_no_more_time(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await until(lambda: demo_clock.sleepers)
    await demo_clock.advance(100)
    left_s = portal.protected.remaining_s
    await portal.session.token(renew=True)
    assert 0 < portal.protected.remaining_s <= left_s
    for _ in range(int(left_s) + 1):
        await demo_clock.advance(1)
    await ended(portal, demo, Closed.TIME_IS_UP)
