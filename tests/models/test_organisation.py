"""How the organisation calls itself: from the settings first, then from the service."""

from __future__ import annotations

from companyportal.demo.server import DemoServer
from companyportal.desktop.picture import picture
from companyportal.organisation import Organisation
from companyportal.portal import Portal
from companyportal.settings import Loaded, Settings
from tests.models.hands import Hands, emissions
from tests.program import running_portal, sign_in, until
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
