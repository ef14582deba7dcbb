"""A computer is a kiosk by its policy alone, and only where a visitor could change nothing."""

from __future__ import annotations

import os
import site
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companyportal.kiosk_refusal import Refusal
from tests.locked_station import GUID, Station
from tests.proofs import threat
from tests.somebody_else import OTHER, VISITOR, only_root


@pytest.fixture
def station() -> Iterator[Station]:
    """Below a folder that other users may enter, as pytest's own are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Station(Path(folder))


@only_root
@threat("T33")
def test_a_kiosk_that_only_root_can_change_may_be_one(station: Station) -> None:
    assert station.answer() == ("may", "")
    harmless = {"PYTHONUTF8": "1", "QT_QPA_PLATFORM": "wayland;xcb", "QT_IM_MODULE": "ibus"}
    assert station.answer(variables=harmless) == ("may", "")


def _policy_is_owned(station: Station) -> Path:
    os.chown(station.policy, VISITOR, 0)
    station.policy.chmod(0o400)
    return station.policy


def _policy_is_open(station: Station) -> Path:
    station.policy.chmod(0o666)
    return station.policy


def _policy_is_the_groups(station: Station) -> Path:
    os.chown(station.policy, 0, VISITOR)
    station.policy.chmod(0o664)
    return station.policy


def _folder_is_open(station: Station) -> Path:
    station.policy.parent.chmod(0o777)
    return station.policy.parent


def _folder_above_is_owned(station: Station) -> Path:
    above = station.policy.parents[1]
    os.chown(above, VISITOR, 0)
    above.chmod(0o555)
    return above


def _link_leads_through_an_open_folder(station: Station) -> Path:
    """The policy is root's, the first link too; the second one lies where anybody may put one."""
    middle = station.policy.parents[2] / "open"
    middle.mkdir()
    middle.chmod(0o777)
    real = station.policy.with_name("real.toml")
    station.policy.rename(real)
    (middle / "policy.toml").symlink_to(real)
    station.policy.symlink_to("../../open/policy.toml")
    return middle


@only_root
@threat("T33")
@pytest.mark.parametrize(
    "open_up",
    [
        _policy_is_owned,
        _policy_is_open,
        _policy_is_the_groups,
        _folder_is_open,
        _folder_above_is_owned,
        _link_leads_through_an_open_folder,
    ],
)
def test_a_policy_that_its_user_may_change_is_refused(
    station: Station, open_up: Callable[[Station], Path]
) -> None:
    part = open_up(station)
    reason, words = station.answer()
    assert reason == Refusal.POLICY_WRITABLE
    assert words.endswith(": the kiosk’s user may change it")
    assert Path(words.split(": ")[0]).resolve() == part.resolve()


@only_root
def test_what_belongs_to_another_user_is_no_harm(station: Station) -> None:
    for part in (station.policy.parent, station.policy, station.browser):
        os.chown(part, OTHER, OTHER)
    assert station.answer() == ("may", "")
    sticky = station.policy.parents[1]
    sticky.chmod(0o1777)
    assert station.answer() == ("may", "")


@only_root
@threat("T33")
def test_an_access_control_list_counts(station: Station) -> None:
    """As ``setfacl -m u:VISITOR:rw`` writes it.

    Source: include/uapi/linux/posix_acl_xattr.h of Linux
    """
    nobody = 0xFFFFFFFF
    owner, user, group, mask, others = 0x01, 0x02, 0x04, 0x10, 0x20
    entries = [(owner, 6, nobody), (user, 6, VISITOR), (group, 4, nobody)]
    entries += [(mask, 6, nobody), (others, 4, nobody)]
    access = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *each) for each in entries)
    os.setxattr(station.policy, "system.posix_acl_access", access)
    assert station.answer()[0] == Refusal.POLICY_WRITABLE
    assert station.answer(OTHER) == ("may", "")


@only_root
@threat("T15")
@pytest.mark.parametrize(
    ("browser", "reason"),
    [
        (None, Refusal.NO_BROWSER),
        ("/opt/no/such/browser", Refusal.NO_BROWSER),
        ("/etc", Refusal.NO_BROWSER),
        ("/etc/passwd", Refusal.NO_BROWSER),
        ("chromium", Refusal.POLICY_BROKEN),
    ],
)
def test_a_browser_that_cannot_be_run_is_refused(
    station: Station, browser: str | None, reason: Refusal
) -> None:
    station.write(kiosk_browser=browser)
    assert station.answer(variables={"PATH": "/usr/bin", "BROWSER": "/bin/true"})[0] == reason


@only_root
@threat("T15")
def test_a_browser_that_its_user_may_exchange_is_refused(station: Station) -> None:
    station.browser.parent.chmod(0o777)
    reason, words = station.answer()
    assert (reason, words.split(": ")[0]) == (
        Refusal.BROWSER_WRITABLE,
        str(station.browser.parent),
    )


