"""The key store is absent, locked or dumb: the session lives in memory, and the person is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

import pytest

from companyportal.demo.server import DemoServer
from tests.auth.ring import holds_none_of
from tests.dbus_mocks import DBusMock
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.needs import need_command
from tests.proofs import fault
from tests.session_bus import private_bus
from tests.stories.computer import WATCHED, Computer, Program, computer
from tests.stories.conftest import SitDown
from tests.stories.keyring_service import wait_for_its_name

pytestmark = [pytest.mark.desktop, fault("R23")]
TOLD = "No keyring is open on this computer, so you stay signed in until you quit."
SECRETS = "org.freedesktop.secrets"
SERVICE = "org.freedesktop.Secret.Service"
_HANGS = "import time; time.sleep(3600)"


@contextmanager
def locked_keyring(address: str) -> Iterator[None]:
    """GNOME's, with nobody to type its password and no way to ask for it."""
    daemon = need_command("gnome-keyring-daemon", "gnome-keyring")
    with tempfile.TemporaryDirectory(prefix="ring-", dir="/tmp") as folder:
        places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), folder)
        process = subprocess.Popen(
            [daemon, "--foreground", "--components=secrets"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **places, "DBUS_SESSION_BUS_ADDRESS": address},
        )
        try:
            wait_for_its_name(address)
            yield
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture
def bus() -> Iterator[str]:
    """A session bus without any service."""
    with private_bus() as address:
        yield address


@pytest.fixture
async def dumb(bus: str) -> AsyncIterator[None]:
    """A key store that takes every question and answers none, as one that waits for a password."""
    path = "/org/freedesktop/secrets"
    mock = await DBusMock.play(bus, SECRETS, path, "--session", SECRETS, path, SERVICE)
    for member, takes, gives in (("OpenSession", "sv", "vo"), ("ReadAlias", "s", "o")):
        method = (SERVICE, member, takes, gives, _HANGS)
        await mock.call("org.freedesktop.DBus.Mock", "AddMethod", "sssss", *method)
    yield
    await mock.close(by_force=True)


async def reads(program: Program, text: str) -> str:
    """Look until that text can be read; everything that can be read then."""
    words = ""
    for _ in range(4_000):
        words = str((await program.ask("look"))["words"])
        if text in words:
            return words
    raise AssertionError(f"no “{text}” in:\n{words}\n{program.words}")


async def signs_in_and_is_told(pc: Computer, demo: DemoServer) -> None:
    """The window answers all the time; nothing of the session comes on to the disk."""
    ca_file, file = pc.folder / "ca.pem", pc.folder / "connection.json"
    shutil.copy(str(demo.endpoints.ca_file), ca_file)
    file.write_text(json.dumps({**demo.describe(), "ca_file": str(ca_file)}), encoding="utf-8")
    program = pc.start("--connect", file, module=WATCHED)
    await program.told("painted")
    await reads(program, TOLD)
    await program.ask("click", "Sign in")
    await program.until(lambda: pc.opened)
    async with HttpBrowser(username=demo.people[0].username) as browser:
        await browser.sign_in(pc.opened[0])
    await reads(program, "Checked at")
    assert await program.end() == 0
    assert list(pc.data.rglob("session-*")) == []
    assert holds_none_of(pc.folder, demo.tenant.secrets)


Store = Callable[[str], AbstractContextManager[None]]


@pytest.mark.parametrize(
    "store", [lambda _: nullcontext(), locked_keyring], ids=["absent", "locked"]
)
async def test_without_an_open_key_store_one_line_tells(
    bus: str, demo: DemoServer, store: Store
) -> None:
    with store(bus), computer(bus=bus) as pc:
        await signs_in_and_is_told(pc, demo)


@pytest.mark.slow
@pytest.mark.usefixtures("dumb")
async def test_a_key_store_that_never_answers_is_given_up(bus: str, demo: DemoServer) -> None:
    with computer(bus=bus) as pc:
        await signs_in_and_is_told(pc, demo)


@pytest.mark.parametrize("keeps_data", [True, False])
async def test_who_wants_nothing_kept_misses_nothing(
    sit_down: SitDown, demo: DemoServer, hands: Hands, keeps_data: bool
) -> None:
    sitting = await sit_down(demo, hands, keeps_data=keeps_data)
    await sitting.wait_for("Welcome to Company Portal")
    assert (TOLD in sitting.words()) == keeps_data
