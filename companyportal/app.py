"""Starts the program: from the command line to the addresses it will connect to.

Here is what comes before there is a window: command line, settings, language, connection. The rest
of the program's life is in ``life.py``.

Where it is known whom to ask, the window is painted by Qt's own loop; only then asyncio and qasync
are imported and theirs begins.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import importlib
import logging
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QApplication

from companyportal import __version__, logs, places, settings
from companyportal.deep_link import SCHEME
from companyportal.desktop import core_dumps
from companyportal.desktop.autostart import Autostart, open_autostart
from companyportal.desktop.end_signals import EndSignals
from companyportal.desktop.first_turns import turn_until
from companyportal.desktop.garbage import Garbage
from companyportal.desktop.link_events import LinkEvents
from companyportal.desktop.qt_messages import QtMessages
from companyportal.desktop.single_instance import SingleInstance
from companyportal.endpoints import Endpoints
from companyportal.errors import SettingsError
from companyportal.life import Life
from companyportal.settings import Loaded
from companyportal.views.language import Language
from companyportal.views.theme import Theme

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """What is known before an event loop runs."""

    loaded: Loaded
    user_file: Path
    language: Language
    signals: EndSignals
    life: Life | None
    """None where it is not known yet whom to ask, or where that is a demo still to be made."""
    error: SettingsError | None
    """Why it is not known."""


def run(options: argparse.Namespace) -> int:
    """The whole life of the program; its exit code."""
    if _is_kiosk():
        _say("this computer is a kiosk: start companyportal --kiosk")
        return 2
    core_dumps.refuse_core_files()
    try:
        connection = Endpoints.from_file(options.connect) if options.connect else None
    except SettingsError as error:
        _say(error)
        return 2
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("companyportal")
    app.setApplicationDisplayName("Company Portal")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("companyportal")
    app.setQuitOnLastWindowClosed(False)
    data = options.data or places.own_folder(platformdirs.user_state_path)
    instance = SingleInstance(_profile(options, data))
    if not instance.claim(_link(options)):
        return 0
    logs.set_up(data / "logs", level=logging.DEBUG if options.debug else logging.INFO)
    logs.install_hooks()
    messages, garbage = QtMessages(), Garbage()
    messages.start()
    garbage.start()
    try:
        begun = _begin(options, data, connection)
        if begun.life is not None:
            begun.life.appear(hidden=options.hidden and not _link(options))
        if begun.life is not None and begun.life.window.isVisible():
            turn_until(begun.life.window.first_painted, begun.signals.asked)
        from companyportal.desktop.watched_loop import run_to_end

        return run_to_end(app, main(options, data, instance, begun=begun))
    finally:
        messages.stop()
        instance.close()
        # Nothing collects any more but the end of the process: inside a destructor of Qt, which
        # holds a lock, a collection that destroys others would wait for that lock for ever.


def _profile(options: argparse.Namespace, data: Path) -> str:
    """Programs that share a data folder and a connection are one program."""
    where = "demo" if options.demo else str(options.connect.resolve() if options.connect else "")
    return hashlib.sha256(f"{data.resolve()}\n{where}".encode()).hexdigest()[:16]


async def main(
    options: argparse.Namespace,
    data: Path,
    instance: SingleInstance,
    connection: Endpoints | None = None,
    *,
    begun: _Begun | None = None,
) -> int:
    """To the last clean-up, from the first paint on or from what has ``begun`` before it;
    ``connection`` comes before the settings.

    A signal that asks the program to end cancels this, whatever it waits for.
    """
    task = asyncio.current_task()
    assert task is not None
    async with AsyncExitStack() as stack:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(logs.on_loop_failure)
        stack.callback(loop.set_exception_handler, None)
        begun = begun or _begin(options, data, connection)
        signals = begun.signals
        stack.callback(signals.close)
        signals.listen()
        signals.asked.connect(task.cancel)
        if signals.was_asked:
            task.cancel()
        instance.listen()
        try:
            return await _live(options, data, instance, begun, stack)
        finally:
            # The end has begun, and another signal must not cut it short.
            signals.asked.disconnect()


def _begin(options: argparse.Namespace, data: Path, connection: Endpoints | None) -> _Begun:
    """Settings, look and language, and every part of the program with its window, not yet shown."""
    user_file = (
        options.settings or places.own_folder(platformdirs.user_config_path) / "settings.toml"
    )
    loaded = _load(options, user_file)
    for problem in loaded.problems:
        _log.warning("%s", problem)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme.install(app).set_mode(loaded.settings.theme)
    language = Language(app)
    language.use(loaded.settings.language)
    error = None
    if connection is None and not options.demo:
        try:
            connection = settings.endpoints_for(loaded.settings, file=loaded.file)
        except SettingsError as found:
            error = found
    return _Begun(
        loaded=loaded,
        user_file=user_file,
        language=language,
        signals=EndSignals(),
        life=Life(loaded, connection, language, data, user_file, autostart=_autostart(options))
        if connection
        else None,
        error=error,
    )


async def _live(
    options: argparse.Namespace,
    data: Path,
    instance: SingleInstance,
    begun: _Begun,
    stack: AsyncExitStack,
) -> int:
    life = begun.life
    if life is None:
        life = await _life_after_choice(options, data, instance, begun, stack)
        if life is None:
            return 2
    stack.push_async_callback(life.end)
    opener = LinkEvents(life.open_link)
    stack.callback(opener.close)
    link = _link(options)
    await life.begin(hidden=options.hidden and not link, instance=instance, link=link)
    return 0


def _link(options: argparse.Namespace) -> str:
    """What the command line wants to be opened; it may be no link at all."""
    link: str = options.link
    return f"{SCHEME}://devices/{options.device}" if options.device else link


def _autostart(options: argparse.Namespace) -> Autostart | None:
    """A run on its own settings and data is started again with them; a demo is not."""
    if options.demo or options.connect:
        return None
    words = ((f"--{name}", getattr(options, name)) for name in ("settings", "data"))
    return open_autostart(
        [part for flag, path in words if path for part in (flag, str(path.resolve()))]
    )


async def _life_after_choice(
    options: argparse.Namespace,
    data: Path,
    instance: SingleInstance,
    begun: _Begun,
    stack: AsyncExitStack,
) -> Life | None:
    """The demo where it was asked for, now or on the command line; the organisation that somebody
    has just set up; None where the person gave up.
    """
    loaded, error = begun.loaded, begun.error
    if error is not None:
        from companyportal.unconnected import Choice, choose

        _say(error)
        choice = await choose(error, loaded, begun.user_file, instance)
        if choice is Choice.NOTHING:
            return None
        if choice is Choice.ORGANISATION:
            loaded = _load(options, begun.user_file)
            connection = settings.endpoints_for(loaded.settings, file=loaded.file)
            files = (data, begun.user_file)
            return Life(loaded, connection, begun.language, *files, autostart=_autostart(options))
    return Life(loaded, await _demo(stack), begun.language, data, begun.user_file, keeps_data=False)


def _is_kiosk() -> bool:
    """Whoever gets past a kiosk's own window there must not get this one, with files and links."""
    policy = places.policy_file()
    return settings.load(user_file=policy, policy_file=policy).settings.kiosk


def _load(options: argparse.Namespace, user_file: Path) -> Loaded:
    chosen = {"language": options.language, "theme": options.theme, "cloud": options.cloud}
    return settings.load(
        user_file=user_file,
        policy_file=places.policy_file(),
        overrides={key: value for key, value in chosen.items() if value},
    )


async def _demo(stack: AsyncExitStack) -> Endpoints:
    server_module = await asyncio.to_thread(importlib.import_module, "companyportal.demo.server")
    server = await stack.enter_async_context(server_module.DemoServer())
    endpoints = server.endpoints
    assert isinstance(endpoints, Endpoints)
    return endpoints


def _say(error: SettingsError | str) -> None:
    """On the command line, for whoever reads it."""
    if sys.stderr is not None:  # there is none in a windowed program on Windows
        sys.stderr.write(f"companyportal: {error}\n")
