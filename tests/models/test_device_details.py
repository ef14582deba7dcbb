"""The page of one device: at once what is known, then what the service tells."""

from __future__ import annotations

import pytest

from companyportal.capabilities import Reason, ResetEffect
from companyportal.demo.server import DemoServer
from companyportal.domain import Action, ActionState, DeviceDetails, Secret
from companyportal.errors import NotFound
from companyportal.portal import Portal
from companyportal.settings import Loaded, Settings
from tests.demo_fixture import StartDemo
from tests.models.hands import Hands, begin, emissions, sign_in_again
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock


async def test_nothing_is_open_at_first(portal: Portal, demo: DemoServer) -> None:
    seen = len(demo.tenant.requests)
    portal.details.refresh()
    assert (portal.details.device, portal.details.offer(Action.RESET_PASSCODE)) == (None, None)
    assert len(demo.tenant.requests) == seen


async def test_a_device_opens_at_once_and_is_then_read(
    portal: Portal, demo_clock: VirtualClock
) -> None:
    galaxy = device_called(portal, "Galaxy")
    read = emissions(portal.details.details_read)
    portal.details.open(galaxy)
    assert portal.details.device == galaxy
    assert (portal.details.results, portal.details.checked_at) == ((), None)
    await until(lambda: read)
    assert [r.action for r in portal.details.results] == [Action.SYNC]
    assert portal.details.checked_at == demo_clock.now()
    assert not portal.details.is_busy
    offer = portal.details.offer(Action.RESET_PASSCODE)
    assert offer is not None
    assert offer.effect is ResetEffect.TEMPORARY_LETTERS_AND_DIGITS


async def test_opening_another_device_forgets_what_was_read_of_the_first(portal: Portal) -> None:
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: portal.details.results)
    portal.details.open(device_called(portal, "Galaxy"))
    assert portal.details.results
    portal.details.open(device_called(portal, "PC-0042"))
    assert (portal.details.results, portal.details.checked_at) == ((), None)
    offer = portal.details.offer(Action.RESET_PASSCODE)
    assert offer is not None
    assert offer.reason is Reason.WINDOWS_PC
    await until(lambda: portal.details.checked_at)


async def test_it_is_busy_until_the_newest_reading_ends(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("latency")
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: demo_clock.sleepers == 1)
    busy: list[bool] = []
    portal.details.changed.connect(lambda: busy.append(portal.details.is_busy))
    portal.details.refresh()
    await until(lambda: demo_clock.sleepers == 2)
    assert set(busy) == {True}
    await demo_clock.advance(3)
    await until(lambda: portal.details.checked_at)
    assert busy[-1] is False


async def test_a_device_that_is_gone_leaves_the_list(portal: Portal, demo: DemoServer) -> None:
    galaxy = device_called(portal, "Galaxy")
    demo.tenant.faults.add("gone")
    gone = emissions(portal.details.gone)
    portal.details.open(galaxy)
    await until(lambda: portal.messages.current)
    assert gone == [(galaxy.device_id,)]
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, NotFound)
    assert portal.devices.find(galaxy.device_id) is None
    assert portal.devices.total == 4
    assert not portal.details.is_busy


@fault("R01")
async def test_offline_it_says_so_until_the_service_answers(
    start_demo: StartDemo, hands: Hands, demo_clock: VirtualClock
) -> None:
    demo = await start_demo()
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await hands.browser.settle()
        await demo.__aexit__(None, None, None)
        galaxy = device_called(portal, "Galaxy")
        portal.details.open(galaxy)
        await until(lambda: portal.details.is_offline)
        assert not portal.details.is_busy
        assert portal.details.device == galaxy
        assert portal.messages.current is None
        portal.details.take(DeviceDetails(device=galaxy))
        assert not portal.details.is_offline
        portal.details.refresh()
        await until(lambda: portal.details.is_offline)
        portal.details.open(device_called(portal, "iPhone"))
        assert portal.details.is_offline, "until the service answers"
        portal.details.close()
        assert not portal.details.is_offline


