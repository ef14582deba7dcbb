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
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from companyportal import __version__, logs, settings
from companyportal.desktop.single_instance import SingleInstance
from companyportal.endpoints import Endpoints
from companyportal.errors import SettingsError
from companyportal.life import Life
from companyportal.settings import Loaded
from companyportal.views.language import Language
from companyportal.views.not_connected_window import NotConnectedWindow
from companyportal.views.theme import Theme


def run(options: argparse.Namespace) -> int:
    """The whole life of the program; its exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("companyportal")
    app.setApplicationDisplayName("Company Portal")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("companyportal")
    app.setQuitOnLastWindowClosed(False)
    data = options.data or Path(platformdirs.user_state_path("companyportal", appauthor=False))
    instance = SingleInstance(_profile(options, data))
    if not instance.claim():
        return 0
    logs.set_up(data / "logs", level=logging.DEBUG if options.debug else logging.INFO)
    logs.install_hooks()
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            return runner.run(main(options, data, instance))
    except RuntimeError as error:
        # Qt ended the loop itself (the session manager, Cmd-Q): everything was cleaned up already.
        if "Event loop stopped" not in str(error):
            raise
        return 0
    finally:
        instance.close()


def _profile(options: argparse.Namespace, data: Path) -> str:
    """Programs that share a data folder and a connection are one program."""
    where = "demo" if options.demo else str(options.connect or "")
    return hashlib.sha256(f"{data.resolve()}\n{where}".encode()).hexdigest()[:16]


async def main(options: argparse.Namespace, data: Path, instance: SingleInstance) -> int:
    """From the first paint to the last clean-up."""
    user_file = options.settings or Path(
        platformdirs.user_config_path("companyportal", appauthor=False) / "settings.toml"
    )
    loaded = _load(options, user_file)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme.install(app)
    theme.set_mode(loaded.settings.theme)
    language = Language(app)
    language.use(loaded.settings.language)
    async with AsyncExitStack() as stack:
        endpoints: Endpoints | None
        try:
            endpoints = await _endpoints(options, loaded, stack)
        except SettingsError as error:
            if options.connect:
                print(f"companyportal: {error}", file=sys.stderr)  # noqa: T201 - the command line
                return 2
            endpoints = await _ask_for_demo(error, stack)
            if endpoints is None:
                return 2
        life = Life(loaded, endpoints, language, data, user_file, keeps_data=not options.demo)
        stack.push_async_callback(life.end)
        await life.begin(hidden=options.hidden, instance=instance)
    return 0


def _load(options: argparse.Namespace, user_file: Path) -> Loaded:
    policy_file = Path(platformdirs.site_config_path("companyportal", appauthor=False))
    chosen = {"language": options.language, "theme": options.theme}
    return settings.load(
        user_file=user_file,
        policy_file=policy_file / "policy.toml",
        overrides={key: value for key, value in chosen.items() if value},
    )


async def _endpoints(
    options: argparse.Namespace, loaded: Loaded, stack: AsyncExitStack
) -> Endpoints:
    if options.demo:
        return await _demo(stack)
    if options.connect:
        return Endpoints.from_file(options.connect)
    return settings.endpoints_for(loaded.settings, file=loaded.file)


async def _demo(stack: AsyncExitStack) -> Endpoints:
    server_module = await asyncio.to_thread(importlib.import_module, "companyportal.demo.server")
    server = await stack.enter_async_context(server_module.DemoServer())
    endpoints = server.endpoints
    assert isinstance(endpoints, Endpoints)
    return endpoints


async def _ask_for_demo(error: SettingsError, stack: AsyncExitStack) -> Endpoints | None:
    """Nothing is configured yet: say so in a window, and offer the built-in organisation."""
    chosen: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    window = NotConnectedWindow(error)

    def choose(demo: bool) -> None:
        if not chosen.done():
            chosen.set_result(demo)

    window.chosen.connect(choose)
    window.show()
    try:
        return await _demo(stack) if await chosen else None
    finally:
        window.hide()
