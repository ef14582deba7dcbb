"""What every test stands on: the Qt loop, virtual time, a home of its own, and the nets."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tools.translations import compile_all

pytest_plugins = [
    "tests.demo_fixture",
    "tests.faults.fixtures",
    "tests.nets.garbage",
    "tests.nets.home",
    "tests.nets.logs",
    "tests.nets.loop",
    "tests.nets.skips",
    "tests.nets.sockets",
    "tests.nets.tasks",
]


def pytest_configure(config: pytest.Config) -> None:
    """Compile the translations, once and not in every worker."""
    if not hasattr(config, "workerinput"):
        compile_all()


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], Any]]:
    """Every asynchronous test runs on the loop of the program itself."""
    from tests.nets.loop import qt_loop

    return {"qt": qt_loop}
