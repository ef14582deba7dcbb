"""From Graph's words to ours: one wire device, and the texts and times in anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from sys import intern
from typing import TYPE_CHECKING, TypeVar

from companyportal.domain import (
    Action,
    ActionResult,
    ActionState,
    Compliance,
    Device,
    EnrollmentKind,
    Ownership,
    Platform,
)
from companyportal.graph.form_factor import form_factor_of
from companyportal.graph.platforms import enrollment_of, platform_of, system_text
from companyportal.rename_way import RenameWay

if TYPE_CHECKING:  # wire imports msgspec, which is too dear for the start path
    from companyportal.graph.wire import WireDevice

E = TypeVar("E", bound=StrEnum)

_IRREVOCABLE = (Action.RESET_PASSCODE, Action.RETIRE, Action.WIPE)
_COMPLIANCE = {state.value.lower(): state for state in Compliance}
_OWNERSHIP = {kind.value.lower(): kind for kind in Ownership}


def device_of(
    wire: WireDevice,
    results: Sequence[ActionResult] = (),
    way: RenameWay = RenameWay.DEVICE_NAME,
) -> Device:
    """A managedDevice as the program knows it; whatever is odd is UNKNOWN, empty or none.

    ``results``: what was asked of it, newest first, where that was read too. Where they leave open
    whether a reset is still under way, so is the state of the device.
    """
    # What thousands of devices have in common is kept in memory once.
    system, version = text(wire.operating_system), intern(text(wire.os_version))
    model = intern(text(wire.model))
    platform = platform_of(system, version, model)
    ownership = member(_OWNERSHIP, wire.managed_device_owner_type, Ownership.UNKNOWN)
    return Device(
        device_id=text(wire.id),
        name=_name(wire, way),
        manufacturer=intern(text(wire.manufacturer)),
        model=model,
        platform=platform,
        system=system_text(platform, system, version),
        os_version=version,
        form_factor=form_factor_of(platform, model),
        ownership=ownership,
        compliance=member(_COMPLIANCE, wire.compliance_state, Compliance.UNKNOWN),
        enrollment=_enrollment(wire, platform, system, ownership),
        management_state=_management_state(wire, results),
        serial_number=text(wire.serial_number),
        owner_id=intern(text(wire.user_id).lower()),
        entra_id=text(wire.azure_ad_device_id).lower(),
        enrolled_at=moment(wire.enrolled_date_time),
        last_sync_at=moment(wire.last_sync_date_time),
        grace_until=moment(wire.compliance_grace_period_expiration_date_time),
        open_actions=open_actions(results) if results else frozenset(),
    )


def _name(wire: WireDevice, way: RenameWay) -> str:
    """The name that the person can change, or could; the device's own where it has no other."""
    other = text(wire.managed_device_name) if way is RenameWay.MANAGEMENT_NAME else ""
    return other or text(wire.device_name)


def _enrollment(
    wire: WireDevice, platform: Platform, system: str, ownership: Ownership
) -> EnrollmentKind:
    return enrollment_of(
        platform,
        operating_system=system,
        enrollment_type=text(wire.device_enrollment_type),
        agent=text(wire.management_agent),
        ownership=ownership,
        is_supervised=bool(wire.is_supervised),
    )


def _management_state(wire: WireDevice, results: Sequence[ActionResult]) -> str:
    return "" if results and _is_unclear(results) else intern(text(wire.management_state))


def open_actions(results: Iterable[ActionResult]) -> frozenset[Action]:
    """The actions whose newest result has not been answered; ``results`` newest first."""
    newest = _newest(results)
    return frozenset(action for action, result in newest.items() if result.state.is_open)


def _is_unclear(results: Sequence[ActionResult]) -> bool:
    """True where nobody can tell how the newest of what cannot be undone stands, or what one of
    the results is.
    """
    newest = _newest(results)
    stands = {newest[action].state for action in _IRREVOCABLE if action in newest}
    if ActionState.UNKNOWN in stands:
        return True
    return any(result.name == Action.OTHER.value for result in results)


def _newest(results: Iterable[ActionResult]) -> dict[Action, ActionResult]:
    newest: dict[Action, ActionResult] = {}
    for result in results:
        newest.setdefault(result.action, result)
    newest.pop(Action.OTHER, None)
    return newest


def text(value: str | None) -> str:
    """A text of the directory, without the lone surrogates that no file and no log could take."""
    if not value:
        return ""
    if not value.isascii():
        value = value.encode("utf-8", "replace").decode("utf-8")
    return value.strip()


def moment(value: str | None) -> datetime | None:
    """A time in UTC; none for what is no time, and for the years 1 and 9999 that mean "never"."""
    try:
        read = datetime.fromisoformat(value or "")
        if not 1 < read.year < 9999:
            return None
        if read.tzinfo is UTC:  # as Graph always sends it
            return read
        return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def member(members: dict[str, E], value: str | None, otherwise: E) -> E:
    """The member of an enum that Graph names so, in whatever case."""
    return members.get((value or "").lower(), otherwise)
