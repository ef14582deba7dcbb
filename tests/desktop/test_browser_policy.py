"""What the browser's own machine policy must say; ``tests/kiosk`` shows that it heeds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from companyportal.desktop.browser_policy import missing, policy_folder, recommended

HOSTS = ("login.microsoftonline.com", "*.msauth.net")
CHROMIUM = "/usr/bin/chromium"


def install(
    folder: Path, name: str = "kiosk.json", *, changes: dict[str, Any] | None = None
) -> None:
    said = {**recommended(HOSTS), **(changes or {})}
    (folder / name).write_text(json.dumps(said), encoding="utf-8")


def test_what_is_recommended_is_enough(tmp_path: Path) -> None:
    install(tmp_path)
    assert missing(CHROMIUM, HOSTS, folder=tmp_path) == ()


def test_one_host_is_itself_alone_and_a_star_stands_for_whatever_is_below() -> None:
    assert recommended(HOSTS)["URLAllowlist"] == [
        "https://.login.microsoftonline.com",
        "https://msauth.net",
        "http://localhost",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AllowFileSelectionDialogs", True),
        ("AllowFileSelectionDialogs", 0),
        ("AllowFileSelectionDialogs", None),
        ("DeveloperToolsAvailability", 0),
        ("PrintingEnabled", "false"),
        ("URLBlocklist", ["*"]),
        ("URLBlocklist", "*"),
        ("URLAllowlist", ["https://.login.microsoftonline.com", "http://localhost"]),
        ("URLAllowlist", [*recommended(HOSTS)["URLAllowlist"], "*"]),
        ("URLAllowlist", [*recommended(HOSTS)["URLAllowlist"], "file://"]),
        ("URLAllowlist", [*recommended(HOSTS)["URLAllowlist"], "chrome://settings"]),
        ("ExtensionInstallBlocklist", []),
    ],
)
def test_what_is_wrong_is_named(name: str, value: Any, tmp_path: Path) -> None:
    install(tmp_path, changes={name: value})
    assert missing(CHROMIUM, HOSTS, folder=tmp_path) == (name,)


def test_an_organisation_may_allow_more_hosts_and_close_more(tmp_path: Path) -> None:
    more = [*recommended(HOSTS)["URLAllowlist"], "https://.sts.example.org", "help.example.org"]
    blocked = [*recommended(())["URLBlocklist"], "x"]
    install(tmp_path, changes={"URLAllowlist": more, "URLBlocklist": blocked})
    assert missing(CHROMIUM, HOSTS, folder=tmp_path) == ()


def test_of_two_files_the_last_by_name_holds(tmp_path: Path) -> None:
    install(tmp_path, "b.json", changes={"PrintingEnabled": True})
    install(tmp_path, "a.json")
    (tmp_path / "c.json").mkdir()
    assert missing(CHROMIUM, HOSTS, folder=tmp_path) == ("PrintingEnabled",)


@pytest.mark.parametrize(
    "content",
    [
        b'{"PrintingEnabled": true,}',
        b'// words\n{"PrintingEnabled": true}',
        json.dumps(recommended(HOSTS)).encode("utf-16"),
        b'{"x": NaN}',
        b"[]",
    ],
)
def test_a_file_that_only_one_of_both_understands_is_named(content: bytes, tmp_path: Path) -> None:
    install(tmp_path)
    (tmp_path / "more.json").write_bytes(content)
    assert missing(CHROMIUM, HOSTS, folder=tmp_path) == ("a readable more.json",)


def test_without_a_folder_everything_is_missing(tmp_path: Path) -> None:
    assert len(missing(CHROMIUM, HOSTS, folder=tmp_path / "none")) > 10


@pytest.mark.parametrize(
    ("browser", "folder"),
    [
        ("/usr/bin/chromium", "/etc/chromium/policies/managed"),
        ("/usr/bin/chromium-browser", "/etc/chromium/policies/managed"),
        ("/opt/google/chrome/google-chrome", "/etc/opt/chrome/policies/managed"),
        ("/usr/bin/microsoft-edge-stable", "/etc/opt/edge/policies/managed"),
    ],
)
def test_each_browser_has_its_own_folder(browser: str, folder: str) -> None:
    assert policy_folder(browser) == Path(folder)


@pytest.mark.parametrize("browser", ["/usr/bin/brave", "/usr/local/bin/kiosk.sh", ""])
def test_a_browser_that_nobody_knows_has_none(browser: str) -> None:
    assert policy_folder(browser) is None
    assert len(missing(browser, HOSTS)) > 10
