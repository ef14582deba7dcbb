"""A failure as text for the log: of which kind, and where, but not what it was given.

Python and libraries quote the values that they stumble over (``KeyError: '…'``, ``invalid literal
for int() with base 10: '…'``), MSAL a whole ID token, and a passcode looks like any other word. So
of a foreign message only the words stay that can be no such value. Locals are never written.
"""

from __future__ import annotations

import re
import traceback

from companyportal.errors import PortalError

_GONE = "…"
_LONGEST_CHAIN = 8
_SHORTEST_VALUE = 6
"""Characters; the shortest passcodes are of that length."""
_WITHOUT_VALUES = (PortalError, AttributeError, ImportError, NameError, TypeError)
"""Our own hold facts; the others quote names that stand in the source."""

_QUOTED = r""""(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?"""
_VALUE = re.compile(rf"(?P<quoted>{_QUOTED})|[\w+/.~-]+", re.DOTALL)


def told(error: BaseException, depth: int = 0) -> str:
    """The failure and what led to it, the oldest first, each with its stack."""
    if depth == _LONGEST_CHAIN:
        return "and so on"
    parts = []
    if (before := _before(error)) is not None:
        parts += [told(before, depth + 1), "which led to"]
    parts += [*(line.rstrip() for line in traceback.format_tb(error.__traceback__)), _last(error)]
    if isinstance(error, BaseExceptionGroup):
        parts += [told(each, depth + 1) for each in error.exceptions[:_LONGEST_CHAIN]]
    return "\n".join(parts)


def without_values(text: str) -> str:
    """A foreign message without what it quotes and without words that hold digits."""
    return _VALUE.sub(_harmless, text)


def _before(error: BaseException) -> BaseException | None:
    if error.__cause__ is not None or error.__suppress_context__:
        return error.__cause__
    return error.__context__


def _last(error: BaseException) -> str:
    """Its class, its message and its notes."""
    text = "".join(traceback.format_exception_only(type(error), error)).rstrip()
    kind, colon, message = text.partition(": ")
    if not isinstance(error, _WITHOUT_VALUES):
        message = without_values(message)
    return kind + colon + message


def _harmless(found: re.Match[str]) -> str:
    word = found[0]
    if found["quoted"]:
        return f"{word[0]}{_GONE}{word[0]}"
    is_value = len(word) >= _SHORTEST_VALUE and any(character.isdigit() for character in word)
    return _GONE if is_value or word == found.string else word
