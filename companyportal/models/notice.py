"""Short news of the program itself, above the page: what was done, and perhaps a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

LASTS_S = 10.0
"""How long something can be undone, and how long a notice stays that says no more than "done"."""


class NoticeKind(StrEnum):
    """What it tells; its words are chosen by the view."""

    RENAMED = "renamed"
    SIGNED_OUT = "signedOut"
    DEVICE_UNKNOWN = "deviceUnknown"
    """A link led to a device that is not one of the person's."""
    LINK_REFUSED = "linkRefused"
    """A link that is none of those the program knows."""
    AUTOSTART_REFUSED = "autostartRefused"
    """The system did not let the program be started with it, or no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One piece of news."""

    kind: NoticeKind
    detail: str = field(default="", repr=False)
    """A name inside the sentence, as it came from outside."""
    undo: Callable[[], None] | None = None
    boot_until: float | None = None
    """When it goes by itself, by ``Clock.boot_s``; None: it stays until it is closed."""
