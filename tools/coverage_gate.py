"""Compares the measured branch coverage of each part of the program with what it must reach.

The figures to reach stand in pyproject.toml, ``[tool.companyportal.coverage]``; a part without one
is only reported. Run with coverage's JSON report: ``python -m tools.coverage_gate FILE``.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PARTS = {
    "views": ("companyportal/views/",),
    "desktop": ("companyportal/desktop/",),
    "entry": (
        *("companyportal/app.py", "companyportal/life.py", "companyportal/__main__.py"),
        *("companyportal/kiosk.py", "companyportal/station_life.py", "companyportal/visit_life.py"),
        "companyportal/station_processes.py",
    ),
}
"""Everything else is ``core``: what lies below the views and does not touch the desktop."""


def part_of(path: str) -> str:
    """The part to which a source file belongs."""
    plain = path.replace("\\", "/")
    for part, starts in PARTS.items():
        if plain.startswith(starts):
            return part
    return "core"


def measured(report: dict[str, Any]) -> dict[str, float]:
    """Per cent of lines and branches covered, by part."""
    covered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path, file in report["files"].items():
        summary = file["summary"]
        part = part_of(path)
        covered[part] += summary["covered_lines"] + summary["covered_branches"]
        total[part] += summary["num_statements"] + summary["num_branches"]
    return {part: 100 * covered[part] / total[part] for part in sorted(total) if total[part]}


def shortfalls(found: dict[str, float], wanted: dict[str, float]) -> list[str]:
    """A line for each part that misses its figure, or was not measured at all."""
    return [
        f"coverage of {part} is {found.get(part, 0):.2f} %, it must be {least} %"
        for part, least in wanted.items()
        if found.get(part, 0) < least
    ]


def main(report: Path) -> int:
    """Print the figures; 1 where one is missed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = measured(json.loads(report.read_text(encoding="utf-8")))
    print("coverage: " + ", ".join(f"{part} {rate:.1f} %" for part, rate in found.items()))
    missed = shortfalls(found, settings["tool"]["companyportal"]["coverage"])
    print("\n".join(missed), end="\n" if missed else "")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
