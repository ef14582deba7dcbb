"""Logging: one line a record, in a private file that rotates, and nothing secret in any of them.

Every handler carries a RedactionFilter, libraries that write tokens or codes at DEBUG are kept at
WARNING (MSAL logs the authorization code and the PKCE verifier), and what nobody caught goes
through the same filter.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from companyportal.redaction import redact
from companyportal.tracebacks import told

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

FILE_NAME = "companyportal.log"
_MOST_BYTES = 1_000_000
_OLD_FILES = 2
_QUIET = (
    "msal",
    "msal_extensions",
    "urllib3",
    "aiohttp",
    "requests",
    "asyncio",
    "qasync",
    "keyring",
)

_log = logging.getLogger(__name__)


class RedactionFilter(logging.Filter):
    """Turns a record into one safe line: arguments, traceback and stack are worked in and gone."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True; a record passes through several of these, one a handler."""
        if not getattr(record, "is_redacted", False):
            self._redact(record)
        return True

    def _redact(self, record: logging.LogRecord) -> None:
        try:
            text = record.getMessage()
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            text = f"a message that cannot be formatted ({type(error).__name__})"
        if record.exc_info and record.exc_info[1]:
            text += "\n" + told(record.exc_info[1])
        elif record.exc_text:
            text += "\n" + record.exc_text
        if record.stack_info:
            text += "\n" + record.stack_info
        record.msg = redact(text)
        record.args = None
        record.exc_info = record.exc_text = record.stack_info = None
        record.is_redacted = True


def set_up(directory: Path | None, *, level: int = logging.INFO) -> None:
    """Log to standard error and, where there is a directory, to a file of at most 1 MB in it and
    two older ones; to no file at a kiosk. Again: in place of the first time.
    """
    root = logging.getLogger()
    for handler in list(root.handlers):
        if any(isinstance(each, RedactionFilter) for each in handler.filters):
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    if sys.stderr is not None:  # there is none in a windowed program on Windows
        _add(root, logging.StreamHandler(sys.stderr))
    if directory is not None:
        try:
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            _add(root, _PrivateFile(directory / FILE_NAME))
        except OSError as error:
            _log.warning("no log file: %s", error.strerror)


def install_hooks() -> None:
    """Log what nobody caught, in any thread, instead of printing it; after ``set_up``."""
    sys.excepthook = _on_uncaught
    threading.excepthook = _on_uncaught_in_thread
    sys.unraisablehook = _on_unraisable


def tell_of_uncaught(listener: Callable[[BaseException], None] | None) -> None:
    """Who shall also be told of what nobody caught on the main thread, so that the person learns of
    it; None: nobody.
    """
    _Listener.told = listener


def on_loop_failure(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """For ``loop.set_exception_handler``: asyncio itself would log the arguments of callbacks and
    the results of futures.
    """
    what = str(context.get("message", "")).partition("(")[0]
    error = context.get("exception")
    _log.error("nobody caught this in the event loop: %s", what, exc_info=error)
    if error is not None:
        _Listener.tell(error)


def _add(root: logging.Logger, handler: logging.Handler) -> None:
    formatter = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    handler.addFilter(RedactionFilter())
    root.addHandler(handler)


class _PrivateFile(RotatingFileHandler):
    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return open(descriptor, "a", encoding="utf-8")  # noqa: PTH123 - a descriptor


class _Listener:
    """The hooks belong to the whole process, and so does who listens to them."""

    told: Callable[[BaseException], None] | None = None

    @classmethod
    def tell(cls, error: BaseException) -> None:
        """Once: whatever fails while it is being told is only logged."""
        listener, cls.told = cls.told, None
        if listener is not None:
            try:
                listener(error)
            finally:
                cls.told = listener


def _on_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("nobody caught this", exc_info=(kind, error, trace))
        _Listener.tell(error)


def _on_uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None and arguments.exc_type is not SystemExit:
        name = arguments.thread.name if arguments.thread else "a thread"
        _log.critical("nobody caught this in %s", name, exc_info=arguments.exc_value)


def _on_unraisable(arguments: sys.UnraisableHookArgs) -> None:
    # Not the object itself: its repr could hold anything.
    kind = type(arguments.object).__name__
    _log.error("ignored in a %s", kind, exc_info=arguments.exc_value)
