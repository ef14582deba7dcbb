"""By what a computer can be found again in a list of devices."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NO_GUID = "00000000-0000-0000-0000-000000000000"
_SERIAL = re.compile(r"[\x21-\x7e][\x20-\x7e]{2,63}")
_NO_SERIALS = frozenset(
    {
        "to be filled by o.e.m.",
        "default string",
        "system serial number",
        "not specified",
        "not applicable",
        "not available",
        "unknown",
        "none",
        "n/a",
        "0123456789",
        "123456789",
        "1234567890",
    }
)
"""What makers leave in place of a serial number; thousands of computers share each."""


def guid(text: str) -> str:
    """A GUID in lower case; empty where ``text`` is none, or the one of zeros."""
    found = text.strip().strip("{}").lower()
    return found if _GUID.fullmatch(found) and found != _NO_GUID else ""


def serial(text: str) -> str:
    """A serial number as it compares, lower case; empty where it tells no two computers apart."""
    found = text.strip().lower()
    is_one_character = len(set(found)) <= 1
    if is_one_character or found in _NO_SERIALS or not _SERIAL.fullmatch(found):
        return ""
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputerIdentity:
    """What one computer knows of itself; each is empty where it does not. Never in a log."""

    device_id: str = field(default="", repr=False)
    """Intune's own id of it."""
    entra_id: str = field(default="", repr=False)
    """Its device id in Entra, lower case."""
    serial_number: str = field(default="", repr=False)
    """Lower case."""

    def __bool__(self) -> bool:
        return bool(self.device_id or self.entra_id or self.serial_number)
