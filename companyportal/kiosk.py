"""Starts the two programs of a kiosk: the station, and a visit.

What comes before there is a window: variables, policy, role, look. Everything after it is in
``station_life.py`` and ``visit_life.py``.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import platformdirs
from PySide6.QtWidgets import QApplication

from companyportal import __version__, kiosk_environment, logs, places, resources, settings
from companyportal.clock import SystemClock
from companyportal.desktop import adoption, core_dumps
from companyportal.desktop.end_signals import EndSignals
from companyportal.desktop.garbage import Garbage
from companyportal.desktop.qt_messages import QtMessages
from companyportal.endpoints import Endpoints
from companyportal.errors import KioskRefused, SettingsError
from companyportal.kiosk_browser_policy import check_browser_policy
from companyportal.kiosk_journal import KioskJournal
from companyportal.kiosk_logo import with_logo
from companyportal.kiosk_role import check_role, kiosk_rules
from companyportal.kiosk_rules import KioskRules
from companyportal.settings import Loaded
from companyportal.views import venue
from companyportal.views.kiosk_look import set_least_text
from companyportal.views.language import Language
from companyportal.views.theme import Theme
from companyportal.visit import OutOfService

_DEMO_SETTINGS = "demo/kiosk.toml"
_log = logging.getLogger(__name__)


class Life(Protocol):
    """One of the two programs: a station's life, or a visit's."""

    def leave(self) -> None:
        """Somebody wants the process to end. More than once is as good as once."""
        ...

    async def live(self) -> int:
        """To the end; the exit code."""
        ...


def run_station(options: argparse.Namespace) -> int:
    """The whole life of a station; its exit code."""
    core_dumps.refuse_core_files()
    adoption.adopt_orphans()
    is_tryout = _is_tryout(options)
    # Before Qt reads them. A try-out may be somebody's who looks for a fault.
    variables = () if is_tryout else kiosk_environment.scrub(os.environ)
    data = options.data or places.own_folder(platformdirs.user_state_path) / "kiosk"
    loaded = loaded_for(options, data)
    logs.set_up(data / "logs", level=logging.DEBUG if options.debug else logging.INFO)
    logs.install_hooks()
    reason = None
    if not is_tryout:
        try:
            check_role(loaded, places.policy_file(), variables=variables)
            check_browser_policy(loaded)
        except KioskRefused as error:
            _say(error)
            reason = error.reason.out_of_service
            if reason is None:
                return 2
    if reason is not OutOfService.POLICY:
        loaded = with_logo(loaded)
    return _run_station(options, loaded, _rules(options, loaded), data, reason)


def run_visit(options: argparse.Namespace) -> int:
    """The whole life of one visit; its exit code."""
    from companyportal.desktop.station_pipe import StationPipe

    core_dumps.refuse_core_files()
    adoption.adopt_orphans()
    folder: Path = options.data
    pipe = StationPipe(folder)
    loaded = loaded_for(options, folder)
    try:
        if options.connect:
            endpoints = Endpoints.from_file(options.connect)
        else:
            check_role(loaded, places.policy_file(), variables=kiosk_environment.scrub(os.environ))
            endpoints = settings.endpoints_for(loaded.settings, file=loaded.file)
    except (KioskRefused, SettingsError) as error:
        _say(error)
        return 2
    logs.set_up(folder / "logs", level=logging.WARNING)
    logs.install_hooks()
    loaded = with_logo(loaded)

    def make(app: QApplication) -> Life:
        from companyportal.visit_life import VisitLife

        rules, clock = _rules(options, loaded), SystemClock()
        file: Path | None = options.kiosk_journal
        journal = KioskJournal(file, station=rules.station, clock=clock) if file else None
        language = _language(app, options, loaded)
        return VisitLife(
            loaded, endpoints, rules, language, pipe, folder, journal=journal, clock=clock
        )

    return _run(make)


def _run_station(
    options: argparse.Namespace,
    loaded: Loaded,
    rules: KioskRules,
    data: Path,
    reason: OutOfService | None,
) -> int:
    def make(app: QApplication) -> Life:
        from companyportal.station_life import StationLife

        language = _language(app, options, loaded)
        life = StationLife(loaded, rules, options, data, language, out_of_service=reason)
        life.appear()
        return life

    return _run(make)


def _language(app: QApplication, options: argparse.Namespace, loaded: Loaded) -> Language:
    """In use from the first word on: English, too, has its plurals from a file."""
    language = Language(app)
    language.use(options.language or loaded.settings.language)
    return language


def _run(make: Callable[[QApplication], Life]) -> int:
    """Make what both programs stand on and then a life, before there is a loop that could stand
    still for it; and live that to its end.
    """
    from companyportal.desktop.watched_loop import run_to_end

    app = QApplication(sys.argv[:1])
    app.setApplicationName("companyportal")
    app.setApplicationDisplayName("Company Portal")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("companyportal")
    app.setQuitOnLastWindowClosed(False)
    venue.set_public(True)
    set_least_text(app)
    theme = Theme.install(app)
    theme.set_mode("light")
    messages, garbage, signals = QtMessages(), Garbage(), EndSignals()
    messages.start()
    garbage.start()

    async def work(life: Life) -> int:
        signals.listen()
        if signals.was_asked:
            life.leave()
        return await life.live()

    try:
        life = make(app)
        signals.asked.connect(life.leave)
        return run_to_end(app, work(life))
    finally:
        signals.close()
        messages.stop()
        # Nothing collects any more but the end of the process: inside a destructor of Qt, which
        # holds a lock, a collection that destroys others would wait for that lock for ever.


def _is_tryout(options: argparse.Namespace) -> bool:
    """With the demo organisation, which reaches nothing but this computer."""
    return bool(options.demo or options.connect)


def loaded_for(options: argparse.Namespace, folder: Path) -> Loaded:
    """A kiosk has the machine's policy alone, whatever its user may have written; a try-out has a
    file, and no policy.
    """
    if not _is_tryout(options):
        return settings.load(user_file=None, policy_file=places.policy_file())
    own = resources.path(_DEMO_SETTINGS) if options.demo else folder / "settings.toml"
    return settings.load(user_file=options.settings or own, policy_file=None)


def _rules(options: argparse.Namespace, loaded: Loaded) -> KioskRules:
    is_tryout = _is_tryout(options)
    is_full_screen = options.full_screen or not is_tryout
    return kiosk_rules(loaded, is_tryout=is_tryout, is_full_screen=is_full_screen)


def _say(error: Exception) -> None:
    """On the command line, for whoever set the computer up; in the log it has stood already."""
    _log.error("%s", error)
    if sys.stderr is not None:  # there is none in a windowed program on Windows
        sys.stderr.write(f"companyportal: {error}\n")
