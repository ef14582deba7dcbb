"""The chord that ends a visit, while another program has the keyboard."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from tests.needs import need_command
from tests.proofs import promise
from tests.stories.screen import Screen

pytestmark = [pytest.mark.desktop, promise(7)]

PROGRAM = """
    import sys
    from PySide6.QtCore import QCoreApplication, QSocketNotifier
    from companyportal.desktop.global_key import GlobalKey

    app = QCoreApplication([])
    keys = [GlobalKey("q"), GlobalKey("q")]  # the second is refused, and that is no harm
    for key in keys:
        key.pressed.connect(lambda: print("pressed", flush=True))

    def on_line():
        line = sys.stdin.readline()
        for key in keys:
            key.hold(line == "hold\\n")
        print("so", flush=True) if line else app.quit()

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(on_line)
    app.exec()
"""


def test_it_is_heard_without_the_keyboard_and_only_while_it_is_held(kiosk_screen: Screen) -> None:
    xdotool = need_command("xdotool", "xdotool")
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None

        def tell(line: str) -> str:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(f"{line}\n")
            return program.stdout.readline()

        def press(chord: str) -> None:
            subprocess.run([xdotool, "key", chord], check=True, timeout=30)

        assert tell("free") == "so\n"
        press("ctrl+q")
        assert tell("hold") == "so\n"
        press("q")
        press("ctrl+q")
        assert program.stdout.readline() == "pressed\n"
        assert tell("free") == "so\n"
        press("ctrl+q")
        assert tell("free") == "so\n"
        program.stdin.close()
        assert program.wait(30) == 0
