"""Every test has a home of its own, and none of the person's session: no settings, no keyring, no
notification service; language and time zone are always the same.
"""

from __future__ import annotations

import os
import time
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


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, to which the environment points."""
    folder = tmp_path_factory.mktemp("home")
    for variable, name in _FOLDERS.items():
        (folder / name).mkdir(exist_ok=True, mode=0o700)
        monkeypatch.setenv(variable, str(folder / name))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """Fix the locale before Qt asks for it."""
    os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", LANGUAGE="en", TZ="UTC")
    if hasattr(time, "tzset"):
        time.tzset()
