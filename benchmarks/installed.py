"""How much disk an installation takes: the wheel and everything that it needs, unpacked.

The environment itself is measured, so that what pip really chose counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from benchmarks.row import Row

ROOT = Path(__file__).resolve().parent.parent
PYSIDE_FULL_MB = 681
"""PySide6 6.11.3 for Linux with all its modules: the sizes inside the wheels of PySide6,
PySide6_Essentials, PySide6_Addons and shiboken6 on https://pypi.org.
"""
_OWN = ("companyportal", "resources")
_NOT_SHIPPED = {"__pycache__"}


def measure() -> list[Row]:
    """One row; there is no goal but to know."""
    needed = closure(_required())
    sizes = {name: size_of(name) for name in needed}
    own = sum(_folder(ROOT / name) for name in _OWN)
    whole = (own + sum(sizes.values())) / 1e6
    qt = sum(size for name, size in sizes.items() if name in ("pyside6-essentials", "shiboken6"))
    return [
        Row(
            what="installed size",
            ours=f"{whole:.0f} MB: {own / 1e6:.1f} own, {qt / 1e6:.0f} Qt, {len(needed)} packages",
            against=f"{PYSIDE_FULL_MB} MB, PySide6 with all its modules, alone",
            ratio=f"{whole / PYSIDE_FULL_MB:.2f}×",
            goal="",
            met=None,
        )
    ]


def closure(names: Iterable[str]) -> set[str]:
    """These packages and what they need here, as far as it is installed."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = canonical(waiting.pop())
        if name in found:
            continue
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        found.add(name)
        waiting += [each.name for each in map(Requirement, needs) if _applies(each)]
    return found


def size_of(name: str) -> int:
    """Bytes of what pip wrote for a package, without bytecode."""
    files = distribution(name).files or []
    paths = [Path(str(each.locate())) for each in files if "__pycache__" not in each.parts]
    return sum(path.stat().st_size for path in paths if path.is_file())


def canonical(name: str) -> str:
    """Source: https://packaging.python.org/en/latest/specifications/name-normalization/"""
    return re.sub(r"[-_.]+", "-", name).lower()


def _required() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = map(Requirement, project["dependencies"])
    return [each.name for each in needs if _applies(each)]


def _applies(need: Requirement) -> bool:
    return need.marker is None or need.marker.evaluate({"extra": ""})


def _folder(folder: Path) -> int:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files if not _NOT_SHIPPED & {*path.parts})
