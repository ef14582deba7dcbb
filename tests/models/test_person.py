"""The person's name, language and photo: for the session, for themselves, and never on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.demo.portrait import portrait
from companyportal.demo.server import DemoServer
from companyportal.desktop.picture import PORTRAIT_SIDE
from companyportal.models.account import AccountState
from companyportal.portal import Portal
from companyportal.profile import Profile
from tests.faults.http_toxics import HtmlAnswer
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands, emissions
from tests.program import running_portal, sign_in, until
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


async def ended(portal: Portal) -> None:
    """Nothing is being read for the person any more."""
    await until(lambda: not portal.tasks.is_running("person"))


def contents_of(folder: Path) -> list[bytes]:
    """Of every file below it."""
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def test_the_person_is_read_with_the_session_and_forgotten_with_it(portal: Portal) -> None:
    assert (portal.person.profile.surname, portal.person.profile.language) == ("Dubois", "fr-FR")
    image = portal.person.portrait
    assert (image.width(), image.height()) == (PORTRAIT_SIDE, PORTRAIT_SIDE)
    changed = emissions(portal.person.changed)
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert (portal.person.profile, portal.person.portrait.isNull()) == (Profile(), True)
    assert changed == [()]
    portal.person.retry()
    assert not portal.tasks.is_running("person")


@threat("T38")
async def test_nobody_is_shown_the_face_of_somebody_else(portal: Portal, demo: DemoServer) -> None:
    account = portal.account.account
    assert account is not None
    portal.person.close()
    demo.tenant.faults.add("other-me")
    before = len(demo.tenant.requests)
    portal.person.open(account.person)
    await ended(portal)
    assert (portal.person.profile, portal.person.portrait.isNull()) == (Profile(), True)
    assert [each.path for each in demo.tenant.requests[before:]] == ["/v1.0/me"]


@pytest.mark.parametrize("fault", ["no-photo", "svg-pictures"])
async def test_without_a_photo_there_is_a_name(
    portal: Portal, demo: DemoServer, fault: str
) -> None:
    account = portal.account.account
    assert account is not None
    demo.tenant.faults.add(fault)
    portal.person.close()
    portal.person.open(account.person)
    await ended(portal)
    assert portal.person.profile.display_name == "Marie Dubois"
    assert portal.person.portrait.isNull()
    assert portal.messages.current is None


async def test_what_could_not_be_read_is_read_when_the_service_answers_again(
    faulty_demo: DemoServer, fault_proxy: FaultProxy, hands: Hands, demo_clock: VirtualClock
) -> None:
    fault_proxy.add(HtmlAnswer("/me?"))
    async with running_portal(faulty_demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await ended(portal)
        assert portal.person.profile == Profile()
        assert portal.messages.current is None
        fault_proxy.clear()
        portal.devices.refresh()
        await until(lambda: not portal.person.portrait.isNull())


async def test_signing_out_stops_the_reading(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    account = portal.account.account
    assert account is not None
    demo.tenant.faults.add("latency")
    portal.person.close()
    portal.person.open(account.person)
    await until(lambda: demo_clock.sleepers)
    portal.person.close()
    await ended(portal)
    await demo_clock.advance(3)
    assert portal.person.profile == Profile()


async def test_the_photo_is_written_nowhere(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    photo = portrait(demo.people[0].photo_color)
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        await until(lambda: not portal.person.portrait.isNull())
        await until(lambda: not portal.tasks.names)
        contents = contents_of(tmp_path)
        assert contents
        assert not any(photo[60:120] in content for content in contents)


async def test_a_lost_session_is_noticed_here_too(portal: Portal, demo: DemoServer) -> None:
    account = portal.account.account
    assert account is not None
    lost = emissions(portal.person.session_lost)
    demo.tenant.faults.add("claims-challenge-endless")
    portal.person.open(account.person)
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert lost
