"""Files that a crash, a full disk or a stranger has left behind, under the whole program."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NoReturn

import platformdirs
import pytest

from companyportal.demo.server import DemoServer
from companyportal.desktop.window_file import LARGEST_BYTES
from companyportal.domain import Action
from companyportal.places import own_folder
from companyportal.settings import load
from companyportal.views.main_window import MainWindow
from companyportal.views.router import Place
from tests.models.hands import Hands
from tests.proofs import fault, threat
from tests.stories.launched import launched, press, read_on, words_on
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

SitDown = Callable[..., Awaitable[Sitting]]
NOWHERE = Path(os.devnull, "companyportal")
UNREADABLE = (
    "Your organisation’s settings on this computer cannot be read, "
    "so nothing is reset from here. IT support can mend them."
)
BROKEN_POLICIES = {
    "no TOML": b'tenant_id = "',
    "no text": b'tenant_id = "\xff"',
    "zeros": bytes(4096),
    "unknown key": b'bring_your_own = "device"',
    "a giant": b"#" * (1024 * 1024),
}


@threat("T30")
@fault("R22")
@pytest.mark.parametrize("name", BROKEN_POLICIES)
async def test_a_policy_that_nobody_understands_closes_the_reset_and_says_so(
    story_folder: Path,
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    name: str,
) -> None:
    policy = story_folder / "policy.toml"
    policy.write_bytes(BROKEN_POLICIES[name])
    loaded = load(user_file=story_folder / "settings.toml", policy_file=policy)
    sitting = await sit_down(demo, hands, clock=demo_clock, loaded=loaded)
    await sitting.sign_in()
    await sitting.choose("Marie’s Galaxy")
    await sitting.wait_for(UNREADABLE)
    sitting.portal.protected.begin(Action.RESET_PASSCODE, sitting.portal.devices.devices[0])
    assert sitting.portal.protected.progress.device is None
    assert demo.tenant.posts == []
    assert policy.read_bytes() == BROKEN_POLICIES[name]


def giant(path: Path) -> None:
    """A gigabyte, but for the disk."""
    path.write_bytes(b"[General]\ngeometry=@ByteArray(x)\n")
    os.truncate(path, 1024**3)


WINDOW_FILES: dict[str, Callable[[Path], object]] = {
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 8),
    "zeros": lambda path: path.write_bytes(bytes(4096)),
    "cut": lambda path: path.write_bytes(b"[General]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0"),
    "far away": lambda path: path.write_bytes(
        b"[General]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0" + b"\\x7f" * 58 + b")\n"
    ),
    "another type": lambda path: path.write_bytes(
        b"[General]\ngeometry=@Variant(\\0\\0\\0\\x2\\0\\0\\0\\0\\x7)\n"
    ),
    "a folder": Path.mkdir,
    "a pipe": lambda path: os.mkfifo(path),
    "a giant": giant,
}


@fault("R22")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
@pytest.mark.parametrize("name", WINDOW_FILES)
async def test_the_window_opens_whatever_is_known_of_its_place(
    tmp_path: Path, demo: DemoServer, name: str
) -> None:
    file = tmp_path / "demo" / "window.ini"
    file.parent.mkdir(parents=True)
    WINDOW_FILES[name](file)
    async with launched(tmp_path, connection=demo.endpoints) as program:
        window = await program.window(MainWindow)
        await read_on(window, "Welcome to Company Portal")
        screen = window.screen().geometry()
        assert screen.intersects(window.geometry())
        assert window.width() <= screen.width()
        assert window.height() <= screen.height()
    assert file.is_dir() or b"geometry" in file.read_bytes()[:LARGEST_BYTES]
    assert file.is_dir() or file.stat().st_size < LARGEST_BYTES


@fault("R21")
@pytest.mark.expected_logs("settings.toml: Not a directory")
async def test_without_any_place_the_choice_holds_and_is_not_kept(demo: DemoServer) -> None:
    async with launched(NOWHERE, connection=demo.endpoints) as program:
        window = await program.window(MainWindow)
        window.router.go(Place.SETTINGS)
        press(window, "Dark")
        await read_on(window, "Your choice could not be saved.")
        said = (
            f"{NOWHERE / 'settings.toml'} cannot be written. What you chose holds until you quit."
        )
        assert said in words_on(window)


@fault("R21")
@pytest.mark.skipif(sys.platform == "win32", reason="everybody has a home there")
def test_who_has_no_home_has_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_user_id: int) -> NoReturn:
        raise KeyError

    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    for find in (platformdirs.user_state_path, platformdirs.user_config_path):
        assert own_folder(find) == NOWHERE
