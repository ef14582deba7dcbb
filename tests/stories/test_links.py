"""Links to the program: they show a page, and never do anything nor lead away from a decision."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.views.main_window import MainWindow
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import threat
from tests.stories.computer import WATCHED, Program, computer
from tests.stories.launched import launched, read_on
from tests.stories.sitting import Sitting

NOBODYS = "companyportal://devices/00000000-0000-0000-0000-00000000dead"
UNKNOWN = "The link leads to none of your devices."
REFUSED = "This link cannot be opened."


async def test_a_device_is_opened_as_soon_as_somebody_is_signed_in(sitting: Sitting) -> None:
    person = sitting.demo.people[0]
    device = sitting.demo.tenant.devices_of(person)[1]
    await until(lambda: sitting.portal.account.state is AccountState.SIGNED_OUT)
    sitting.life.open_link(f"companyportal://devices/{device.device_id}")
    assert sitting.window.router.place is Place.WELCOME
    await sitting.sign_in()
    await until(lambda: sitting.window.router.place is Place.DEVICE)
    assert sitting.portal.details.device is not None
    assert sitting.portal.details.device.device_id == device.device_id
    assert sitting.demo.tenant.posts == []


async def test_a_device_of_nobody_or_somebody_else_is_told(signed_in: Sitting) -> None:
    other = signed_in.demo.people[1]
    theirs = signed_in.demo.tenant.devices_of(other)[0].device_id
    for link in (NOBODYS, f"companyportal://devices/{theirs}"):
        signed_in.life.open_link(link)
        await signed_in.wait_for(UNKNOWN)
        assert signed_in.window.router.place is Place.DEVICES
        await signed_in.click("Close this message")
        assert UNKNOWN not in signed_in.words()


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("companyportal://settings", Place.SETTINGS),
        ("companyportal://helpdesk", Place.SUPPORT),
        ("companyportal://devices", Place.DEVICES),
    ],
)
async def test_pages_are_opened(signed_in: Sitting, link: str, place: Place) -> None:
    signed_in.window.router.go(Place.SHORTCUTS)
    signed_in.life.open_link(link)
    assert signed_in.window.router.place is place


@threat("T29")
async def test_a_link_never_leads_away_from_a_decision(signed_in: Sitting) -> None:
    other = signed_in.device("PC-0042")
    await signed_in.to_confirmation()
    for link in (f"companyportal://devices/{other.device_id}", "companyportal://devices"):
        signed_in.life.open_link(link)
        await signed_in.rest()
        assert signed_in.step is Step.CONFIRM
        assert signed_in.window.router.place is Place.PROTECTED
    assert signed_in.demo.tenant.posts == []


async def test_nor_from_a_question(signed_in: Sitting) -> None:
    signed_in.window.sheets.show_details()
    signed_in.life.open_link("companyportal://settings")
    assert signed_in.window.router.place is Place.DEVICES


@threat("T29")
@pytest.mark.parametrize(
    "link", ["companyportal://wipe", f"{NOBODYS}/wipe", "https://example.org/", "--data=/", "\0"]
)
async def test_anything_else_is_refused_in_words(signed_in: Sitting, link: str) -> None:
    signed_in.life.open_link(link)
    await signed_in.wait_for(REFUSED)
    assert "wipe" not in signed_in.words()
    assert signed_in.window.router.place is Place.DEVICES


async def test_a_link_still_waiting_is_forgotten_when_the_person_goes_elsewhere(
    signed_in: Sitting,
) -> None:
    link = signed_in.life.program.link
    signed_in.demo.tenant.faults.add("forbidden")
    signed_in.portal.devices.refresh()
    await until(lambda: signed_in.portal.devices.state is ListState.FAILED)
    signed_in.life.open_link(NOBODYS)
    assert link.is_waiting
    signed_in.window.router.open_device(signed_in.device("PC-0042"))
    assert not link.is_waiting


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["companyportal://settings"], "Appearance"),
        (["--hidden", "companyportal://settings"], "Appearance"),
        (["companyportal://nothing"], REFUSED),
        (["--device", "x; rm -rf"], REFUSED),
    ],
)
async def test_on_the_command_line(
    tmp_path: Path, demo: DemoServer, words: list[str], text: str
) -> None:
    async with launched(tmp_path, *words, connection=demo.endpoints) as program:
        await read_on(await program.window(MainWindow), text)


@pytest.mark.desktop
@threat("T29")
async def test_a_second_start_hands_its_link_to_the_first(demo: DemoServer) -> None:
    with computer() as pc:
        file = pc.folder / "connection.json"
        file.write_text(json.dumps(demo.describe()), encoding="utf-8")
        words = ("--connect", str(file), "--data", str(pc.data))
        first = pc.start("--connect", file, module=WATCHED)
        painted = await first.told("painted")
        assert "Appearance" not in painted["words"]
        second = pc.run("companyportal", *words, "--", "companyportal://settings")
        assert await second.ended() == 0
        await settles(first, "Appearance")
        third = pc.run("companyportal", *words, "--", "companyportal://devices", "--debug")
        assert await third.ended() == 2, "nothing can be put behind a link"
        assert "Appearance" in (await first.ask("look"))["words"]
        assert await first.end() == 0


async def settles(program: Program, text: str) -> None:
    """Wait until that text can be read in it."""
    for _ in range(1000):
        if text in (await program.ask("look"))["words"]:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"never came to {text}")
