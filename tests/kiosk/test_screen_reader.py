"""What a screen reader hears of the time at a kiosk, asked from outside through the accessibility
bus; at which seconds it is said is in ``tests/views/test_said_aloud.py``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.needs import need_file
from tests.proofs import promise
from tests.session_bus import private_bus
from tests.spoken import END, QUESTION, TWO_MINUTES
from tests.stories.screen import Screen
from tools.run import ROOT

_READER = Path(__file__).with_name("read_announcements.py")
_LIMIT_S = 120
LANGUAGES = ["en", "fr"]


@pytest.fixture
def bus() -> Iterator[str]:
    """A session bus that starts the accessibility bus when asked for it."""
    need_file("/usr/libexec/at-spi2-registryd", "at-spi2-core")
    need_file("/usr/lib/python3/dist-packages/pyatspi", "python3-pyatspi")
    with private_bus(with_services=True) as address:
        yield address


@pytest.mark.desktop
@pytest.mark.slow
@promise(8)
def test_question_limit_and_end_are_heard_once_each_and_at_once(
    bus: str, kiosk_screen: Screen
) -> None:
    environment = {
        **os.environ,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    listening = ["/usr/bin/python3", str(_READER), END[LANGUAGES[-1]]]
    with subprocess.Popen(listening, env=environment, stdout=subprocess.PIPE, text=True) as reader:
        try:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "listening\n"
            program = [sys.executable, "-m", "tests.kiosk.timed_visits", *LANGUAGES]
            done = subprocess.run(
                program, env=environment, cwd=ROOT, timeout=_LIMIT_S, stderr=subprocess.PIPE
            )
            assert done.returncode == 0, done.stderr
            heard = [
                json.loads(line) for line in reader.communicate(timeout=_LIMIT_S)[0].splitlines()
            ]
        finally:
            reader.kill()
    assert [words for words, is_urgent in heard if is_urgent] == [
        words
        for language in LANGUAGES
        for words in (TWO_MINUTES[language], *QUESTION[language], END[language])
    ]
