"""From the start of the process to the first frame that can be used: five cards on the screen.

Beside it starts a bare window of Qt with a list of its own. Each run is a process of its own, and
the two kinds take turns, so that a busy moment of the computer hits both. Of each the fastest run
counts: the others tell what else the computer had to do. Python keeps its bytecode, as it does for
whatever is installed, also where the environment forbids it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.kept_list import keep_list
from benchmarks.row import Row

ROOT = Path(__file__).resolve().parent.parent
LIMIT_S = 60
BARE, OURS = "benchmarks.bare_window", "benchmarks.whole_program"
GOAL_TIMES = 1.25
GOAL_MB = 50
_NOT_OURS = ("PYTHONDONTWRITEBYTECODE", "XDG_CONFIG_HOME", "XDG_STATE_HOME")

Told = list[tuple[float, float]]
"""Milliseconds since the start, and megabytes then; once or more a process."""


def start(module: str, bytecode: Path) -> Told:
    """One process from its start to its end, in a home of its own."""
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        keep_list(Path(name))
        environment = {key: text for key, text in os.environ.items() if key not in _NOT_OURS}
        environment |= {
            "HOME": name,
            "PYTHONPYCACHEPREFIX": str(bytecode),
            "QT_QPA_PLATFORM": "offscreen",
        }
        done = subprocess.run(
            [sys.executable, "-m", module, str(time.monotonic())],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT_S,
        )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{module} did not paint:\n{done.stderr}")
    lines = [line.split() for line in done.stdout.splitlines()]
    return [(float(late_ms), float(megabytes)) for late_ms, megabytes in lines]


def measure(runs: int = 9) -> list[Row]:
    """The rows of the start, from so many runs of each kind."""
    found: dict[str, list[Told]] = {BARE: [], OURS: []}
    with tempfile.TemporaryDirectory(prefix="bytecode-") as name:
        for run in range(runs + 1):
            for module, results in found.items():
                told = start(module, Path(name))
                if run:  # the first run makes the bytecode and warms the computer's caches
                    results.append(told)
    return rows(found[BARE], found[OURS])


def rows(bare: list[Told], ours: list[Told]) -> list[Row]:
    """What was told, side by side."""
    late, yardstick = min(map(_late, ours)), min(map(_late, bare))
    times = late / yardstick
    return [
        Row(
            what="process start to the first usable frame",
            ours=f"{late:.0f} ms",
            against=f"{yardstick:.0f} ms, a bare Qt window with a list",
            ratio=f"{times:.2f}×",
            goal=f"≤ {GOAL_TIMES}×",
            met=times <= GOAL_TIMES,
        ),
        _memory("memory with five devices on the screen", _median(ours, _first), bare),
        _memory("memory once everything is loaded", _median(ours, _last), bare),
    ]


def _memory(what: str, megabytes: float, bare: list[Told]) -> Row:
    yardstick = _median(bare, _first)
    return Row(
        what=what,
        ours=f"{megabytes:.0f} MB",
        against=f"{yardstick:.0f} MB",
        ratio=f"+{megabytes - yardstick:.0f} MB",
        goal=f"≤ +{GOAL_MB} MB",
        met=megabytes - yardstick <= GOAL_MB,
    )


def _median(results: list[Told], value: Callable[[Told], float]) -> float:
    return median(map(value, results))


def _late(told: Told) -> float:
    return told[0][0]


def _first(told: Told) -> float:
    return told[0][1]


def _last(told: Told) -> float:
    return told[-1][1]
