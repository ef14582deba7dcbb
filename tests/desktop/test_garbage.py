"""Cyclic garbage is collected on the thread of the GUI and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from companyportal.desktop.garbage import Garbage


class Ring:
    """Only a collection can free it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    """Started as in the program; Python's own way comes back afterwards."""
    gc.collect()
    before = gc.get_threshold()
    was_enabled = gc.isenabled()
    garbage = Garbage()
    garbage.start()
    yield garbage
    garbage.stop()
    gc.set_threshold(*before)
    if not was_enabled:
        gc.disable()


def leave_a_ring() -> weakref.ref[Ring]:
    """A ring nobody holds."""
    return weakref.ref(Ring())


def test_no_other_thread_collects(garbage: Garbage) -> None:
    gc.set_threshold(10, 2, 2)
    ring = leave_a_ring()
    worker = threading.Thread(target=lambda: [[] for _ in range(5_000)])
    worker.start()
    worker.join()
    assert ring() is not None


def test_the_gui_collects_when_there_is_enough(garbage: Garbage) -> None:
    gc.set_threshold(10, 10, 10)
    ring = leave_a_ring()
    kept = [[i] for i in range(100)]
    assert garbage.look() == 0
    assert ring() is None
    assert len(kept) == 100


def test_nothing_is_done_for_nothing(garbage: Garbage) -> None:
    gc.set_threshold(1_000_000, 10, 10)
    assert garbage.look() == -1


def test_at_the_end_python_collects_by_itself_again(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()
