"""Tells Windows which program opens our links, for this person.

Elsewhere the installed package says it: a desktop entry on Linux, the bundle's Info.plist on macOS.

Source: https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/
platform-apis/aa767914(v=vs.85)
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence

from companyportal.deep_link import SCHEME
from companyportal.desktop.own_command import own_command

_KEY = rf"Software\Classes\{SCHEME}"
Write = Callable[[str, str, str], None]
"""Sets a value below the person's own part of the registry: key, name, text."""

_log = logging.getLogger(__name__)


def register_links(
    write: Write | None = None, *, command: Sequence[str] = (), is_windows: bool | None = None
) -> bool:
    """Name this program as the one that opens our links. False: not here, or not allowed.

    Only an installed one: one that is run from its sources may be gone tomorrow. All arguments are
    for tests.
    """
    words = tuple(command) or own_command()
    if not (sys.platform == "win32" if is_windows is None else is_windows) or len(words) != 1:
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


def _write(key: str, name: str, text: str) -> None:
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