@only_root
@threat("T15")
def test_so_is_one_whose_start_reads_or_runs_what_its_user_may_change(station: Station) -> None:
    """A distribution's browser is mostly a script beside the program."""
    beside = station.browser.with_name("chromium-real")
    beside.write_bytes(b"")
    assert station.answer() == ("may", "")
    os.chown(beside, VISITOR, 0)
    reason, words = station.answer()
    assert (reason, words.split(": ")[0]) == (Refusal.BROWSER_WRITABLE, str(beside))


def _folder_of_modules(folder: Path) -> Path:
    return folder


def _module(folder: Path) -> Path:
    return folder / "msal.py"


def _package(folder: Path) -> Path:
    return folder / "aiohttp"


@only_root
@threat("T36")
@pytest.mark.parametrize("part", [_folder_of_modules, _module, _package])
def test_a_program_whose_modules_its_user_may_change_is_refused(
    station: Station, monkeypatch: pytest.MonkeyPatch, part: Callable[[Path], Path]
) -> None:
    folder = station.person.parent / "modules"
    (folder / "aiohttp").mkdir(parents=True)
    (folder / "msal.py").write_bytes(b"")
    os.chown(folder / "msal.py", 0, 0)
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])
    assert station.answer() == ("may", "")
    os.chown(part(folder), VISITOR, 0)
    reason, words = station.answer()
    assert (reason, words.split(": ")[0]) == (Refusal.PROGRAM_WRITABLE, str(part(folder)))


@only_root
@threat("T33")
def test_a_logo_that_its_user_may_exchange_is_refused(station: Station) -> None:
    """It could show them whom to call, or where to sign in instead."""
    logo = station.policy.with_name("logo.png")
    station.write(kiosk_logo=str(logo))
    assert station.answer() == ("may", ""), "what is not there cannot be made by its user, either"
    logo.write_bytes(b"")
    os.chown(logo, VISITOR, 0)
    assert station.answer() == (
        Refusal.LOGO_WRITABLE,
        f"{logo}: the kiosk’s user may change it",
    )


@only_root
@threat("T33", "T36")
@pytest.mark.parametrize(
    "name",
    [
        "LD_PRELOAD",
        "LD_LIBRARY_PATH",
        "LD_AUDIT",
        "PYTHONPATH",
        "PYTHONINSPECT",
        "PYTHONSTARTUP",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "QT_LOGGING_CONF",
        "SSLKEYLOGFILE",
        "REQUESTS_CA_BUNDLE",
        "OPENSSL_CONF",
    ],
)
def test_variables_that_bring_code_or_read_along_are_refused(station: Station, name: str) -> None:
    value = "/nowhere" if name != "PYTHONINSPECT" else ""
    answer = station.answer(variables={name: value})
    assert answer == (Refusal.ENVIRONMENT, f"{name} must not be set")


@only_root
@threat("T36")
def test_modules_of_the_users_own_are_refused(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "ENABLE_USER_SITE", True)  # as in every plain start of Python
    reason, words = station.answer()
    assert reason == Refusal.ENVIRONMENT
    assert "PYTHONNOUSERSITE" in words


@only_root
@threat("T36")
@pytest.mark.parametrize("screen", ["vnc", "xcb;vnc:port=1", "offscreen:/tmp/x", ""])
def test_no_other_screen_is_put_in_its_place(station: Station, screen: str) -> None:
    assert station.answer(variables={"QT_QPA_PLATFORM": screen})[0] == Refusal.ENVIRONMENT


@only_root
@threat("T33")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kiosk": None}, Refusal.NO_KIOSK),
        ({"kiosk": False}, Refusal.NO_KIOSK),
        ({"kiosk": "yes"}, Refusal.POLICY_BROKEN),
        ({"kiosk": None, "theem": "dark"}, Refusal.POLICY_BROKEN),
        ({"client_id": None}, Refusal.POLICY_BROKEN),
        ({"kiosk_idle_s": 5}, Refusal.POLICY_BROKEN),
    ],
)
def test_the_policy_has_to_say_so_and_to_be_understood(
    station: Station, changes: dict[str, object], reason: Refusal
) -> None:
    station.write(**changes)
    assert station.answer()[0] == reason


@only_root
@threat("T33")
def test_a_person_cannot_make_a_kiosk(station: Station) -> None:
    station.policy.rename(station.person)
    assert station.answer()[0] == Refusal.NO_KIOSK
    station.policy.write_text(f'tenant_id = "{GUID}"\n', encoding="utf-8")
    assert station.answer()[0] == Refusal.NO_KIOSK


@only_root
@threat("T33")
def test_root_is_no_kiosk(station: Station) -> None:
    assert station.answer(0)[0] == Refusal.ADMINISTRATOR
