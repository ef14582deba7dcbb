"""The whole program with its window, on the demo organisation, as a person sits before it."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from companyportal.assembly import OpenUrl
from companyportal.clock import Clock
from companyportal.demo.server import DemoServer
from companyportal.desktop.autostart import Autostart
from companyportal.desktop.single_instance import SingleInstance
from companyportal.endpoints import Endpoints
from companyportal.life import Life
from companyportal.settings import Loaded, Settings
from companyportal.views.language import Language
from companyportal.views.theme import Theme


@contextlib.asynccontextmanager
async def at_desk(
    demo: DemoServer | Endpoints,
    folder: Path,
    *,
    open_url: OpenUrl,
    clock: Clock | None = None,
    language: str = "en",
    theme: str = "light",
    keeps_data: bool = False,
    hidden: bool = False,
    loaded: Loaded | None = None,
    autostart: Autostart | None = None,
) -> AsyncIterator[Life]:
    """Starts the program as ``app.main`` does, and ends it; ``loaded``: with these settings."""
    tongue = _dress(language, theme)
    endpoints = demo if isinstance(demo, Endpoints) else demo.endpoints
    life = Life(
        loaded or Loaded(settings=Settings(language=language, theme=theme)),
        endpoints,
        tongue,
        folder,
        folder / "settings.toml",
        open_url=open_url,
        keeps_data=keeps_data,
        clock=clock,
        autostart=autostart,
    )
    life.window.resize(1100, 720)  # as on most screens; the one in memory is smaller
    instance = SingleInstance(uuid.uuid4().hex)
    assert instance.claim()
    living = asyncio.get_running_loop().create_task(life.begin(hidden=hidden, instance=instance))
    try:
        yield life
    finally:
        life.quit()
        await living
        await life.end()
        instance.close()
        life.window.deleteLater()
        tongue.use("en")


def _dress(language: str, theme: str) -> Language:
    """The application in that language and theme, without an organisation's colour."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme.install(app).set_mode(theme)
    Theme.install(app).set_brand("")
    tongue = Language(app)
    tongue.use(language)
    return tongue
