"""A visit at the kiosk: how it ends, and what a visitor may choose for their eyes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VisitEnd(StrEnum):
    """Why a visit ended."""

    ASKED = "asked"
    """The visitor said so."""
    IDLE = "idle"
    LIMIT = "limit"
    """The time of a whole visit, or of a sign-in, is over."""
    INTERRUPTED = "interrupted"
    """The screen was locked or went dark, the computer slept, or its clock was moved."""
    OTHER_PERSON = "otherPerson"
    """Somebody else signed in where the visitor had to prove who they are."""
    STUCK = "stuck"
    """The process no longer answered."""
    CRASHED = "crashed"
    STATION = "station"
    """The station itself ends."""


class OutOfService(StrEnum):
    """Why the kiosk cannot serve anybody."""

    POLICY = "policy"
    STORAGE = "storage"
    """A visit's folder cannot be made, or cannot be removed."""
    DISK = "disk"
    """There is too little room for what a visit writes."""
    CLOCK = "clock"
    SERVICE = "service"
    """The sign-in page or the service for devices cannot be reached."""
    BROWSER = "browser"
    PROGRAM = "program"
    """Visits fail before they begin."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """What a visitor chose so that they can read the screen; gone with the visit."""

    language: str = "en"
    """One of LANGUAGE_CODES."""
    has_contrast: bool = False
    text_step: int = 0
    """0 the kiosk's own size, 1 larger, 2 largest."""


Rectangle = tuple[int, int, int, int]
"""Left, top, width and height."""
TEXT_STEPS = (0, 1, 2)
LANGUAGE_CODES = ("en", "fr")
"""Of all languages that the program speaks."""
