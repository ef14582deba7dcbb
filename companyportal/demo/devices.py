"""A device of the demo organisation and what is asked of it, moving with the clock.

Nothing runs in the background: what an action has become is worked out from the time that has
passed whenever somebody looks.
"""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from companyportal.demo import shapes
from companyportal.demo.organisation import Answer, DemoPerson, DeviceRecord, ResetKind

OPEN_STATES = ("pending", "active")
_LOOK_ALIKES = "0Oo1lISs"
_LETTERS = "abcdefghijkmnopqrtuvwxyzABCDEFGHJKLMNPQRTUVWXYZ"
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAction:
    """Something asked of a device; ``boot`` times are the demo's own seconds."""

    name: str
    ends_as: str
    asked_at: datetime
    asked_boot_s: float
    takes_s: float | None
    """None: the device never answers."""
    passcode: str | None = None
    error_code: int = 0

    def state(self, boot_s: float) -> str:
        """Graph's actionState at that moment: the device takes note half-way."""
        passed = boot_s - self.asked_boot_s
        if self.takes_s is None or passed < self.takes_s / 2:
            return "pending"
        return "active" if passed < self.takes_s else self.ends_as

    def to_graph(self, boot_s: float) -> dict[str, Any]:
        """A deviceActionResult; the passcode only when the device has answered."""
        state = self.state(boot_s)
        passed = {"pending": 0.0, "active": (self.takes_s or 0) / 2}.get(state, self.takes_s or 0)
        result: dict[str, Any] = {
            "@odata.type": "#microsoft.graph.deviceActionResult",
            "actionName": self.name,
            "actionState": state,
            "startDateTime": shapes.graph_time(self.asked_at),
            "lastUpdatedDateTime": shapes.graph_time(self.asked_at + timedelta(seconds=passed)),
        }
        if self.name == "resetPasscode":
            result["@odata.type"] = "#microsoft.graph.resetPasscodeActionResult"
            result["passcode"] = self.passcode if state == "done" else None
            result["errorCode"] = self.error_code if state not in OPEN_STATES else 0
        return result


def passcode_of(kind: ResetKind) -> str | None:
    """A temporary passcode: eight letters and digits with look-alikes among them, or six digits."""
    if kind is ResetKind.DIGITS:
        return "".join(secrets.choice(_DIGITS) for _ in range(6))
    if kind is ResetKind.LETTERS_AND_DIGITS:
        parts = [secrets.choice(_LETTERS) for _ in range(4)]
        parts += [secrets.choice(_DIGITS) for _ in range(2)]
        parts += [secrets.choice(_LOOK_ALIKES) for _ in range(2)]
        secrets.SystemRandom().shuffle(parts)
        return "".join(parts)
    return None


class DemoDevice:
    """One enrolled device and its history, newest action last."""

    def __init__(
        self,
        record: DeviceRecord,
        owner: DemoPerson,
        tenant_id: str,
        *,
        now: datetime,
        boot_s: float,
    ) -> None:
        self.record = record
        self.owner = owner
        space = uuid.UUID(tenant_id)
        self.device_id = str(uuid.uuid5(space, f"managedDevice {record.serial_number}"))
        self._entra_id = str(uuid.uuid5(space, f"device {record.serial_number}"))
        self._started_at = now
        self.actions = [
            AskedAction(
                name=past.name,
                ends_as=past.state,
                asked_at=now - timedelta(minutes=past.minutes_ago),
                asked_boot_s=boot_s - past.minutes_ago * 60,
                takes_s=None if past.state in OPEN_STATES else past.took_s,
            )
            for past in sorted(record.history, key=lambda past: -past.minutes_ago)
        ]

    def has_open(self, name: str, boot_s: float) -> bool:
        """True while the device has still to answer an action of that name."""
        return any(
            action.name == name and action.state(boot_s) in OPEN_STATES for action in self.actions
        )

    def ask(self, name: str, *, now: datetime, boot_s: float, delay_s: float) -> AskedAction:
        """Ask the device to do something; it answers as its record says."""
        record = self.record
        is_done = record.answer is Answer.DONE
        action = AskedAction(
            name=name,
            ends_as=record.answer.value,
            asked_at=now,
            asked_boot_s=boot_s,
            takes_s=None if record.answer is Answer.NEVER else delay_s * record.delay_factor,
            passcode=passcode_of(record.reset) if is_done else None,
            error_code=record.error_code,
        )
        self.actions.append(action)
        return action

    def to_graph(self, boot_s: float) -> dict[str, Any]:
        """Every property of the managed device."""
        record, owner, started = self.record, self.owner, self._started_at
        enrolled = started - timedelta(days=record.enrolled_days_ago)
        return shapes.blank_device() | {
            "jailBroken": "Unknown",
            "deviceRegistrationState": "registered",
            **record.properties,
            "id": self.device_id,
            "azureADDeviceId": self._entra_id,
            "azureADRegistered": True,
            "managedDeviceName": f"{owner.username.partition('@')[0]}_{record.serial_number}",
            "userId": owner.user_id,
            "userDisplayName": owner.display_name,
            "userPrincipalName": owner.username,
            "emailAddress": owner.username,
            "enrolledDateTime": shapes.graph_time(enrolled),
            "lastSyncDateTime": shapes.graph_time(
                started - timedelta(minutes=record.synced_minutes_ago)
            ),
            "managementCertificateExpirationDate": shapes.graph_time(
                enrolled + timedelta(days=365)
            ),
            "complianceGracePeriodExpirationDateTime": self._grace(),
            shapes.RESULTS: [action.to_graph(boot_s) for action in self.actions],
        }

    def _grace(self) -> str:
        """Graph sends the year 9999 for a compliant device, a moment in the grace period."""
        if not self.record.grace_days:
            return "9999-12-31T23:59:59Z"
        return shapes.graph_time(self._started_at + timedelta(days=self.record.grace_days))
