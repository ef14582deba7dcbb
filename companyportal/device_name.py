"""Which names a device can be given.

Source: https://learn.microsoft.com/intune/device-management/actions/rename
"""

from __future__ import annotations

from enum import StrEnum

from companyportal.domain import Platform
from companyportal.rename_way import RenameWay

LONGEST = 63
"""Characters of a computer's name; the other systems take as many."""


class NameFault(StrEnum):
    """What is wrong with a new name."""

    EMPTY = "empty"
    TOO_LONG = "tooLong"
    CHARACTERS = "characters"
    """Something else than letters, digits and hyphens."""
    DIGITS_ONLY = "digitsOnly"


def fault_of(name: str, platform: Platform, way: RenameWay) -> NameFault | None:
    """What keeps a device of ``platform`` from being called ``name``; none where it can be.

    A name of Intune's own may be any text on one line.
    """
    name = name.strip()
    if not name:
        return NameFault.EMPTY
    if len(name) > LONGEST:
        return NameFault.TOO_LONG
    if way is RenameWay.MANAGEMENT_NAME:
        return None if name.isprintable() else NameFault.CHARACTERS
    if not all(character.isalnum() or character == "-" for character in name):
        return NameFault.CHARACTERS
    # Only Android's name is nothing but a label.
    if name.isdigit() and platform is not Platform.ANDROID:
        return NameFault.DIGITS_ONLY
    return None
