"""An error in words, and the one thing that is offered beside it."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Remedy(Enum):
    """The one thing that is offered beside an error."""

    NONE = auto()
    TRY_AGAIN = auto()
    SIGN_IN = auto()
    IT_SUPPORT = auto()


class Described(NamedTuple):
    """An error in words."""

    title: str
    advice: str
    remedy: Remedy
