"""From the start of the process to the first painted frame, beside a window with nothing in it.

Each run is a process of its own, and the two kinds take turns, so that a busy moment of the
computer hits both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
LIMIT_S = 60
KINDS = {
    "benchmarks.bare_window": "a bare Qt window",
    "benchmarks.whole_program": "Company Portal",
}
SETTINGS = 'tenant_id = "{0}1"\nclient_id = "{0}2"\n'.format("00000000-0000-4000-8000-00000000000")


def first_paint(module: str, folder: Path) -> tuple[float, float]:
    """Milliseconds to the first frame, and megabytes of memory then."""
    command = [sys.executable, "-m", module, str(time.monotonic()), str(folder)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{module} did not paint:\n{done.stderr}")
    late_ms, megabytes = map(float, done.stdout.split()[:2])
    return late_ms, megabytes


def measure(runs: int = 9) -> list[str]:
    """A line for each kind of window."""
    found: dict[str, list[tuple[float, float]]] = {module: [] for module in KINDS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        for run in range(runs + 1):
            for module, results in found.items():
                result = first_paint(module, folder)
                if run:  # the first run warms the computer's caches
                    results.append(result)
    return [
        f"first paint of {KINDS[module]}: {median(ms for ms, _ in results):.0f} ms, "
        f"{median(mb for _, mb in results):.0f} MB (median of {runs})"
        for module, results in found.items()
    ]
