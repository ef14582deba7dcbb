"""Qt's own loop before asyncio's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from companyportal.desktop import first_turns
from companyportal.desktop.first_turns import turn_until


class Bell(QObject):
    """Rings by itself, with the loop's next turn."""

    rung = Signal()

    def __init__(self) -> None:
        super().__init__()
        QTimer.singleShot(0, self, self.rung.emit)


def test_events_are_handled_until_the_signal_comes(qapp: QApplication) -> None:
    bell, rung = Bell(), list[bool]()
    bell.rung.connect(lambda: rung.append(True))
    turn_until(bell.rung)
    assert rung == [True]


def test_it_does_not_wait_for_ever(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_turns, "LIMIT_MS", 1)
    never = QObject()
    turn_until(never.destroyed)
    assert never.thread() is qapp.thread()
