"""Starts the program: from the command line to the addresses it will connect to.

Here is what comes before there is a window: command line, settings, language, connection. The rest
of the program's life is in ``life.py``.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import importlib
import logging
import os
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from companyportal import __version__, logs, settings
from companyportal.desktop import core_dumps
from companyportal.desktop.end_signals import EndSignals
from companyportal.desktop.garbage import Garbage
from companyportal.desktop.qt_messages import QtMessages
from companyportal.desktop.single_instance import SingleInstance
from companyportal.endpoints import Endpoints
from companyportal.errors import SettingsError
from companyportal.life import Life
from companyportal.settings import Loaded
from companyportal.views.language import Language
from companyportal.views.not_connected_window import NotConnectedWindow
from companyportal.views.theme import Theme

_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """The whole life of the program; its exit code."""
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
    data = options.data or _own_folder(platformdirs.user_state_path)
    instance = SingleInstance(_profile(options, data))
    if not instance.claim():
        return 0
    logs.set_up(data / "logs", level=logging.DEBUG if options.debug else logging.INFO)
    logs.install_hooks()
    messages, garbage = QtMessages(), Garbage()
    messages.start()
    garbage.start()
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            return runner.run(main(options, data, instance, connection))
    except asyncio.CancelledError:
        return 0  # asked to end by a signal; everything was cleaned up on the way here
    except RuntimeError as error:
        # Qt ended the loop itself (the session manager, Cmd-Q): everything was cleaned up already.
        if "Event loop stopped" not in str(error):
            raise
        return 0
    finally:
        garbage.stop()
        messages.stop()
        instance.close()


def _profile(options: argparse.Namespace, data: Path) -> str:
    """Programs that share a data folder and a connection are one program."""
    where = "demo" if options.demo else str(options.connect.resolve() if options.connect else "")
    return hashlib.sha256(f"{data.resolve()}\n{where}".encode()).hexdigest()[:16]


async def main(
    options: argparse.Namespace,
    data: Path,
    instance: SingleInstance,
    connection: Endpoints | None = None,
) -> int:
    """From the first paint to the last clean-up; ``connection`` comes before the settings.

    A signal that asks the program to end cancels this, whatever it waits for.
    """
    task = asyncio.current_task()
    assert task is not None
    async with AsyncExitStack() as stack:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(logs.on_loop_failure)
        stack.callback(loop.set_exception_handler, None)
        signals = EndSignals()
        stack.callback(signals.close)
        signals.asked.connect(task.cancel)
        try:
            return await _live(options, data, instance, connection, stack)
        finally:
            # The end has begun, and another signal must not cut it short.
            signals.asked.disconnect()


async def _live(
    options: argparse.Namespace,
    data: Path,
    instance: SingleInstance,
    endpoints: Endpoints | None,
    stack: AsyncExitStack,
) -> int:
    user_file = options.settings or _own_folder(platformdirs.user_config_path) / "settings.toml"
    loaded = _load(options, user_file)
    for problem in loaded.problems:
        _log.warning("%s", problem)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme.install(app).set_mode(loaded.settings.theme)
    language = Language(app)
    language.use(loaded.settings.language)
    is_throwaway = options.demo
    if endpoints is None and not options.demo:
        try:
            endpoints = settings.endpoints_for(loaded.settings, file=loaded.file)
        except SettingsError as error:
            endpoints = await _ask_for_demo(error, loaded, instance, stack)
            is_throwaway = True
    elif endpoints is None:
        endpoints = await _demo(stack)
    if endpoints is None:
        return 2
    life = Life(loaded, endpoints, language, data, user_file, keeps_data=not is_throwaway)
    stack.push_async_callback(life.end)
    await life.begin(hidden=options.hidden, instance=instance)
    return 0


def _own_folder(find: Callable[..., Path]) -> Path:
    """The person's folder of that kind; one that cannot be made where they have no home at all, so
    that the program runs without keeping anything and says so.
    """
    try:
        return find("companyportal", appauthor=False)
    except RuntimeError:
        return Path(os.devnull, "companyportal")


def _policy_file() -> Path:
    """Where the machine's policy lies; no environment variable of the person can move it."""
    if sys.platform == "linux":
        return Path("/etc/xdg/companyportal/policy.toml")
    return platformdirs.site_config_path("companyportal", appauthor=False) / "policy.toml"


def _load(options: argparse.Namespace, user_file: Path) -> Loaded:
    chosen = {"language": options.language, "theme": options.theme}
    return settings.load(
        user_file=user_file,
        policy_file=_policy_file(),
        overrides={key: value for key, value in chosen.items() if value},
    )


async def _demo(stack: AsyncExitStack) -> Endpoints:
    server_module = await asyncio.to_thread(importlib.import_module, "companyportal.demo.server")
    server = await stack.enter_async_context(server_module.DemoServer())
    endpoints = server.endpoints
    assert isinstance(endpoints, Endpoints)
    return endpoints


async def _ask_for_demo(
    error: SettingsError, loaded: Loaded, instance: SingleInstance, stack: AsyncExitStack
) -> Endpoints | None:
    """Nothing is configured yet: say so in a window, and offer the built-in organisation."""
    chosen: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    window = NotConnectedWindow(error, loaded.problems)
    _say(error)

    def choose(demo: bool) -> None:
        if not chosen.done():
            chosen.set_result(demo)

    window.chosen.connect(choose)
    instance.activated.connect(window.come_to_front)
    window.show()
    try:
        return await _demo(stack) if await chosen else None
    finally:
        instance.activated.disconnect(window.come_to_front)
        window.hide()


def _say(error: SettingsError) -> None:
    """On the command line, for whoever reads it."""
    if sys.stderr is not None:  # there is none in a windowed program on Windows
        sys.stderr.write(f"companyportal: {error}\n")
