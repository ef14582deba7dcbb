"""What the operating system must bring."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tools import system_packages
from tools.run import ROOT
from tools.system_packages import TESTS, WINDOW, Need, provide

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux")

THERE = Need("sh", "sh", "a shell")
LACKING = Need("no-such-package", "no-such-command", "nothing")


def test_commands_files_and_libraries_are_found(tmp_path: Path) -> None:
    assert Need("p", sys.executable, "").is_met()
    assert Need("p", f"no-such-command {tmp_path}", "").is_met()
    assert Need("p", "python:json", "").is_met()
    assert not Need("p", "python:no_such_module", "").is_met()
    assert not Need("p", "no-such-command", "").is_met()
    assert not Need("p", str(tmp_path / "nothing"), "").is_met()
    assert not Need("p", "libnosuchlibrary.so.1", "").is_met()


@linux
def test_a_library_of_this_process_is_found() -> None:
    assert Need("libc6", "libc.so.6", "").is_met()


@linux
def test_root_gets_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = _pretend(monkeypatch, user=0)
    provide([THERE, LACKING])
    assert installed == [["no-such-package"]]


@linux
def test_others_are_told_the_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = _pretend(monkeypatch, user=1000)
    provide([THERE, LACKING])
    assert installed == []
    line = "sudo apt-get install --no-install-recommends no-such-package\n"
    assert capsys.readouterr().out.endswith(line)


@linux
def test_where_nothing_is_missing_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = _pretend(monkeypatch, user=0)
    provide([THERE])
    assert (installed, capsys.readouterr().out) == ([], "")


@linux
def test_without_apt_only_the_names_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = _pretend(monkeypatch, user=0, apt=None)
    provide([LACKING])
    assert installed == []
    assert "no-such-package: nothing" in capsys.readouterr().out


def test_each_package_is_asked_for_once() -> None:
    names = [need.package for need in WINDOW + TESTS]
    assert len(names) == len(set(names))
    assert all(need.reason for need in WINDOW + TESTS)


def test_what_the_tests_need_is_what_is_installed_for_them() -> None:
    asks = re.compile(r"need_(?:command|file)\(\s*[^,()]+,\s*\"([^\"]+)\"")
    files = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py")]
    asked = {package for text in files for package in asks.findall(text)}
    assert asked == {need.package for need in TESTS} - {"fonts-inter"}


def _pretend(
    monkeypatch: pytest.MonkeyPatch, *, user: int, apt: str | None = "/usr/bin/apt-get"
) -> list[list[str]]:
    """A Debian on which nothing is installed in earnest; what would have been."""
    installed: list[list[str]] = []
    which = shutil.which
    monkeypatch.setattr(system_packages, "_install", installed.append)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: apt if name == "apt-get" else which(name))
    return installed
