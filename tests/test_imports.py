"""Modules that are imported when they are first used, by whichever thread that is."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from companyportal.imports import Later

THREADS = 3
ROUNDS = 100
Use = Callable[[Later], object]


def by_attribute(stand_in: Later) -> object:
    return stand_in.value


def by_statement(stand_in: Later) -> object:
    """What ``from NAME import value`` does."""
    return importlib.import_module(stand_in.__name__).value


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of modules that nobody has imported, each with a ``value`` of its own."""
    names = [f"used_by_threads_{number}" for number in range(ROUNDS)]
    for name in names:
        (tmp_path / f"{name}.py").write_text(f"value = [{name!r}]\n", encoding="utf-8")
        monkeypatch.setitem(sys.modules, name, Later(name))
    monkeypatch.syspath_prepend(tmp_path)
    return names


@pytest.mark.parametrize(
    "uses", [[by_attribute] * THREADS, [by_attribute, by_statement, by_attribute]]
)
def test_threads_that_use_a_module_first_at_once_get_the_same_one(
    modules: list[str], uses: list[Use]
) -> None:
    together = threading.Barrier(THREADS)

    def used(use: Use, stand_in: Later) -> object:
        together.wait()
        return use(stand_in)

    with ThreadPoolExecutor(THREADS) as threads:
        for name in modules:
            stand_in = sys.modules[name]
            assert isinstance(stand_in, Later)
            found = list(threads.map(used, uses, [stand_in] * THREADS))
            assert found == [[name]] * THREADS
            assert len({*map(id, found)}) == 1
            assert type(sys.modules[name]) is not Later
