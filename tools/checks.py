"""What ``dev.py check`` and ``dev.py test`` run, with the interpreter of ``.venv``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from tools.run import ROOT, Failed, run, say

RESULTS = ROOT / "build" / "test-results.xml"
COVERAGE = ROOT / "build" / "coverage.json"
TESTS_LIMIT_S = 75 * 60
"""CI has 90 minutes for everything."""


def static(python: Path) -> list[str]:
    """Lint, types, import contracts, translations; what failed, all of it in one go."""
    return _failures(
        [
            _step("lint", [python, "-m", "ruff", "check", "--quiet", "."]),
            _step("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
            _step("types", [python, "-m", "mypy"]),
            _step("import contracts", [python.parent / "lint-imports"]),
            _step("translations", [python, "-m", "tools.translations", "check"]),
        ]
    )


_NOT_QUICK = ("demo", "desktop", "faults", "models", "stories", "views")


def quick_tests(python: Path) -> list[str]:
    """The tests below models and windows that need neither a browser nor a desktop, without those
    of the organisation that only the tests talk to.
    """
    quick = ["-m", "not browser and not desktop and not slow"]
    quick += [f"--ignore=tests/{folder}" for folder in _NOT_QUICK]
    return _failures([_step("quick tests", [python, "-m", "pytest", "-q", "-n", "2", *quick])])


def all_tests(python: Path, arguments: Sequence[str]) -> list[str]:
    """Every test in parallel and in random order, then the coverage gate.

    With ``arguments``, which are pytest's, only those, and no gate.
    """
    pytest = [python, "-m", "pytest", f"--junitxml={RESULTS}"]
    if arguments:
        return _failures([_step("tests", [*pytest, *arguments], TESTS_LIMIT_S)])
    measure = ["--cov", "--cov-report=", f"--cov-report=json:{COVERAGE}"]
    return _failures(
        [
            _step("tests", [*pytest, "-n", "2", *measure], TESTS_LIMIT_S),
            _step("coverage", [python, "-m", "tools.coverage_gate", COVERAGE]),
            _step("promises", [python, "-m", "tools.proofs", "check", RESULTS]),
        ]
    )


def summary(results: Path = RESULTS) -> str:
    """How many tests passed and failed, in one plain line."""
    suites = list(ElementTree.parse(results).iter("testsuite"))
    total, failed, broken, skipped = (
        sum(int(suite.get(name, "0")) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    bad = failed + broken
    return f"tests: {total - bad - skipped} passed, {bad} failed, {skipped} skipped"


def _step(title: str, command: Sequence[object], limit_s: float = 900) -> Callable[[], None]:
    return lambda: run(title, command, limit_s=limit_s)


def _failures(steps: Sequence[Callable[[], None]]) -> list[str]:
    """Do all the steps, also after one that failed."""
    found = []
    for step in steps:
        try:
            step()
        except Failed as error:
            say(f"   {error}")
            found.append(str(error))
    return found
