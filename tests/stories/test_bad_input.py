"""Bad input gets a clear error and loses nothing: options, connection and settings files."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from socket import socket

import pytest

from companyportal.demo.server import DemoServer
from companyportal.views.main_window import MainWindow
from companyportal.views.not_connected_window import NotConnectedWindow
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import fault
from tests.stories.launched import launched, press, read_on, words_on
from tools.run import ROOT


def refused(*words: str, environment: dict[str, str] | None = None) -> str:
    """Start the program, which must refuse with the exit code 2; what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "companyportal", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=environment,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    return done.stderr


def files_below(folder: Path) -> list[str]:
    """The names of all files."""
    return [each.name for each in folder.rglob("*") if each.is_file()]


def test_an_unknown_option_is_named() -> None:
    assert "unrecognized arguments: --kiosque" in refused("--kiosque")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
def test_a_lacking_screen_is_told_in_one_line() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    without = {name: value for name, value in os.environ.items() if name not in screens}
    words = refused("--demo", environment=without)
    assert words == "companyportal: no screen: DISPLAY or WAYLAND_DISPLAY must be set\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "connection.json: No such file or directory"),
        ('{\n "authority": }', "connection.json:2: is not JSON: Expecting value"),
        ('["authority"]', "connection.json:1: must hold one JSON object"),
        ('{"authority": "https://localhost:1/x"}', "connection.json: needs the text “graph”"),
        (
            '{"authority": "https://login.example.com/x", "graph": "https://localhost:1/v1.0",'
            ' "client_id": "c", "tenant_id": "t", "ca_file": "/nothing"}',
            "connection.json: “authority” must be https on this computer",
        ),
    ],
    ids=["missing", "broken", "no object", "key missing", "foreign"],
)
def test_a_bad_connection_file_is_named_with_line_or_key(
    tmp_path: Path, content: str | None, said: str
) -> None:
    file = tmp_path / "connection.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    words = refused("--connect", str(file), "--data", str(tmp_path / "data"))
    assert words == f"companyportal: {tmp_path}/{said}\n"
    assert not (tmp_path / "data").exists()


@fault("R22")
@pytest.mark.expected_logs("settings.toml:2: is not TOML")
async def test_a_broken_settings_file_is_told_and_kept(tmp_path: Path, demo: DemoServer) -> None:
    file = tmp_path / "settings.toml"
    broken = 'theme = "dark"\nlanguage = \n'
    file.write_text(broken, encoding="utf-8")
    async with launched(tmp_path, connection=demo.endpoints) as program:
        window = await program.window(MainWindow)
        await read_on(window, f"Line 2 of {file} cannot be read. Mend it and start again.")
        assert file.read_text(encoding="utf-8") == broken
        window.router.go(Place.SETTINGS)
        press(window, "Light")
        await until((tmp_path / "settings.toml.bad").exists)
        await until(file.exists)
    assert (tmp_path / "settings.toml.bad").read_text(encoding="utf-8") == broken
    assert file.read_text(encoding="utf-8") == 'theme = "light"\n'


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('colour = "red"', "colour"),
        ('keep_in_tray = "yes"', "keep_in_tray"),
        ("theme = 7", "theme"),
    ],
    ids=["unknown key", "wrong type", "wrong type of a choice"],
)
@pytest.mark.expected_logs("settings.toml:2: ")
async def test_a_bad_setting_is_named_and_the_others_hold(
    tmp_path: Path, demo: DemoServer, line: str, key: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'language = "fr"\n{line}\n', encoding="utf-8")
    async with launched(tmp_path, "--language", "en", connection=demo.endpoints) as program:
        window = await program.window(MainWindow)
        await read_on(window, f"“{key}” in line 2 of {file} is not valid. Mend it and start again.")
        window.router.go(Place.SETTINGS)
        press(window, "Dark")
        await until(lambda: '"dark"' in file.read_text(encoding="utf-8"))
    assert 'language = "fr"' in file.read_text(encoding="utf-8")
    assert key == "theme" or line in file.read_text(encoding="utf-8")


async def test_without_an_organisation_a_window_explains_and_the_demo_is_a_click_away(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async with launched(tmp_path) as program:
        window = await program.window(NotConnectedWindow)
        missing = f"“tenant_id” is missing in {tmp_path / 'settings.toml'}."
        assert missing in words_on(window)
        press(window, "Look round in the demo")
        await read_on(await program.window(MainWindow), "Welcome to Company Portal")
        assert not window.isVisible()
    assert f"companyportal: {tmp_path}" in capfd.readouterr().err
    assert files_below(tmp_path) == ["window.ini"]


@pytest.mark.expected_logs("settings.toml:1: is not TOML")
async def test_without_an_organisation_a_broken_file_is_told_instead(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('tenant_id = "', encoding="utf-8")
    async with launched(tmp_path) as program:
        window = await program.window(NotConnectedWindow)
        assert f"Line 1 of {tmp_path / 'settings.toml'} cannot be read." in words_on(window)
        press(window, "Quit")
        assert await program.ended() == 2


async def test_an_unreachable_sign_in_is_told_and_can_be_tried_again(
    tmp_path: Path, demo: DemoServer
) -> None:
    with socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        authority = f"https://localhost:{nobody.getsockname()[1]}/{demo.endpoints.tenant_id}"
        nowhere = replace(demo.endpoints, authority=authority)
        async with launched(tmp_path, connection=nowhere) as program:
            window = await program.window(MainWindow)
            await read_on(window, "Welcome to Company Portal")
            press(window, "Sign in")
            await read_on(window, "The service cannot be reached from here.")
            assert "Nothing was sent. Check your connection, then try again." in words_on(window)
            press(window, "Try again")
            await until(lambda: "cannot be reached" not in words_on(window))
            await read_on(window, "The service cannot be reached from here.")
