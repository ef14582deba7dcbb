"""Something that was asked of a device of the demo organisation, and what becomes of it.

Nothing runs in the background: how far an action has come is worked out from the time that has
passed whenever somebody looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Self

from companyportal.demo import shapes

OPEN_STATES = ("pending", "active")
_RESULTS = {
    "resetPasscode": "resetPasscodeActionResult",
    "remoteLock": "remoteLockActionResult",
    "locateDevice": "locateDeviceActionResult",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAction:
    """One request; ``boot`` times are the demo's own seconds."""

    name: str
    ends_as: str
    asked_at: datetime
    asked_boot_s: float
    takes_s: float | None
    """None: the device never answers."""
    body: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The members that came with the request."""
    passcode: str | None = field(default=None, repr=False)
    unlock_pin: str | None = field(default=None, repr=False)
    place: Mapping[str, float] | None = field(default=None, repr=False)
    """Where the device says that it is: Graph's names of a deviceGeoLocation."""
    error_code: int = 0

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything in it that nobody else may read."""
        made = (self.passcode, self.unlock_pin, self.body.get("macOsUnlockCode"))
        place = self.place or {}
        where = (str(place[name]) for name in ("latitude", "longitude") if place)
        return (*filter(None, made), *where)

    @property
    def ended_at(self) -> datetime:
        """When the device answers; when it was asked, where it never does."""
        return self.asked_at + timedelta(seconds=self.takes_s or 0)

    def state(self, boot_s: float) -> str:
        """Graph's actionState at that moment: the device takes note half-way."""
        passed = boot_s - self.asked_boot_s
        if self.takes_s is None or passed < self.takes_s / 2:
            return "pending"
        return "active" if passed < self.takes_s else self.ends_as

    def is_open(self, boot_s: float) -> bool:
        """True while the device has still to answer."""
        return self.state(boot_s) in OPEN_STATES

    def canceled(self, boot_s: float) -> Self:
        """The same, given up at that moment because something else won."""
        return replace(self, ends_as="canceled", takes_s=max(0.0, boot_s - self.asked_boot_s))

    def to_graph(self, boot_s: float) -> dict[str, Any]:
        """A deviceActionResult; what the device tells only when it has answered."""
        state = self.state(boot_s)
        passed = {"pending": 0.0, "active": (self.takes_s or 0) / 2}.get(state, self.takes_s or 0)
        kind = _RESULTS.get(self.name, "deviceActionResult")
        return {
            "@odata.type": f"#microsoft.graph.{kind}",
            "actionName": self.name,
            "actionState": state,
            "startDateTime": shapes.graph_time(self.asked_at),
            "lastUpdatedDateTime": shapes.graph_time(self.asked_at + timedelta(seconds=passed)),
            **self._told(state),
        }

    def _told(self, state: str) -> dict[str, Any]:
        """The members of the derived type."""
        is_done = state == "done"
        if self.name == "resetPasscode":
            code = self.error_code if state not in OPEN_STATES else 0
            return {"passcode": self.passcode if is_done else None, "errorCode": code}
        if self.name == "remoteLock":
            return {"unlockPin": self.unlock_pin if is_done else None}
        if self.name == "locateDevice":
            return {"deviceLocation": self._location() if is_done else None}
        return {}

    def _location(self) -> dict[str, Any] | None:
        if self.place is None:
            return None
        return {**self.place, "lastCollectedDateTime": shapes.graph_time(self.ended_at)}
