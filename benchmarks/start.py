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

TELL = """
import resource, sys, time
def tell():
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "linux" else 1024)
    print(time.monotonic() - float(sys.argv[1]), memory / 1024, flush=True)
"""

BARE = (
    TELL
    + """
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        tell()
        app.exit()
app = QApplication([])
window = Window()
window.resize(1160, 760)
window.show()
app.exec()
"""
)

PROGRAM = (
    TELL
    + """
import pathlib
from companyportal import __main__, life
begin = life.Life.begin
async def begin_and_tell(self, **options):
    self.window.first_painted.connect(tell)
    self.window.first_painted.connect(self.quit)
    await begin(self, **options)
life.Life.begin = begin_and_tell
folder = pathlib.Path(sys.argv[2])
sys.exit(__main__.main(["--settings", str(folder / "settings.toml"), "--data", str(folder)]))
"""
)

SETTINGS = 'tenant_id = "{0}1"\nclient_id = "{0}2"\n'.format("00000000-0000-4000-8000-00000000000")


def first_paint(script: str, folder: Path) -> tuple[float, float]:
    """Milliseconds to the first frame, and megabytes of memory then."""
    command = [sys.executable, "-c", script, str(time.monotonic()), str(folder)]
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
        raise RuntimeError(f"the program did not paint:\n{done.stderr}")
    seconds, megabytes = map(float, done.stdout.split()[:2])
    return 1000 * seconds, megabytes


def measure(runs: int = 9) -> list[str]:
    """A line for each kind of window."""
    found: dict[str, list[tuple[float, float]]] = {"bare Qt window": [], "Company Portal": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        for run in range(runs + 1):
            for kind, script in zip(found, (BARE, PROGRAM), strict=True):
                result = first_paint(script, folder)
                if run:  # the first run warms the computer's caches
                    found[kind].append(result)
    return [
        f"first paint, {kind}: {median(t for t, _ in results):.0f} ms, "
        f"{median(m for _, m in results):.0f} MB (median of {runs})"
        for kind, results in found.items()
    ]
