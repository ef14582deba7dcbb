"""A screen in memory with a window manager, as a kiosk without a desktop has it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.needs import need_command
from tests.stories.screen import Screen, screen

_CONFIGURATION = Path(__file__).with_name("openbox.xml")
_LIMIT_S = 60


@pytest.fixture
def kiosk_screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """1280 × 800, with openbox; programs that are started now find it."""
    with screen("1280x800") as found:
        for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("DISPLAY", found.display)
        with _window_manager():
            yield found


@contextmanager
def _window_manager() -> Iterator[None]:
    openbox = need_command("openbox", "openbox")
    words = [openbox, "--config-file", str(_CONFIGURATION), "--startup", "echo ready"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as manager:
        try:
            assert manager.stdout is not None
            assert manager.stdout.readline() == b"ready\n"
            yield
        finally:
            manager.terminate()
            manager.wait(_LIMIT_S)
