"""How long something of a kiosk's visit is there after its end, and until the next one may come.

The visits are real ones. The station's own time stands still: what it waits for on purpose, such as
the page that says that a visit is over, does not count.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.processes import Facts, tell, told
from benchmarks.row import Row
from companyportal import imports
from companyportal.desktop.own_command import own_command
from companyportal.desktop.visit_environment import visit_environment
from companyportal.desktop.visit_folder import VisitFolders
from companyportal.desktop.visit_process import VisitProcess
from companyportal.kiosk_rules import KioskRules
from companyportal.models.spare_visit import BEGUN_S
from companyportal.models.station import Station, StationState
from companyportal.station_processes import StationProcesses
from companyportal.tasks import Tasks
from companyportal.visit import Comfort
from companyportal.visit_messages import Ready, decode

MOST_S = 2
_LOOK_S, _PATIENCE = 0.001, 60_000
"""Between two looks, and so many of them: a minute and more."""
_RULES = KioskRules(is_tryout=True, silence_s=600)
_WHAT = {
    "gone_ms": "nothing of it is left",
    "next_ms": "the next one may come, but for the page that says so",
}


async def measure(runs: int, *, first: int = 1) -> list[Row]:
    """Each end beside a bare one, by turns; the ``first`` of both warm the caches."""
    found = (await told("benchmarks.leaving", str(first + runs)))[first:]
    return [_row(name, found) for name in _WHAT]


def _row(name: str, found: list[Facts]) -> Row:
    took, bare = (median(each[key] for each in found) for key in (name, "bare_ms"))
    return Row(
        what=f"a kiosk's visit ends, until {_WHAT[name]}",
        ours=f"{took:.0f} ms, at most {max(each[name] for each in found):.0f} ms",
        against=f"{bare:.0f} ms, such a process killed and its folder removed by hand",
        ratio=f"{took / bare:.1f}×",
        goal=f"≤ {MOST_S} s",
        met=took <= 1000 * MOST_S,
    )


class Ends:
    """A station with one visit after another; ``folder`` is empty but for the connection."""

    def __init__(self, folder: Path, connection: Path) -> None:
        from companyportal.__main__ import parser
        from tests.virtual_clock import VirtualClock

        options = parser().parse_args(["--kiosk", "--connect", str(connection)])
        self._connection = connection
        self._folders = VisitFolders(folder)
        self._processes = StationProcesses(options, folder, [self._folders])
        self._clock, self._tasks = VirtualClock(), Tasks()
        self._made: list[VisitProcess] = []
        self._ready = 0
        self.station = Station(self._make, rules=_RULES, clock=self._clock, tasks=self._tasks)

    async def ours(self) -> dict[str, float]:
        """One visit begins and ends, while another one waits; milliseconds."""
        await _until(lambda: self.station.state is StationState.READY)
        visit, (own,), ready = self._made[-1], self._folders.left(), self._ready
        self.station.begin(Comfort())
        await _until(lambda: "spare visit" in self._clock.sleeping)
        await self._clock.advance(BEGUN_S)
        await _until(lambda: self._ready > ready)
        began_s = time.monotonic()
        os.kill(visit.pid, signal.SIGTERM)  # to whom it is the same as "End session"
        await _until(lambda: self.station.state is StationState.DONE)
        self.station.begin(Comfort())  # closes the page that says so
        process = Path(f"/proc/{visit.pid}")
        await _until(lambda: own.is_gone and not process.exists())
        gone_ms = _since_ms(began_s)
        await _until(lambda: self.station.state is StationState.READY)
        return {"gone_ms": gone_ms, "next_ms": _since_ms(began_s)}

    def bare_ms(self) -> float:
        """Such a process and such a folder end by hand. Blocks."""
        folder = self._folders.next()
        folder.make()
        words = ["--kiosk-session", "--data", str(folder.path), "--connect", str(self._connection)]
        with subprocess.Popen(
            [*own_command(), *words],
            env={**visit_environment(os.environ, is_tryout=True), **folder.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as visit:
            assert visit.stdout is not None
            while not isinstance(decode(visit.stdout.readline()), Ready):
                pass
            began_s = time.monotonic()
            visit.kill()
            visit.wait()
            shutil.rmtree(folder.path)
            return _since_ms(began_s)

    async def close(self) -> None:
        """Nothing is left of any visit."""
        emptied = asyncio.Event()
        self.station.emptied.connect(emptied.set)
        self.station.leave()
        await emptied.wait()
        await self._tasks.close()

    def _make(self) -> VisitProcess:
        visit = self._processes.make_visit()
        visit.said.connect(self._on_said)
        self._made.append(visit)
        return visit

    def _on_said(self, message: object) -> None:
        self._ready += isinstance(message, Ready)


async def watch(runs: int) -> int:
    """In a process of its own; tells of each end."""
    from companyportal.demo.server import DemoServer

    with tempfile.TemporaryDirectory(prefix="leaving-") as name:
        folder = Path(name)
        async with DemoServer(delay_s=0) as demo:
            connection = folder / "connection.json"
            connection.write_text(json.dumps(demo.describe()), encoding="utf-8")
            ends = Ends(folder, connection)
            ends.station.start()
            for _ in range(runs):
                ours = await ends.ours()
                tell(**ours, bare_ms=await asyncio.to_thread(ends.bare_ms))
            await ends.close()
    return 0


async def _until(condition: Callable[[], bool]) -> None:
    for _ in range(_PATIENCE):
        if condition():
            return
        await asyncio.sleep(_LOOK_S)
    raise RuntimeError("it never came")


def _since_ms(began_s: float) -> float:
    return 1000 * (time.monotonic() - began_s)


if __name__ == "__main__":
    imports.prepare()  # as the program does, before it imports anything
    from PySide6.QtWidgets import QApplication

    from companyportal.desktop.watched_loop import run_to_end

    sys.exit(run_to_end(QApplication([]), watch(int(sys.argv[2]))))
