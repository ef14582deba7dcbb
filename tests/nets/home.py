"""Every test has a home of its own, and none of the person's session: no settings, no keyring, no
notification service; language and time zone are always the same.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
_PRIVATE = stat.S_IFDIR | 0o700
_untouched: list[Path] = []
"""Homes that a test has left as it found them. Most do, and ten new folders for each of thousands
of tests take longer to remove than many tests to run.
"""


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An empty home folder, to which the environment points."""
    folder = _untouched.pop() if _untouched else _new(tmp_path_factory)
    for variable, name in _FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / name))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    yield folder
    if _is_untouched(folder):
        _untouched.append(folder)


def _new(factory: pytest.TempPathFactory) -> Path:
    folder = factory.mktemp("home")
    for name in _FOLDERS.values():
        (folder / name).mkdir(exist_ok=True, mode=0o700)
    return folder


def _is_untouched(folder: Path) -> bool:
    below = {path: path.lstat().st_mode for path in folder.rglob("*")}
    return below == {folder / name: _PRIVATE for name in _FOLDERS.values() if name != "."}


def pytest_configure(config: pytest.Config) -> None:
    """Fix the locale before Qt asks for it."""
    os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", LANGUAGE="en", TZ="UTC")
    if hasattr(time, "tzset"):
        time.tzset()
