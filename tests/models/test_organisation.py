"""How the organisation calls itself: from the settings first, then from the service."""

from __future__ import annotations

from dataclasses import replace

from companyportal.demo.server import DemoServer
from companyportal.desktop.picture import picture
from companyportal.domain import Action
from companyportal.organisation import Organisation
from companyportal.portal import Portal
from companyportal.reasons import Reason
from companyportal.settings import Loaded, Settings
from tests.faults.http_toxics import HtmlAnswer
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands, emissions
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import threat
from tests.virtual_clock import VirtualClock

LOADED = Loaded(
    settings=Settings(
        support_name="Front desk",
        support_phone="1234",
        support_email="desk@example.com",
        support_site_name="Help",
        support_site_url="https://help.example.com",
    )
)


@threat("T38")
async def test_the_settings_are_filled_in_from_the_service(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, loaded=LOADED
    ) as portal:
        assert portal.organisation.organisation == Organisation(
            support_name="Front desk",
            support_phone="1234",
            support_email="desk@example.com",
            support_site_name="Help",
            support_site_url="https://help.example.com",
        )
        changed = emissions(portal.organisation.changed)
        await sign_in(portal)
        await until(lambda: changed)
        now = portal.organisation.organisation
        assert (now.name, now.support_name) == ("Valcombe", "Service desk")
        assert now.logo
        unpacked = picture.cache_info().misses
        assert not picture(now.logo).isNull()
        assert not picture(now.dark_logo).isNull()
        assert picture.cache_info().misses == unpacked, "before anybody is told"


async def test_where_branding_may_not_be_read_the_settings_stay_without_a_word(
    portal: Portal, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    await until(lambda: not portal.tasks.is_running("organisation"))
    known = portal.organisation.organisation
    demo.tenant.faults.add("forbidden")
    changed = emissions(portal.organisation.changed)
    portal.organisation.refresh()
    await until(lambda: not portal.tasks.is_running("organisation"))
    assert portal.organisation.organisation is known
    assert (changed, portal.messages.current) == ([], None)


async def test_without_a_role_the_name_is_known_all_the_same(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("no-role")
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, loaded=LOADED
    ) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.is_running("organisation"))
        now = portal.organisation.organisation
        assert (now.name, now.accent, now.support_name) == ("Valcombe", "#2C5BD2", "Front desk")
        assert portal.messages.current is None
        reads = len(demo.tenant.requests)
        portal.organisation.retry()
        assert not portal.tasks.is_running("organisation"), "nothing is missing"
        assert len(demo.tenant.requests) == reads


async def test_a_refusal_is_remembered_for_a_week_and_until_signing_out(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    account = portal.account.account
    assert account is not None
    person = account.person

    async def asks_for_the_brand() -> bool:
        before = len(demo.tenant.requests)
        portal.organisation.stop()
        portal.organisation.open(person)
        await until(lambda: not portal.tasks.is_running("organisation"))
        return any(each.path == "/v1.0/deviceManagement" for each in demo.tenant.requests[before:])

    demo.tenant.faults.add("no-role")
    assert await asks_for_the_brand()
    assert not await asks_for_the_brand()
    await demo_clock.advance(6 * 86_400)
    assert not await asks_for_the_brand()
    await demo_clock.advance(86_400)
    assert await asks_for_the_brand()
    portal.store.erase_personal()
    demo.tenant.faults.clear()
    assert await asks_for_the_brand()
    assert await asks_for_the_brand(), "it was not refused"


async def test_where_nobody_tells_of_support_the_directory_has_an_address(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("no-role")
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await until(lambda: portal.organisation.organisation.name)
        now = portal.organisation.organisation
        assert (now.support_email, now.support_phone) == ("help@valcombe.example", "")


async def test_what_is_blocked_closes_the_action_on_the_open_page(
    portal: Portal, demo: DemoServer
) -> None:
    portal.details.open(device_called(portal, "PC-0042"))
    await until(lambda: not portal.tasks.names)
    demo.tenant.faults.add("blocked-actions")
    looks = emissions(portal.details.changed)
    portal.organisation.refresh()
    await until(lambda: looks)
    offer = portal.details.offer(Action.WIPE)
    assert offer is not None
    assert offer.reason is Reason.BLOCKED


async def test_what_was_read_before_survives_trouble_at_a_later_step(
    faulty_demo: DemoServer, fault_proxy: FaultProxy, hands: Hands, demo_clock: VirtualClock
) -> None:
    faulty_demo.tenant.faults.add("blocked-actions")
    async with running_portal(faulty_demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
        known = portal.organisation.organisation
        assert known.blocked
        fault_proxy.add(HtmlAnswer("intuneBrandingProfiles"))
        portal.organisation.refresh()
        await until(lambda: not portal.tasks.is_running("organisation"))
        assert portal.organisation.organisation == replace(known, is_partial=True)
        fault_proxy.clear()
        portal.organisation.retry()
        await until(lambda: not portal.tasks.is_running("organisation"))
        assert portal.organisation.organisation == known


async def test_signing_out_stops_the_reading(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await until(lambda: not portal.tasks.is_running("organisation"))
    demo.tenant.faults.add("latency")
    changed = emissions(portal.organisation.changed)
    portal.organisation.refresh()
    await until(lambda: demo_clock.sleepers)
    portal.organisation.stop()
    await until(lambda: not portal.tasks.is_running("organisation"))
    await demo_clock.advance(3)
    assert changed == []
