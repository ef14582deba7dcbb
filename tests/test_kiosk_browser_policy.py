"""The browser's machine policy is printed for the organisation's settings, and has to be there."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from companyportal import settings
from companyportal.errors import KioskRefused
from companyportal.kiosk_browser_policy import check_browser_policy, show
from companyportal.kiosk_refusal import Refusal
from companyportal.settings import Loaded
from tests.proofs import threat
from tests.somebody_else import somebody_else

GUID = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"
LINES = (
    "kiosk = true",
    'kiosk_browser = "/usr/bin/chromium"',
    'kiosk_hosts = ["adfs.a.example"]',
    f'tenant_id = "{GUID}"',
    f'client_id = "{GUID}"',
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The machine's policy."""
    file = tmp_path / "policy.toml"
    file.write_text("\n".join(LINES), encoding="utf-8")
    return file


@pytest.fixture
def loaded(file: Path) -> Loaded:
    """What it says."""
    return settings.load(user_file=file, policy_file=file)


def shown(file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What is printed for that file."""
    assert show(argparse.Namespace(settings=file)) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the browser's policy lies; other users may look into it, unlike pytest's folders."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        (Path(place) / "managed").mkdir()
        yield Path(place) / "managed"


@threat("T33")
def test_it_opens_the_hosts_of_the_sign_in_and_of_the_organisation(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = shown(file, capsys)
    assert said["URLBlocklist"][0] == "*"
    ours = {"https://.login.microsoftonline.com", "https://.adfs.a.example"}
    assert ours <= {*said["URLAllowlist"]}


@pytest.mark.parametrize(("line", "words"), [(4, "“client_id” is missing"), (2, "kiosk_hosts")])
def test_for_settings_that_are_no_good_nothing_is_printed(
    file: Path, capsys: pytest.CaptureFixture[str], line: int, words: str
) -> None:
    bad = [*LINES[:line], *LINES[line + 1 :], *(['kiosk_hosts = ["*"]'] if line == 2 else [])]
    file.write_text("\n".join(bad), encoding="utf-8")
    assert show(argparse.Namespace(settings=file)) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err


@threat("T33")
def test_a_kiosk_whose_browser_is_open_is_refused(
    file: Path, loaded: Loaded, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KioskRefused) as nothing_there:
        check_browser_policy(loaded, folder=folder)
    assert nothing_there.value.reason is Refusal.BROWSER_OPEN
    said = {**shown(file, capsys), "PrintingEnabled": True}
    (folder / "companyportal.json").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(KioskRefused, match="lacks PrintingEnabled: see companyportal"):
        check_browser_policy(loaded, folder=folder)


@threat("T33")
def test_what_is_printed_is_enough_where_its_user_cannot_change_it(
    file: Path, loaded: Loaded, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = shown(file, capsys)
    (folder / "companyportal.json").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(KioskRefused) as caught:
        check_browser_policy(loaded, folder=folder)
    assert caught.value.reason is Refusal.BROWSER_WRITABLE
    if os.geteuid() == 0:
        with somebody_else():
            check_browser_policy(loaded, folder=folder)
        (folder / "companyportal.json").chmod(0o666)
        with somebody_else(), pytest.raises(KioskRefused) as writable:
            check_browser_policy(loaded, folder=folder)
        assert writable.value.reason is Refusal.BROWSER_WRITABLE


@threat("T33")
def test_a_browser_that_nobody_knows_is_refused(loaded: Loaded) -> None:
    unknown = replace(loaded, settings=replace(loaded.settings, kiosk_browser="/usr/bin/brave"))
    with pytest.raises(KioskRefused, match="nobody knows") as caught:
        check_browser_policy(unknown)
    assert caught.value.reason is Refusal.BROWSER_OPEN
