"""What station and visit say to each other: one JSON object a line, and nothing about people.

The station holds no secret because none can come to it: a line that is not exactly one of these
messages is no message at all.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from companyportal.visit import LANGUAGE_CODES, TEXT_STEPS, Comfort, Rectangle, VisitEnd

LINE_LIMIT = 4_096
"""Bytes; a longer line is no message."""
_FARTHEST = 32_767
"""Pixels: no screen has more."""
_KIND = re.compile(r"[A-Za-z]{1,60}")


@dataclass(frozen=True, slots=True)
class Begin:
    """To the visit: a visitor is there."""

    comfort: Comfort
    place: Rectangle | None = None
    """Where the station's window stands; None where it covers the screen."""


@dataclass(frozen=True, slots=True)
class End:
    """To the visit: end at once."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is made; the next visitor may come."""


@dataclass(frozen=True, slots=True)
class Alive:
    """The event loop turns."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The visitor reads otherwise from here on."""

    comfort: Comfort


@dataclass(frozen=True, slots=True)
class Ending:
    """The visit is over for the visitor; a request may still be on its way."""

    why: VisitEnd
    is_sending: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing is left to be done; the process may be ended."""

    why: VisitEnd
    is_unknown: bool = False
    """A request left whose end nobody heard of."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """Whether sign-in and service answer, asked without anybody's token."""

    is_reachable: bool
    is_clock_right: bool = True
    """False where this computer's time is minutes away from theirs."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something failed that the log of the station should know of: the kind of error, no more."""

    kind: str


Message = Begin | End | Ready | Alive | Chosen | Ending | Ended | Reachable | Trouble
_KINDS: dict[str, type[Message]] = {
    each.__name__: each
    for each in (Begin, End, Ready, Alive, Chosen, Ending, Ended, Reachable, Trouble)
}


def encode(message: Message) -> bytes:
    """One line, with its end."""
    content = {"is": type(message).__name__, **asdict(message)}
    return json.dumps(content, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message | None:
    """The message of a line; None where it is anything else."""
    if len(line) > LINE_LIMIT:
        return None
    try:
        content = json.loads(line)
        kind = _KINDS[content.pop("is")]
        return kind(**{key: _value(key, value) for key, value in content.items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _value(key: str, value: Any) -> Any:
    """A field as its class wants it.

    Raises: ValueError, TypeError, KeyError.
    """
    match key:
        case "why":
            return VisitEnd(value)
        case "comfort":
            return _comfort(**value)
        case "place":
            return None if value is None else _place(*value)
        case "kind" if isinstance(value, str) and _KIND.fullmatch(value):
            return value
        case "is_sending" | "is_unknown" | "is_reachable" | "is_clock_right" if isinstance(
            value, bool
        ):
            return value
    raise ValueError(key)


def _place(*sides: object) -> Rectangle:
    left, top, width, height = (side for side in sides if type(side) is int)
    if len(sides) != 4 or max(map(abs, (left, top, width, height))) > _FARTHEST:
        raise ValueError("place")
    return left, top, width, height


def _comfort(*, language: object, has_contrast: object, text_step: object) -> Comfort:
    is_good = (
        isinstance(language, str)
        and language in LANGUAGE_CODES
        and isinstance(has_contrast, bool)
        and type(text_step) is int
        and text_step in TEXT_STEPS
    )
    if not is_good:
        raise ValueError("comfort")
    assert isinstance(language, str)
    assert isinstance(has_contrast, bool)
    assert isinstance(text_step, int)
    return Comfort(language, has_contrast, text_step)
