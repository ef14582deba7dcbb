"""The desktop entry in a bundle names our links, and the bundle of a Mac as well."""

from __future__ import annotations

import tomllib
from pathlib import Path

from companyportal.deep_link import SCHEME
from tools.link_scheme import name_links
from tools.package import CONFIGURATION

ENTRY = """[Desktop Entry]
Version=1.0
Name=Company Portal
Exec=companyportal
Type=Application
Categories=Utility;
"""


def test_a_desktop_hands_our_links_over_and_nothing_behind_them(tmp_path: Path) -> None:
    file = tmp_path / "debian/bookworm/usr/share/applications/companyportal.desktop"
    file.parent.mkdir(parents=True)
    file.write_text(ENTRY, encoding="utf-8")
    for _ in range(2):
        assert name_links(tmp_path) == 1
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines.count("Exec=companyportal -- %u") == 1
        assert lines.count(f"MimeType=x-scheme-handler/{SCHEME};") == 1
        assert len(lines) == len(ENTRY.splitlines()) + 1


def test_a_bundle_without_such_a_file_is_no_fault(tmp_path: Path) -> None:
    assert name_links(tmp_path / "nothing") == 0


def test_a_mac_is_told_in_the_bundle() -> None:
    config = tomllib.loads(CONFIGURATION.read_text("utf-8"))
    info = config["tool"]["briefcase"]["app"]["companyportal"]["macOS"]["info"]
    [kind] = info["CFBundleURLTypes"]
    assert kind["CFBundleURLSchemes"] == [SCHEME]
