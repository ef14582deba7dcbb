"""From Graph's words to ours: what became of what was asked of a device.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-deviceactionresult
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from math import isfinite
from typing import TYPE_CHECKING

from companyportal.domain import Action, ActionResult, ActionState
from companyportal.graph.mapping import member, moment, text
from companyportal.location import Location

if TYPE_CHECKING:  # wire imports msgspec, which is too dear for the start path
    from companyportal.graph.wire import WireActionResult, WireLocation

_TYPES = {
    "resetpasscodeactionresult": Action.RESET_PASSCODE,
    "remotelockactionresult": Action.REMOTE_LOCK,
    "locatedeviceactionresult": Action.LOCATE,
}
_OTHER_NAMES = {
    "factoryreset": Action.WIPE,
    "factoryresetkeepenrollmentdata": Action.WIPE,
    "removecompanydata": Action.RETIRE,
}
"""What Intune's own list of actions calls them.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-remoteaction (beta)
"""
_ACTIONS = {**{action.value.lower(): action for action in Action}, **_OTHER_NAMES}
_STATES = {state.value.lower(): state for state in ActionState}


def results_of(wires: Iterable[WireActionResult]) -> tuple[ActionResult, ...]:
    """The action results, newest first; those without a time come last."""
    first = datetime.min.replace(tzinfo=UTC)
    return tuple(
        sorted(
            (_result_of(wire) for wire in wires),
            key=lambda result: result.started_at or result.updated_at or first,
            reverse=True,
        )
    )


def _result_of(wire: WireActionResult) -> ActionResult:
    name = text(wire.action_name)
    kind = text(wire.odata_type).rpartition(".")[2].lower()
    action = _TYPES.get(kind) or _ACTIONS.get(name.lower(), Action.OTHER)
    return ActionResult(
        action=action,
        name=name or action.value,
        state=member(_STATES, wire.action_state, ActionState.UNKNOWN),
        started_at=moment(wire.start_date_time),
        updated_at=moment(wire.last_updated_date_time),
        secret=wire.passcode or wire.unlock_pin or None,
        location=location_of(wire.device_location),
        error_code=wire.error_code or None,
    )


def location_of(wire: WireLocation | None) -> Location | None:
    """The place, or none where the numbers name none on the globe.

    Every member of Graph's type always has a value, so a device without a position comes with zero
    degrees twice and no time.

    Source: https://learn.microsoft.com/graph/api/resources/intune-devices-devicegeolocation
    """
    if wire is None or wire.latitude is None or wire.longitude is None:
        return None
    latitude, longitude = wire.latitude, wire.longitude
    if not (-90.0 <= latitude <= 90.0 and -180.0 <= longitude <= 180.0):  # false for NaN as well
        return None
    collected_at = moment(wire.last_collected_date_time)
    if latitude == longitude == 0.0 and collected_at is None:
        return None
    return Location(
        latitude=latitude,
        longitude=longitude,
        accuracy_m=_metres(wire.horizontal_accuracy),
        collected_at=collected_at,
    )


def _metres(value: float | None) -> float | None:
    """A radius; Apple's devices say with a negative one that they do not know it."""
    return value if value is not None and isfinite(value) and value > 0.0 else None
