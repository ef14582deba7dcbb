"""The repository itself: documents that tell the truth, locks that agree, a Qt that is sound."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

from tests.proofs import threat
from tools.environment import LOCKS
from tools.run import ROOT

PYTHONS = ("3.11.7", "3.12.1", "3.13.0")
PLATFORMS = {"linux": "posix", "darwin": "posix", "win32": "nt"}


def _pins(name: str, python: str, platform: str) -> dict[str, Version]:
    """What a lock installs on one system."""
    environment = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": platform,
        "os_name": PLATFORMS[platform],
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    found: dict[str, Version] = {}
    for line in LOCKS[name].read_text(encoding="utf-8").splitlines():
        if not line[0].isalnum():
            continue
        requirement = Requirement(line.removesuffix("\\"))
        marker: Marker | None = requirement.marker
        if marker is None or marker.evaluate(environment):
            assert requirement.name not in found, f"{requirement.name} is pinned twice"
            (pin,) = requirement.specifier
            found[requirement.name] = Version(pin.version)
    return found


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_lock_serves_every_python_and_system(python: str, platform: str) -> None:
    run, dev = (_pins(name, python, platform) for name in ("run", "dev"))
    assert run.items() <= dev.items()
    for line in _project()["dependencies"]:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate(
            {"python_version": python.rpartition(".")[0], "sys_platform": platform}
        ):
            assert run[wanted.name.lower()] in wanted.specifier, line


@pytest.mark.parametrize("python", PYTHONS)
def test_pyside_6_12_is_never_locked_for_python_3_11(python: str) -> None:
    pin = _pins("run", python, "linux")["pyside6-essentials"]
    assert python >= "3.12" or pin.release[:2] != (6, 12)


@threat("T36")
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_a_hash_for_all_and_no_address(name: str) -> None:
    text = LOCKS[name].read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-zA-Z0-9])", text.partition("\n")[2])
    assert len(entries) > 20
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    for word in ("://", "index-url", "find-links", "trusted-host", " @ "):
        assert word not in text


def test_qt_does_not_lose_references_to_none(qapp: object) -> None:
    """PySide6 6.12 on Python 3.11 takes one with each void call, until the process aborts."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100


def test_ci_calls_the_one_script() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "#!/usr/bin/env bash",
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        "exec python3 dev.py test",
    ]


PATH = re.compile(r"`(\.?\w[\w./-]*(?:/|\.(?:py|toml|md|ts|lock)))`|\]\(([\w./-]+)\)")


def named_paths(text: str) -> set[str]:
    """The files and folders that a document names."""
    return {first or second for first, second in PATH.findall(text)}


DOCUMENTS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_path_that_a_document_names_exists(document: str) -> None:
    named = named_paths((ROOT / document).read_text(encoding="utf-8"))
    assert named or document == "SECURITY.md"
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_named_paths_are_found() -> None:
    text = "`a/b.py`, `c/`, [d](d.md), `e.toml`, `f()`, `--g`, `h_i`, `/etc/j.toml`, `.k/`"
    assert named_paths(text) == {"a/b.py", "c/", "d.md", "e.toml", ".k/"}


def test_documents_keep_their_length() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) < 60
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) < 100


def test_the_readme_opens_with_a_picture_and_the_two_commands() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    text = [line for line in lines if line]
    assert text[1].startswith("![")
    assert text[3:5] == ["python3 dev.py demo", "python3 dev.py test"]


def test_the_layer_line_is_the_one_that_is_checked() -> None:
    line = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    told = re.split(r"\s*[>|]\s*", line.strip())
    contracts = _pyproject()["tool"]["importlinter"]["contracts"]
    layers = " > ".join(contracts[0]["layers"])
    checked = re.split(r"\s*[>|]\s*", re.sub(r"[()]", "", layers))
    assert [name for name in checked if name in told] == told


@pytest.mark.parametrize("verb", ["demo", "test", "check", "screenshots", "bench", "package"])
def test_contributing_names_each_verb(verb: str) -> None:
    assert f"python3 dev.py {verb}" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def _pyproject() -> dict[str, dict[str, dict[str, list[dict[str, list[str]]]]]]:
    return tomllib.loads(Path(ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _project() -> dict[str, list[str]]:
    project: dict[str, list[str]] = tomllib.loads(
        Path(ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )["project"]
    return project
