"""Every net must catch: each has a test here that falls into it, and one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

PLANTED = """
import asyncio, logging, os, socket
import pytest

@pytest.mark.expected_logs("told beforehand")
def test_good_log():
    logging.getLogger("x").warning("told beforehand")

def test_good_log_in_the_test(expected_logs):
    expected_logs.add("told in the test")
    logging.getLogger("x").error("told in the test")

def test_bad_log():
    logging.getLogger("x").warning("nobody expects this")

@pytest.mark.expected_logs("never written")
def test_bad_expectation():
    pass

async def test_good_task():
    task = asyncio.create_task(asyncio.sleep(99))
    await asyncio.sleep(0)
    task.cancel()

async def test_bad_task():
    test_bad_task.kept = asyncio.create_task(asyncio.sleep(99), name="forgotten")

def test_good_socket():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_bad_address():
    with pytest.raises(OSError):
        socket.create_connection(("192.0.2.1", 9))

def test_bad_name():
    with pytest.raises(OSError):
        socket.create_connection(("example.org", 9))

def test_bad_qt(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a warning of Qt")

def test_bad_warning():
    import warnings
    warnings.warn("a warning of Python")

def test_good_home():
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        assert "home" in os.environ[variable]
        assert not os.path.relpath(os.environ[variable], HOME_OF_THE_PERSON) == "."

def test_bad_skip():
    pytest.skip("needs a tool")

def test_good_skip():
    pytest.skip("only on Windows")
"""


@pytest.mark.slow
def test_each_net_catches_what_it_is_for(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted_test = PLANTED.replace("HOME_OF_THE_PERSON", repr(str(pytester.path.home())))
    folder = _set_up(pytester, monkeypatch)
    folder.joinpath("test_planted.py").write_text(planted_test, encoding="utf-8")
    result = pytester.runpytest_subprocess("-q", "-p", "no:randomly", "-p", "no:cacheprovider")
    summary = [line for line in result.outlines if line.startswith(("FAILED", "ERROR"))]
    bad = {line.split("::")[1].split()[0] for line in summary if "::" in line}
    planted = {name.split("(")[0] for name in PLANTED.split("def ")[1:]}
    assert bad == {name for name in planted if name.startswith("test_bad")}
    for words in ("nobody expects this", "forgotten", "192.0.2.1", "example.org"):
        assert words in result.stdout.str()


LEFT = """
import os
from pathlib import Path

homes = []

def test_one(qapp):
    from PySide6.QtCore import QObject, Signal
    from PySide6.QtWidgets import QPushButton, QWidget

    class Model(QObject):
        changed = Signal()

    test_one.page, test_one.model = page, model = QWidget(), Model()
    test_one.button = QPushButton(page)
    test_one.button.clicked.connect(lambda: page.hide())
    model.changed.connect(lambda: page.setWindowTitle(str(model)))
    test_one.closed = QWidget()
    test_one.closed.deleteLater()
    homes.append(os.environ["HOME"])

def test_two(qapp):
    import shiboken6
    for left in ("page", "model", "button", "closed"):
        assert not shiboken6.isValid(getattr(test_one, left)), left
    homes.append(os.environ["HOME"])
    Path(homes[-1], "state", "written").touch()

def test_three():
    assert homes[0] == homes[1] != os.environ["HOME"]
    assert os.listdir(Path(os.environ["HOME"], "state")) == []
"""


@pytest.mark.slow
def test_nothing_of_a_test_is_left_for_the_next(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    _set_up(pytester, monkeypatch).joinpath("test_left.py").write_text(LEFT, encoding="utf-8")
    pytester.runpytest_subprocess("-q", "-p", "no:randomly").assert_outcomes(passed=3)


def _set_up(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for tests under the same nets."""
    from tools.run import ROOT

    configuration = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    pytester.makefile(".toml", pyproject=configuration)
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("CI", "true")
    return pytester.mkdir("tests")
