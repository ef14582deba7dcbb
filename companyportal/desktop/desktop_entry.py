"""The file by which a Linux desktop starts a program, and its quoting.

Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENTRY = """[Desktop Entry]
Type=Application
Version=1.5
Name=Company Portal
Name[fr]=Portail d’entreprise
Comment=Waits in the notification area for news of your devices
Comment[fr]=Attend dans la zone de notification des nouvelles de vos appareils
Exec={command}
Icon=companyportal
Terminal=false
X-GNOME-Autostart-enabled=true
"""
_PLAIN = re.compile(r"[A-Za-z0-9_./:@+,-]+")
_QUOTED = re.compile(r'(["`$\\])')
_SWITCHED_OFF = re.compile(
    r"^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Two ways in which desktops write that the person switched it off."""


def desktop_entry(command: Sequence[str]) -> str:
    """A file that starts ``command``."""
    return _ENTRY.format(command=exec_value(command))


def is_enabled(text: str) -> bool:
    """Whether a desktop that reads this file starts what it names."""
    return re.search(r"^\s*Exec\s*=", text, re.MULTILINE) is not None and not (
        _SWITCHED_OFF.search(text)
    )


def exec_value(command: Sequence[str]) -> str:
    """The value of ``Exec``: each argument quoted where needed, then escaped as any string is."""
    quoted = " ".join(_quoted(word) for word in command)
    escapes = {"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
    return "".join(escapes.get(character, character) for character in quoted)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")  # one alone is the mark of a file or an address
    if _PLAIN.fullmatch(word):
        return word
    return '"' + _QUOTED.sub(r"\\\1", word) + '"'
