"""A record is one line, in a private file, and holds no secret, whoever raised what wherever."""

from __future__ import annotations

import gc
import logging
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal import logs
from tests.proofs import promise, threat

pytestmark = [promise(1), threat("T03")]
SECRET = "S3cr3t-Value-0123456789"
_QUIET = ("msal", "urllib3", "aiohttp", "requests", "asyncio", "qasync")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """The log file, set up at DEBUG; afterwards logging is as it was."""
    names = [None, *logs._QUIET]
    levels = {name: logging.getLogger(name).level for name in names}
    logs.set_up(tmp_path / "logs", level=logging.DEBUG)
    yield tmp_path / "logs" / logs.FILE_NAME
    root = logging.getLogger()
    for handler in list(root.handlers):
        if any(isinstance(each, logs.RedactionFilter) for each in handler.filters):
            root.removeHandler(handler)
            handler.close()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def hooks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hooks, until the end of the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    logs.install_hooks()


def lines(file: Path) -> list[str]:
    """What is in the log, line by line."""
    return file.read_text(encoding="utf-8").splitlines()


def fail() -> None:
    """Raise with a secret in the message, in a local, in a note, and in both kinds of chain."""
    local = f"access_token={SECRET}"
    try:
        try:
            raise ValueError(f"Bearer {SECRET}")
        except ValueError as error:
            raise KeyError(f"code={SECRET}") from error
    except KeyError:
        failure = RuntimeError(f"first line\npasscode: {SECRET} for marie@valcombe.example")
        failure.add_note(local)
        raise failure  # noqa: B904 - the context is what is tested


def test_a_record_is_one_line_with_time_level_and_origin(file: Path) -> None:
    logging.getLogger("companyportal.test").info("read %d devices\nof %s", 3, "a\x1b]b")
    (line,) = lines(file)
    assert line.endswith(r" INFO companyportal.test read 3 devices\nof a\x1b]b")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.expected_logs("it failed for")
def test_a_traceback_is_one_line_without_locals_and_secrets(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    try:
        fail()
    except RuntimeError:
        logging.getLogger("test").exception("it failed for %s", "marie@valcombe.example")
    (line,) = lines(file)
    assert SECRET not in line
    assert "marie" not in line
    for kept in ("it failed for …", "ValueError: Bearer …", "KeyError", "RuntimeError", "in fail"):
        assert kept in line
    assert SECRET not in "".join(capfd.readouterr())


@pytest.mark.expected_logs("grouped")
def test_groups_and_stacks_are_redacted_too(file: Path) -> None:
    group = ExceptionGroup(f"token={SECRET}", [ValueError(f"state={SECRET}")])
    logging.getLogger("test").error("grouped", exc_info=group, stack_info=True)
    (line,) = lines(file)
    assert SECRET not in line
    assert "ExceptionGroup" in line
    assert "Stack (most recent call last)" in line


@pytest.mark.expected_logs("here")
def test_a_traceback_formatted_elsewhere_is_redacted(file: Path) -> None:
    record = logging.makeLogRecord({"msg": "here", "levelno": logging.ERROR})
    record.exc_text = f"Traceback\nid_token={SECRET}"
    logging.getLogger("test").handle(record)
    assert lines(file)[0].endswith("here\\nTraceback\\nid_token=…")


def test_a_message_that_cannot_be_formatted_is_no_reason_to_print_it(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("test").info("%d devices", f"passcode={SECRET}")
    assert "a message that cannot be formatted (TypeError)" in lines(file)[0]
    assert SECRET not in "".join(capfd.readouterr())


@pytest.mark.parametrize("name", _QUIET)
@pytest.mark.expected_logs("part: code=")
def test_libraries_that_log_secrets_are_kept_quiet(file: Path, name: str) -> None:
    logging.getLogger(name).info("quiet")
    logging.getLogger(f"{name}.part").debug("quiet")
    logging.getLogger(f"{name}.part").warning("code=%s", SECRET)
    (line,) = lines(file)
    assert line.endswith("code=…")


def test_the_file_rotates_and_stays_private(file: Path) -> None:
    for _ in range(120):
        logging.getLogger("test").info("é " * 9_900)
    files = sorted(file.parent.iterdir())
    assert [each.name for each in files] == [f"{logs.FILE_NAME}{end}" for end in ("", ".1", ".2")]
    assert all(each.stat().st_size <= 1_000_000 for each in files)
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}


@pytest.mark.expected_logs("heard")
def test_setting_up_again_replaces_and_a_kiosk_has_no_file(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(None, level=logging.WARNING)
    logging.getLogger("test").info("unheard")
    logging.getLogger("test").warning("heard")
    assert lines(file) == []
    assert capfd.readouterr().err.count("heard\n") == 1


@pytest.mark.expected_logs("no log file")
def test_without_a_place_for_the_file_logging_goes_on(
    file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(file / "below a file")
    assert "no log file: " in capfd.readouterr().err


def test_a_windowed_program_without_standard_error_still_logs(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    logs.set_up(tmp_path / "windowed")
    logging.getLogger("test").info("here")
    assert len(lines(tmp_path / "windowed" / logs.FILE_NAME)) == 1


@pytest.mark.usefixtures("hooks")
@pytest.mark.expected_logs("nobody caught this")
def test_what_nobody_caught_is_logged_and_not_printed(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    try:
        fail()
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(SECRET), None)
    (line,) = lines(file)
    assert "CRITICAL companyportal.logs nobody caught this" in line
    assert "RuntimeError" in line
    assert SECRET not in line + "".join(capfd.readouterr())


@pytest.mark.usefixtures("hooks")
@pytest.mark.expected_logs("nobody caught this in worker", "nobody caught this in a thread")
def test_threads_end_in_the_log(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for work in (fail, sys.exit):
        thread = threading.Thread(target=work, name="worker")
        thread.start()
        thread.join()
    threading.excepthook(threading.ExceptHookArgs((ValueError, ValueError("x"), None, None)))
    first, second = lines(file)
    assert "nobody caught this in worker" in first
    assert "nobody caught this in a thread" in second
    assert SECRET not in first + "".join(capfd.readouterr())


@pytest.mark.usefixtures("hooks")
@pytest.mark.expected_logs("ignored in a function")
def test_failures_of_finalisers_end_in_the_log(file: Path) -> None:
    class Holder:
        def __repr__(self) -> str:
            return SECRET

        def __del__(self) -> None:
            raise ValueError(f"refresh_token={SECRET}")

    Holder()
    gc.collect()
    (line,) = lines(file)
    assert "ignored in a function" in line
    assert "ValueError: refresh_token=…" in line
    assert SECRET not in line
