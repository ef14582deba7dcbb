"""Where a device was, as it has told the service itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One place on the globe. Personal: never stored and never logged, so it has no useful repr.

    Source: https://learn.microsoft.com/graph/api/resources/intune-devices-devicegeolocation
    """

    latitude: float
    """Degrees, -90 to 90."""
    longitude: float
    """Degrees, -180 to 180."""
    accuracy_m: float | None = None
    """Graph's horizontalAccuracy: the radius in metres around the point."""
    collected_at: datetime | None = None

    def __repr__(self) -> str:
        return "Location(…)"
