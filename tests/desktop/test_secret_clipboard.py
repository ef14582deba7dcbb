"""A passcode on the clipboard: marked, cleared in time, never at the cost of what came after."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Secret
from tests.needs import need_command
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

pytestmark = [promise(1), threat("T24")]
PASSCODE = "8431 QX"


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def system(qapp: object) -> QClipboard:
    """The desktop's clipboard, with something of the person's on it."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("a shopping list")
    return clipboard


@pytest.fixture
def secrets(system: QClipboard, clock: VirtualClock) -> Iterator[SecretClipboard]:
    secrets = SecretClipboard(clock, look_ms=1)
    yield secrets
    secrets.clear()


async def _changed(secrets: SecretClipboard) -> None:
    """Until the next time it looks at the clock."""
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def on_changed() -> None:
        if not future.done():
            future.set_result(None)

    secrets.changed.connect(on_changed)
    try:
        async with asyncio.timeout(60):
            await future
    finally:
        secrets.changed.disconnect(on_changed)


async def test_it_is_copied_counted_down_and_cleared(
    secrets: SecretClipboard, system: QClipboard, clock: VirtualClock
) -> None:
    assert (secrets.holds_secret, secrets.seconds_left) == (False, 0.0)

    secrets.copy(Secret(PASSCODE))
    assert system.text() == PASSCODE
    assert (secrets.holds_secret, secrets.seconds_left) == (True, 10.0)

    clock.boot += 9.5
    await _changed(secrets)
    assert (system.text(), secrets.seconds_left) == (PASSCODE, 0.5)

    clock.boot += 0.5
    await _changed(secrets)
    assert system.text() == ""
    assert (secrets.holds_secret, secrets.seconds_left) == (False, 0.0)


async def test_time_asleep_counts(
    secrets: SecretClipboard, system: QClipboard, clock: VirtualClock
) -> None:
    secrets.copy(Secret(PASSCODE), clear_after_s=30)
    clock.boot += 7200
    await _changed(secrets)
    assert system.text() == ""


async def test_what_the_person_copied_since_stays(
    secrets: SecretClipboard, system: QClipboard, clock: VirtualClock
) -> None:
    secrets.copy(Secret(PASSCODE))
    told: list[bool] = []
    secrets.changed.connect(lambda: told.append(secrets.holds_secret))

    system.setText("my own")

    assert told == [False], "and it is told at once that there is nothing left to clear"
    clock.boot += 60
    secrets.clear()
    assert system.text() == "my own"


def test_copying_again_starts_the_time_anew(
    secrets: SecretClipboard, system: QClipboard, clock: VirtualClock
) -> None:
    secrets.copy(Secret(PASSCODE))
    clock.boot += 8
    secrets.copy(Secret("another"), clear_after_s=20)
    assert (system.text(), secrets.seconds_left) == ("another", 20.0)


def test_signing_out_or_locking_clears_at_once(
    secrets: SecretClipboard, system: QClipboard
) -> None:
    secrets.copy(Secret(PASSCODE))
    secrets.clear()
    assert (system.text(), secrets.holds_secret) == ("", False)
    system.setText("later")
    secrets.clear()
    assert system.text() == "later"


def test_quitting_clears(secrets: SecretClipboard, system: QClipboard) -> None:
    app = QGuiApplication.instance()
    assert app is not None
    secrets.copy(Secret(PASSCODE))
    QTimer.singleShot(0, app.quit)
    app.exec()
    assert system.text() == ""


def test_every_clipboard_history_is_asked_to_leave_it_out(
    secrets: SecretClipboard, system: QClipboard
) -> None:
    secrets.copy(Secret(PASSCODE))
    data = system.mimeData()
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
        "Clipboard Viewer Ignore",
    ):
        mime = f'application/x-qt-windows-mime;value="{name}"'
        assert data.data(mime).data() == b"\0\0\0\0"


def test_the_text_is_not_kept(secrets: SecretClipboard) -> None:
    secrets.copy(Secret(PASSCODE))
    kept = repr(vars(secrets))
    assert PASSCODE not in kept


_ON_X11 = """
import sys
from PySide6.QtGui import QClipboard, QGuiApplication
from companyportal.clock import SystemClock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Secret
from PySide6.QtCore import QSocketNotifier
app = QGuiApplication([])
secrets = SecretClipboard(SystemClock())
selection = QClipboard.Mode.Selection
def on_line():
    line = sys.stdin.readline().strip()
    if line == "copy":
        secrets.copy(Secret("8431 QX"), clear_after_s=600)
        app.clipboard().setText("8431 QX", selection)
    elif line == "clear":
        secrets.clear()
    else:
        app.quit()
    print(line, flush=True)
watch = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
watch.activated.connect(on_line)
print("ready", flush=True)
app.exec()
"""


@pytest.mark.desktop
def test_other_programs_on_x11_see_the_mark_and_then_nothing() -> None:
    """Xvfb picks a free display; xclip is a clipboard client of its own."""
    xvfb, xclip = need_command("Xvfb", "xvfb"), need_command("xclip", "xclip")
    with subprocess.Popen(
        [xvfb, "-displayfd", "1", "-nolisten", "tcp"], stdout=subprocess.PIPE, text=True
    ) as screen:
        assert screen.stdout is not None
        environment = {
            **os.environ,
            "DISPLAY": f":{screen.stdout.readline().strip()}",
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        try:
            _look_with(xclip, environment)
        finally:
            screen.terminate()


def _look_with(xclip: str, environment: dict[str, str]) -> None:
    def pasted(*options: str) -> str:
        command = [xclip, "-out", *options]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=60)
        return done.stdout.decode()

    with subprocess.Popen(
        [sys.executable, "-c", _ON_X11],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None

        def tell(line: str) -> None:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(f"{line}\n")
            program.stdin.flush()
            assert program.stdout.readline() == f"{line}\n"

        assert program.stdout.readline() == "ready\n"
        tell("copy")
        board = ("-selection", "clipboard")
        assert pasted(*board) == pasted("-selection", "primary") == PASSCODE
        assert "x-kde-passwordManagerHint" in pasted(*board, "-target", "TARGETS").split()
        assert pasted(*board, "-target", "x-kde-passwordManagerHint") == "secret"
        tell("clear")
        assert pasted(*board) == pasted("-selection", "primary") == ""
        tell("quit")
