"""Changes the code that must never be wrong, one small change at a time, and sees who notices.

mutmut makes the changes and runs the tests that reach each of them. A change that no test notices
is either a missing test or a change without effect; both are listed, for a person to tell apart.

Source: https://mutmut.readthedocs.io
"""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from tools.run import ROOT, Failed, run, say

LEAST_PERCENT = 85
SUBJECTS = {
    "gate": "companyportal.gate.*",
    "ID token": "companyportal.auth.id_token.*",
    "store": "companyportal.store*",
    "Graph client": "companyportal.graph.client.*",
}
"""What is judged, and how mutmut calls its changes; [tool.mutmut] names their files and tests."""
_NOTICED = ("killed", "timeout", "suspicious", "segfault")


@dataclass
class Score:
    """The changes of one subject: how each ended."""

    ends: Counter[str] = field(default_factory=Counter)
    unnoticed: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Changes that were tried."""
        return self.ends.total()

    @property
    def percent(self) -> float:
        """Of the changes, those that a test noticed."""
        noticed = sum(self.ends[end] for end in _NOTICED)
        return 100 * noticed / self.total if self.total else 0.0


def measure(python: Path) -> list[str]:
    """Try every change and say what came of it; the subjects below the least score.

    Raises: Failed: mutmut did not run.
    """
    tool = python.parent / "mutmut"
    run("mutation testing", [tool, "run", "--max-children", "2"], limit_s=2 * 3600)
    asked = [str(tool), "results", "--all", "true"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    scores = judge(told.splitlines())
    for subject, score in scores.items():
        for name in score.unnoticed:
            say(f"\n{name}{_change(tool, name)}")
        say(f"\n{subject}: {score.percent:.1f} % of {score.total} changes were noticed")
    return [
        f"{subject}: {score.percent:.1f} % is less than {LEAST_PERCENT} %"
        for subject, score in scores.items()
        if score.percent < LEAST_PERCENT
    ]


def judge(lines: Iterable[str], subjects: Mapping[str, str] = SUBJECTS) -> dict[str, Score]:
    """The scores from mutmut's results, a line for each change: ``name: end``.

    Raises: Failed: a line is of no subject.
    """
    scores = {subject: Score() for subject in subjects}
    for line in filter(None, map(str.strip, lines)):
        name, _, end = line.rpartition(": ")
        subject = next((s for s, pattern in subjects.items() if fnmatch(name, pattern)), None)
        if subject is None:
            raise Failed(f"mutmut changed something that is not asked for: {line}")
        scores[subject].ends[end] += 1
        if end not in _NOTICED:
            scores[subject].unnoticed.append(name)
    return scores


def _change(tool: Path, name: str) -> str:
    shown = [str(tool), "show", name]
    told = subprocess.run(shown, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    lines = [x for x in told.splitlines() if x[:1] in "+-" and x[:3] not in ("+++", "---")]
    return "".join(f"\n   {line}" for line in lines)
