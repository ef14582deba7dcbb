"""Tells Windows which program opens our links, for this person, or takes it back.

Elsewhere the installed package says it: a desktop entry on Linux, the bundle's Info.plist on macOS.

Source: https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/
platform-apis/aa767914(v=vs.85)
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from companyportal.deep_link import SCHEME
from companyportal.desktop.own_command import own_command

_KEY = rf"Software\Classes\{SCHEME}"
Write = Callable[[str, str, str], None]
"""Sets a value below the person's own part of the registry: key, name, text."""

Remove = Callable[[str], None]
"""Removes a key without keys below it. Raises: FileNotFoundError where there is none"""

_log = logging.getLogger(__name__)


def register_links(
    write: Write | None = None, *, command: Sequence[str] = (), is_windows: bool | None = None
) -> bool:
    """Name this program as the one that opens our links. False: not here, or not allowed.

    Only an installed one: one that is run from its sources may be gone tomorrow. All arguments are
    for tests.
    """
    words = tuple(command) or own_command()
    if not _is_ours(words, is_windows):
        return False
    write = write or _write
    try:
        write(_KEY, "", "URL:Company Portal")
        write(_KEY, "URL Protocol", "")
        # What comes after "--" is never an option, whoever wrote the link.
        write(rf"{_KEY}\shell\open\command", "", f'"{words[0]}" -- "%1"')
    except OSError as error:
        _log.info("links to this program cannot be registered: %s", error.strerror)
        return False
    return True


def forget_links(
    remove: Remove | None = None, *, command: Sequence[str] = (), is_windows: bool | None = None
) -> bool:
    """Take it back, as if this program had never run. False: it is still there.

    Arguments as of ``register_links``.
    """
    if not _is_ours(tuple(command) or own_command(), is_windows):
        return True
    remove = remove or _remove
    try:
        for below in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
            with suppress(FileNotFoundError):
                remove(f"{_KEY}{below}")
    except OSError as error:
        _log.info("links to this program cannot be forgotten: %s", error.strerror)
        return False
    return True


def _is_ours(command: tuple[str, ...], is_windows: bool | None) -> bool:
    """Whether it is this program that says it to the system."""
    return (sys.platform == "win32" if is_windows is None else is_windows) and len(command) == 1


def _write(key: str, name: str, text: str) -> None:
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)


def _remove(key: str) -> None:
    if sys.platform == "win32":
        import winreg

        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
