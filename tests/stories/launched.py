"""The program inside the test itself, from the command line on, and what can be read on it."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from companyportal import app
from companyportal.__main__ import parser
from companyportal.desktop.single_instance import SingleInstance
from companyportal.endpoints import Endpoints
from companyportal.views.language import Language
from companyportal.views.main_window import MainWindow
from companyportal.views.not_connected_window import NotConnectedWindow
from tests.program import until
from tests.stories.places import clipboard, files, keep, screen

_Window = TypeVar("_Window", MainWindow, NotConnectedWindow)


class Launch:
    """One run; ``ended`` is its exit code when it has come to its end by itself."""

    def __init__(self, running: asyncio.Task[int]) -> None:
        self._running = running

    async def window(self, kind: type[_Window]) -> _Window:
        """The window of that kind, as soon as it can be seen."""
        await until(lambda: self._running.done() or _shown(kind))
        if self._running.done():
            self._running.result()
        return _shown(kind)[0]

    async def ended(self) -> int:
        """The exit code."""
        await until(self._running.done)
        return self._running.result()


@contextlib.asynccontextmanager
async def launched(
    data: Path, *words: str, connection: Endpoints | None = None
) -> AsyncIterator[Launch]:
    """Start with these words on the command line; it is ended with the block, as by a signal."""
    options = parser().parse_args([*words, "--settings", str(data / "settings.toml")])
    instance = SingleInstance(uuid.uuid4().hex)
    running = asyncio.get_running_loop().create_task(app.main(options, data, instance, connection))
    try:
        yield Launch(running)
    finally:
        keep(*screen(), *clipboard())
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        keep(*files(data))
        instance.close()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow | NotConnectedWindow):
                window.deleteLater()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        Language(application).use("en")


def words_on(window: QWidget) -> str:
    """Every text that can be read now, one a line."""
    parts = [each for each in window.findChildren(QWidget) if each.isVisible()]
    texts = [each.text() for each in parts if isinstance(each, QLabel | QAbstractButton)]
    return "\n".join(text for text in texts if text)


async def read_on(window: QWidget, text: str) -> None:
    """Wait until that text can be read."""
    try:
        await until(lambda: text in words_on(window))
    except AssertionError as error:
        raise AssertionError(f"no “{text}” in:\n{words_on(window)}") from error


def press(window: QWidget, words: str) -> None:
    """Press the one button with these words."""
    buttons = window.findChildren(QAbstractButton)
    [button] = [each for each in buttons if each.isVisible() and each.text() == words]
    button.click()


def _shown(kind: type[_Window]) -> list[_Window]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
