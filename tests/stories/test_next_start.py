"""What the next start knows: with a keyring everything, without one nothing of the session."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from tests.auth.ring import holds_none_of
from tests.http_browser import HttpBrowser
from tests.proofs import fault
from tests.stories.computer import WATCHED, Computer, Program, computer
from tests.stories.keyring_service import bus_with_keyring

pytestmark = pytest.mark.desktop
HEAVY = {"aiohttp", "cryptography", "dbus_fast", "jwt", "keyring", "msal", "msgspec", "requests"}
"""Half a second of imports that the first paint does not need."""


async def reads(program: Program, text: str) -> str:
    """Look until that text can be read; everything that can be read then."""
    words = ""
    for _ in range(600):
        words = str((await program.ask("look"))["words"])
        if text in words:
            return words
    raise AssertionError(f"no “{text}” in:\n{words}")


async def sign_in_once(pc: Computer, demo: DemoServer) -> list[str]:
    """A first run: sign in with the browser, look at the devices, end; the names of the devices."""
    ca_file = pc.folder / "ca.pem"
    shutil.copy(str(demo.endpoints.ca_file), ca_file)
    described = {**demo.describe(), "ca_file": str(ca_file)}
    connection_of(pc).write_text(json.dumps(described), encoding="utf-8")
    program = start(pc)
    await reads(program, "Welcome to Company Portal")
    await program.ask("click", "Sign in")
    await program.until(lambda: pc.opened)
    async with HttpBrowser(username=demo.people[0].username) as browser:
        await browser.sign_in(pc.opened[0])
    await reads(program, "Checked at")
    names = (await program.ask("look"))["devices"]
    assert len(names) > 3
    assert await program.end() == 0
    assert holds_none_of(pc.folder, demo.tenant.secrets)
    return [str(name) for name in names]


def connection_of(pc: Computer) -> Path:
    """The file for ``--connect``."""
    return pc.folder / "connection.json"


def start(pc: Computer) -> Program:
    """Start and look over the program's shoulder."""
    return pc.start("--connect", connection_of(pc), module=WATCHED)


@pytest.fixture
async def pc() -> AsyncIterator[Computer]:
    """A computer with an unlocked keyring."""
    with bus_with_keyring() as bus, computer(bus=bus) as made:
        yield made


async def test_the_list_is_there_at_once_and_the_session_without_a_browser(
    pc: Computer, demo: DemoServer
) -> None:
    names = await sign_in_once(pc, demo)
    program = start(pc)
    painted = await program.told("painted")
    assert painted["devices"] == names
    assert HEAVY & {*painted["modules"]} == set()
    words = await reads(program, demo.people[0].display_name)
    assert "Sign in" not in words
    assert len(pc.opened) == 1
    assert await program.end() == 0
    assert holds_none_of(pc.folder, demo.tenant.secrets)


@fault("R01")
async def test_without_a_network_the_list_is_there_with_its_age(pc: Computer) -> None:
    async with DemoServer() as demo:
        names = await sign_in_once(pc, demo)
    program = start(pc)
    words = await reads(program, "You are offline.")
    assert "This is what was known at " in words
    assert "Try again" in words
    assert demo.people[0].display_name in words
    assert (await program.ask("look"))["devices"] == names
    assert await program.end() == 0


async def test_without_a_keyring_nothing_of_the_session_outlives_the_program(
    demo: DemoServer,
) -> None:
    with computer() as pc:
        await sign_in_once(pc, demo)
        assert list(pc.data.rglob("session-*")) == []
        program = start(pc)
        words = await reads(program, "Welcome to Company Portal")
        assert "Sign in" in words
        assert "devices" not in await program.ask("look")
        assert len(pc.opened) == 1
        assert await program.end() == 0
