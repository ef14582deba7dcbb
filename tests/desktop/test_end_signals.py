"""Signals of the system that ask the program to end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from companyportal.desktop.end_signals import EndSignals
from tests.program import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only on Linux and macOS")


@pytest.fixture
def handlers() -> Iterator[None]:
    """The signals do what they do by default, and so they do after the test."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:  # a shell that runs the tests in the background has them ignored
        signal.signal(number, signal.SIG_DFL)
    yield
    after = [signal.getsignal(number) for number in numbers]
    for number, handler in before.items():
        signal.signal(number, handler)
    assert after == [signal.SIG_DFL] * len(numbers)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
async def test_each_is_told_while_the_loop_rests(handlers: None, name: str) -> None:
    signals = EndSignals()
    told: list[bool] = []
    signals.asked.connect(lambda: told.append(True))
    os.kill(os.getpid(), getattr(signal, name))
    await until(lambda: told)
    signals.close()
    assert told == [True]


async def test_what_was_ignored_stays_ignored(handlers: None) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = EndSignals()
    told: list[bool] = []
    signals.asked.connect(lambda: told.append(True))
    os.kill(os.getpid(), signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    os.kill(os.getpid(), signal.SIGTERM)
    await until(lambda: told)
    signals.close()
    signal.signal(signal.SIGHUP, before)
    assert told == [True]


async def test_other_signals_are_none_of_its_business(handlers: None) -> None:
    signals = EndSignals()
    told: list[bool] = []
    signals.asked.connect(lambda: told.append(True))
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGTERM)
    await until(lambda: told)
    signal.signal(signal.SIGUSR1, before)
    signals.close()
    assert told == [True]
