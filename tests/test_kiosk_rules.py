"""What a kiosk may be told, what it looks at, and what it shows where it may not be one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import companyportal
from companyportal.kiosk_refusal import Refusal
from companyportal.kiosk_role import kiosk_rules, program_parts
from companyportal.kiosk_rules import KioskRules
from companyportal.settings import load
from companyportal.visit import OutOfService
from tests.needs import need_file


def test_all_files_of_the_program_itself_are_looked_at() -> None:
    parts = {*program_parts()}
    package = Path(companyportal.__file__).parent
    assert {
        Path(sys.executable),
        package / "kiosk.py",
        package / "views" / "visit_window.py",
    } < parts
    assert {*map(Path, sys.path)} <= parts


def test_what_cannot_serve_says_so_on_the_screen() -> None:
    pages = {refusal: refusal.out_of_service for refusal in Refusal}
    ended = {refusal for refusal, page in pages.items() if page is None}
    assert ended == {Refusal.NO_KIOSK, Refusal.ADMINISTRATOR}
    of_browser = {each for each, page in pages.items() if page is OutOfService.BROWSER}
    assert of_browser == {Refusal.NO_BROWSER, Refusal.BROWSER_WRITABLE, Refusal.BROWSER_OPEN}


def test_the_rules_are_the_policys(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(
        'kiosk = true\nkiosk_browser = "/usr/bin/x"\nkiosk_idle_s = 45\nkiosk_visit_s = 600\n'
        'kiosk_hosts = ["adfs.a.example"]\nkiosk_station = "Desk 3"\n',
        encoding="utf-8",
    )
    loaded = load(user_file=policy, policy_file=policy)
    assert kiosk_rules(loaded, is_tryout=False, is_full_screen=True) == KioskRules(
        idle_s=45,
        visit_s=600,
        browser="/usr/bin/x",
        hosts=("adfs.a.example",),
        station="Desk 3",
    )
    plain = load(user_file=tmp_path / "none", policy_file=None)
    defaults = kiosk_rules(plain, is_tryout=False, is_full_screen=True)
    assert defaults == KioskRules(), "the two places of the defaults say different things"


def test_a_try_out_finds_a_browser_and_may_be_roots(tmp_path: Path) -> None:
    need_file("/usr/bin/chromium", "chromium")
    plain = load(user_file=tmp_path / "none", policy_file=None)
    rules = kiosk_rules(plain, is_tryout=True, is_full_screen=False)
    assert rules.browser == "/usr/bin/chromium"
    assert ("--no-sandbox" in rules.browser_arguments) == (os.getuid() == 0)
