"""What of a text may reach the desktop's notification service.

Names of devices are chosen by anyone. A bubble is drawn by another program, so nothing in it may
turn the reading direction, break the line, hide or be endless.
"""

from __future__ import annotations

import unicodedata

TITLE_LIMIT = 100
BODY_LIMIT = 300

_JOINERS = "\u200c\u200d"
"""Needed inside Persian words and emoji; harmless, unlike every other format character."""

_SPACES = frozenset({"Cc", "Zl", "Zp", "Zs"})
_DROPPED = frozenset({"Cf", "Cs", "Co", "Cn"})


def one_line(text: str, limit: int) -> str:
    """The text on one line of at most ``limit`` characters, without control, bidirectional or
    invisible characters.
    """
    # More than anyone reads is not even looked at: each character costs a look-up.
    kept = "".join(_plain(character) for character in text[: limit * 8])
    line = " ".join(kept.split())
    if len(line) <= limit:
        return line
    shortened = line[: limit - 1]
    while shortened and (unicodedata.combining(shortened[-1]) or shortened[-1] in _JOINERS):
        shortened = shortened[:-1]
    return shortened.rstrip() + "…"


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in _SPACES:
        return " "
    if category in _DROPPED and character not in _JOINERS:
        return ""
    return character
