"""Steps of a verb: all are done, failures are told, limits hold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import checks, verbs
from tools.run import Failed, run

RESULTS = """<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2">
</testsuite></testsuites>"""


def test_the_summary_counts(tmp_path: Path) -> None:
    file = tmp_path / "results.xml"
    file.write_text(RESULTS)
    assert checks.summary(file) == "tests: 3 passed, 2 failed, 2 skipped"


def test_a_failing_command_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Failed, match=r"lint: failed \(exit code 3\)"):
        run("lint", [sys.executable, "-c", "raise SystemExit(3)"])


def test_a_command_that_cannot_be_started_is_named() -> None:
    with pytest.raises(Failed, match="no-such-command cannot be started"):
        run("lint", ["no-such-command"])


def test_a_command_that_hangs_is_ended() -> None:
    with pytest.raises(Failed, match="took longer than 0 s"):
        run("tests", [sys.executable, "-c", "import time; time.sleep(60)"], limit_s=0.1)


def test_an_unknown_verb_ends_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        verbs.main(["tset"])
    assert "demo" in capsys.readouterr().err


def test_unknown_arguments_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verbs.main(["check", "--fast"]) == 1
    assert "unknown argument: --fast" in capsys.readouterr().out