async def test_only_news_of_its_own_device_is_taken(portal: Portal) -> None:
    galaxy, iphone = device_called(portal, "Galaxy"), device_called(portal, "iPhone")
    portal.details.take(DeviceDetails(device=galaxy))
    assert portal.details.device is None
    portal.details.open(galaxy)
    portal.details.close()
    portal.details.resume(portal.devices.find)
    portal.details.open(galaxy)
    portal.details.take(DeviceDetails(device=iphone))
    assert portal.details.device == galaxy
    assert portal.details.checked_at is None
    await until(lambda: portal.details.checked_at)


async def test_a_page_that_was_opened_before_the_session_is_read_when_it_comes(
    portal: Portal, demo: DemoServer
) -> None:
    galaxy, details = device_called(portal, "Galaxy"), portal.details
    details.close()
    seen = len(demo.tenant.requests)
    details.open(galaxy)
    details.refresh()
    details.retry()
    assert not portal.tasks.is_running("device")
    assert (details.device, details.awaits_session, details.is_busy) == (galaxy, True, False)
    assert len(demo.tenant.requests) == seen
    details.resume(portal.devices.find)
    await until(lambda: details.checked_at)
    assert not details.awaits_session


async def test_a_page_of_somebody_who_was_here_before_is_closed(portal: Portal) -> None:
    galaxy, gone = device_called(portal, "Galaxy"), emissions(portal.details.gone)
    portal.details.close()
    portal.details.open(galaxy)
    portal.details.resume(lambda _: None)
    assert (portal.details.device, gone) == (None, [(galaxy.device_id,)])
    assert not portal.tasks.is_running("device")


async def test_no_passcode_stays_on_the_page(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    galaxy = next(d for d in demo.tenant.devices_of(demo.people[0]) if d.record.reset.value)
    demo.tenant.ask(galaxy, "resetPasscode", {})
    await demo_clock.advance(5)
    read: list[Secret | None] = []
    portal.details.details_read.connect(lambda details: read.append(details.results[0].secret))
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: read)
    assert read[0] is not None
    assert read[0].reveal() in demo.tenant.secrets
    reset = portal.details.results[0]
    assert (reset.action, reset.state) == (Action.RESET_PASSCODE, ActionState.DONE)
    assert [result.secret for result in portal.details.results] == [None, None]


async def test_what_the_reset_reads_is_on_the_page_and_in_the_list(
    portal: Portal, demo: DemoServer
) -> None:
    await sign_in_again(portal)
    await until(lambda: portal.devices.total)
    galaxy = device_called(portal, "Galaxy")
    portal.details.open(galaxy)
    portal.protected.confirm()
    await until(lambda: demo.tenant.posts)
    portal.details.refresh()
    await until(lambda: (d := portal.devices.find(galaxy.device_id)) and d.has_open_reset)
    offer = portal.details.offer(Action.RESET_PASSCODE)
    assert offer is not None
    assert offer.reason is Reason.ALREADY_REQUESTED


@pytest.mark.parametrize("is_broken", [False, True])
async def test_a_policy_that_cannot_be_read_keeps_the_reset_closed(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, is_broken: bool
) -> None:
    loaded = Loaded(settings=Settings(), policy_is_broken=is_broken)
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, loaded=loaded
    ) as portal:
        await sign_in(portal)
        galaxy = device_called(portal, "Galaxy")
        portal.details.open(galaxy)
        offer = portal.details.offer(Action.RESET_PASSCODE)
        assert offer is not None
        if not is_broken:
            assert offer.is_offered
            begin(portal)
            return
        assert offer.reason is Reason.POLICY_UNREADABLE
        portal.protected.begin(Action.RESET_PASSCODE, galaxy)
        portal.protected.sign_out()
        assert portal.protected.progress.device is None
        assert not portal.tasks.is_running("sign-in-again")
