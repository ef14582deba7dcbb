"""The program's own records: damaged, of a newer version, or not to be written at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.store import Store
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import fault
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

DAMAGED = b"no database at all"
SitDown = Callable[..., Awaitable[Sitting]]


@pytest.fixture
def store_file(story_folder: Path) -> Path:
    """Where the program will look for its store."""
    file = story_folder / "data" / "demo" / "portal.sqlite"
    file.parent.mkdir(parents=True)
    return file


def damage(file: Path) -> None:
    """Something else has written there."""
    file.write_bytes(DAMAGED)


def content(file: Path) -> bytes:
    """All of it."""
    return file.read_bytes()


@fault("R22")
async def test_a_damaged_store_is_set_aside_and_told(
    store_file: Path, sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    damage(store_file)
    sitting = await sit_down(demo, hands, clock=demo_clock)
    set_aside = store_file.with_name("portal.sqlite.bad")
    await sitting.wait_for(f"The damaged file was kept as {set_aside}.")
    assert content(set_aside) == DAMAGED
    assert sitting.portal.store.is_writable


async def nothing_can_be_sent(sitting: Sitting, *words: str) -> None:
    """The person is told at the start, sees their devices, and no request leaves."""
    await sitting.wait_for(words[0])
    sitting.sees(*words)
    sitting.window.resize(1100, 1000)
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    await sitting.sign_in()
    await sitting.click("Close this message")
    assert words[0] not in sitting.words()
    await sitting.to_confirmation()
    await sitting.confirm()
    await until(lambda: not sitting.portal.tasks.is_running("reset-passcode"))
    await sitting.wait_for(words[0])
    assert sitting.demo.tenant.posts == []


@fault("R29")
async def test_a_store_of_a_newer_version_stays_as_it_is_and_nothing_is_sent(
    store_file: Path, sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    Store.open(store_file).close()
    with closing(sqlite3.connect(store_file)) as database:
        database.execute("PRAGMA user_version = 99")
    before = content(store_file)
    sitting = await sit_down(demo, hands, clock=demo_clock)
    await nothing_can_be_sent(
        sitting,
        "A newer version of this program was here, so this one sends nothing.",
        "Its records stay as they are. Start the newer version.",
    )
    assert content(store_file) == before


@fault("R21")
async def test_where_no_store_can_be_written_nothing_is_sent(
    story_folder: Path, sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    (story_folder / "data" / "demo").write_text("in the way", encoding="utf-8")
    sitting = await sit_down(demo, hands, clock=demo_clock)
    await nothing_can_be_sent(
        sitting,
        "Nothing can be written on this computer, so nothing was sent.",
        "Make room on the disk, then start the program again.",
    )
