"""What a station starts: its visits, and in a try-out the demo organisation."""

from __future__ import annotations

import argparse
import logging
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from companyportal import kiosk_journal
from companyportal.desktop.free_space import OF_A_VISIT, OF_THE_JOURNAL, space_in
from companyportal.desktop.leftovers import remove_leftovers
from companyportal.desktop.own_command import own_command
from companyportal.desktop.visit_environment import visit_environment
from companyportal.desktop.visit_folder import VisitFolders
from companyportal.desktop.visit_process import VisitProcess

_DEMO_TRIES, _DEMO_PAUSE_S = 1_500, 0.02
"""Half a minute for a slow computer to start it."""
_log = logging.getLogger(__name__)


class StationProcesses:
    """Knows the command line of each, and where their folders lie."""

    def __init__(
        self, options: argparse.Namespace, data: Path, places: Sequence[VisitFolders]
    ) -> None:
        """``data`` is the station's own folder, which outlives every visit; ``places`` may be empty
        where none is private.
        """
        self._options = options
        self._data = data.resolve()
        self._places = places
        self._connection: Path | None = options.connect.resolve() if options.connect else None
        self._demo: VisitProcess | None = None
        is_tryout = bool(options.demo or options.connect)
        self._environment = visit_environment(os.environ, is_tryout=is_tryout)

    def make_visit(self) -> VisitProcess:
        """The next one and its folder, not started yet. Raises: OSError, also where a visit could
        not write down what it sends, and so would send nothing.
        """
        if not self._places:
            raise FileNotFoundError(None, "no private place")
        journal = self._data / kiosk_journal.NAME
        kiosk_journal.append(journal, b"")
        folder = self._places[0].next()
        folder.make()
        words = ["--kiosk-session", "--data", str(folder.path)]
        words += ["--kiosk-journal", str(journal), *self._passed_on()]
        return VisitProcess([*own_command(), *words], folder, self._environment)

    def clear(self) -> bool:
        """Remove what a former run has left, then start what visits need; False where something is
        left, or could not be started. Blocks.
        """
        return remove_leftovers(self._places) and (not self._options.demo or self._start_demo())

    def lacking_space(self) -> str:
        """Where there is too little for another visit, and how little; else empty. May block."""
        needs = [(self._data, OF_THE_JOURNAL)]
        needs += [(place.root, OF_A_VISIT) for place in self._places[:1]]
        for folder, need in needs:
            # Where it cannot even be looked, making a visit tells.
            with suppress(OSError):
                if not (found := space_in(folder)).holds(need):
                    return f"{folder} has {found}, and {need} are needed"
        return ""

    @property
    def has_lost_demo(self) -> bool:
        """The demo organisation of a try-out ran, and has ended."""
        return self._demo is not None and self._demo.is_over

    def renew_demo(self) -> bool:
        """Another one, with addresses of its own, which only visits that are made from here on know
        of; False where it could not be started. Blocks.
        """
        _log.warning("the demo organisation has ended, and is started again")
        return (self._demo is None or self._demo.end()) and self._start_demo()

    def end(self) -> bool:
        """The last guard: nothing of this run is left either. Blocks."""
        if self._demo is not None:
            self._demo.end()
        return remove_leftovers(self._places)

    def _passed_on(self) -> list[str]:
        """What whoever tries it out has asked for; a kiosk has the policy alone."""
        options = self._options
        words: list[str] = []
        if self._connection is not None:
            words += ["--connect", str(self._connection)]
        if options.settings:
            words += ["--settings", str(options.settings.resolve())]
        for name in ("language", "theme"):
            if value := getattr(options, name):
                words += [f"--{name}", value]
        words += [f"--{name}" for name in ("debug",) if getattr(options, name)]
        return [*words, *(["--full-screen"] if options.full_screen else [])]

    def _start_demo(self) -> bool:
        """It has a folder like a visit, and ends and goes like one, also where the station dies."""
        folder = self._places[0].next()
        try:
            folder.make()
            file = folder.path / "connection.json"
            command = [*own_command(), "demo-server", "--station-folder", str(folder.path)]
            self._demo = VisitProcess(command, folder, self._environment)
            self._demo.start()
        except OSError:
            return False
        for _ in range(_DEMO_TRIES):
            if file.exists():
                self._connection = file
                return True
            if self._demo.is_over:
                break
            time.sleep(_DEMO_PAUSE_S)
        return False
