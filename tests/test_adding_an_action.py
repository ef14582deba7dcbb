"""What ARCHITECTURE says about adding an action is true of ``restart``, the example."""

from __future__ import annotations

import re
from pathlib import Path

from tools.run import ROOT

_MENTIONS = re.compile(r"\bRESTART\b|\brebootNow\b")
_NAMED = re.compile(r"`([\w/]+\.(?:py|json))`")


def named() -> set[str]:
    """Every file that the section names."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text.split("## To add a device action")[1].split("\n## ")[0]
    return {*_NAMED.findall(section)}


def mentions(path: Path) -> bool:
    """Whether the file speaks of restarting a device."""
    return _MENTIONS.search(path.read_text(encoding="utf-8")) is not None


def test_every_file_of_the_program_that_knows_restart_is_named() -> None:
    files = (ROOT / "companyportal").rglob("*.py")
    knowing = {path.relative_to(ROOT).as_posix() for path in files if mentions(path)}
    assert knowing == {path for path in named() if path.startswith("companyportal/")}


def test_every_file_that_is_named_knows_restart() -> None:
    assert [path for path in named() if not mentions(ROOT / path)] == []
