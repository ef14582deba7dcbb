"""A device of the demo organisation, moving with the clock."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from companyportal.demo import beta_shapes, device_secrets, shapes
from companyportal.demo.abilities import Ability, ability
from companyportal.demo.asked_action import AskedAction
from companyportal.demo.device_record import Answer, DeviceRecord
from companyportal.demo.device_secrets import DemoKey
from companyportal.demo.organisation import DemoPerson

REMOVALS = ("retire", "wipe")
"""What ends the life of a device here, and wins over everything else that is asked of it."""
_OFFICE = (45.18852, 5.72453)


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
        self.entra_id = str(uuid.uuid5(space, f"device {record.serial_number}"))
        self.managed_name = f"{owner.username.partition('@')[0]}_{record.serial_number}"
        self._started_at = now
        self._started_boot_s = boot_s
        self._recovery_keys: tuple[DemoKey, ...] | None = None
        self.actions = [
            AskedAction(
                name=past.name,
                ends_as=past.state,
                asked_at=now - timedelta(minutes=past.minutes_ago),
                asked_boot_s=boot_s - past.minutes_ago * 60,
                takes_s=None if past.state in ("pending", "active") else past.took_s,
            )
            for past in sorted(record.history, key=lambda past: -past.minutes_ago)
        ]

    def has_open(self, name: str, boot_s: float) -> bool:
        """True while the device has still to answer an action of that name."""
        return any(action.name == name and action.is_open(boot_s) for action in self.actions)

    def has_done(self, name: str, boot_s: float) -> AskedAction | None:
        """The last action of that name that was asked here and has been done."""
        for action in reversed(self.actions):
            is_new = action.asked_boot_s >= self._started_boot_s
            if is_new and action.name == name and action.state(boot_s) == "done":
                return action
        return None

    def is_gone(self, boot_s: float) -> bool:
        """True once the device has been removed or reset; a reset may let it stay."""
        if not self.actions:
            return False  # as with most of ten thousand
        wiped = self.has_done("wipe", boot_s)
        is_wiped = wiped is not None and not wiped.body.get("keepEnrollmentData")
        return is_wiped or self.has_done("retire", boot_s) is not None

    def is_fixed(self, boot_s: float) -> bool:
        """True where the person had put right what was wrong, and the device has said so since."""
        return self.record.fixed_at_sync and self.has_done("syncDevice", boot_s) is not None

    def ask(
        self,
        name: str,
        *,
        now: datetime,
        boot_s: float,
        delay_s: float,
        body: Mapping[str, Any] | None = None,
    ) -> AskedAction:
        """Ask the device to do something; it answers as its record says."""
        answer = self._answer(name)
        delay_s *= self.record.delay_factor
        action = AskedAction(
            name=name,
            ends_as=answer.value,
            asked_at=now,
            asked_boot_s=boot_s,
            takes_s=None if answer is Answer.NEVER else delay_s,
            body=dict(body or {}),
            error_code=self.record.error_code,
            **(self._made_by(name) if answer is Answer.DONE else {}),
        )
        if name in REMOVALS:
            self._cancel_open(boot_s)
        elif any(self.has_open(removal, boot_s) for removal in REMOVALS):
            action = action.canceled(boot_s)
        self.actions.append(action)
        return action

    def recovery_keys(self) -> tuple[DemoKey, ...]:
        """The keys of its encrypted volumes; made when somebody asks for the first time."""
        if self._recovery_keys is None:
            self._recovery_keys = tuple(self._new_key(volume) for volume in self.record.volumes)
        return self._recovery_keys

    def to_graph(self, boot_s: float, *, is_beta: bool = False) -> dict[str, Any]:
        """Every property of the managed device."""
        record, owner, started = self.record, self.owner, self._started_at
        enrolled = started - timedelta(days=record.enrolled_days_ago)
        device = shapes.blank_device() | {
            "jailBroken": "Unknown",
            "deviceRegistrationState": "registered",
            **record.properties,
            "id": self.device_id,
            "azureADDeviceId": self.entra_id,
            "azureADRegistered": True,
            "deviceName": self._name(boot_s),
            "managedDeviceName": self.managed_name,
            "userId": owner.user_id,
            "userDisplayName": owner.display_name,
            "userPrincipalName": owner.username,
            "emailAddress": owner.username,
            "enrolledDateTime": shapes.graph_time(enrolled),
            "lastSyncDateTime": shapes.graph_time(self._synced_at(boot_s)),
            "managementCertificateExpirationDate": shapes.graph_time(self._certified_until()),
            "managementState": self._management_state(boot_s),
            "complianceGracePeriodExpirationDateTime": self._grace(boot_s),
            shapes.RESULTS: [action.to_graph(boot_s) for action in self.actions],
        }
        if self.is_fixed(boot_s):
            device["complianceState"] = "compliant"
        if not is_beta:
            return device
        return beta_shapes.beta_device(device, record.enrollment_in_beta)

    def sync_status(self, boot_s: float) -> dict[str, Any]:
        """How the last sync went: Graph's deviceSyncStatusResponse."""
        is_open = self.has_open("syncDevice", boot_s)
        component = {
            "name": "Check-in",
            "status": "inProgress" if is_open else "success",
            "reportedDateTime": shapes.graph_time(self._synced_at(boot_s)),
            "moreInfo": "",
        }
        return {"deviceId": self.device_id, "components": [component]}

    def _answer(self, name: str) -> Answer:
        """What its record says of this action, else what a device of its kind does."""
        if name in self.record.answers:
            return self.record.answers[name]
        if ability(self.record, name) is Ability.NOT_SUPPORTED:
            return Answer.NOT_SUPPORTED
        return self.record.answer

    def _made_by(self, name: str) -> dict[str, Any]:
        """What the device makes or finds out when it does what it is asked."""
        if name == "resetPasscode":
            return {"passcode": device_secrets.passcode_of(self.record.reset)}
        if name == "remoteLock" and self.record.system == "macOS":
            return {"unlock_pin": device_secrets.digits(6)}
        if name == "locateDevice":
            return {"place": device_secrets.place_near(*_OFFICE)}
        return {}

    def _cancel_open(self, boot_s: float) -> None:
        self.actions = [
            action.canceled(boot_s) if action.is_open(boot_s) else action for action in self.actions
        ]

    def _new_key(self, volume: str) -> DemoKey:
        kind = f"recoveryKey {self.record.serial_number} {volume}"
        return DemoKey(
            key_id=str(uuid.uuid5(uuid.UUID(self.device_id), kind)),
            volume=volume,
            created_at=self._started_at - timedelta(days=self.record.enrolled_days_ago),
            key=device_secrets.recovery_key(volume),
        )

    def _name(self, boot_s: float) -> str:
        renamed = self.has_done("setDeviceName", boot_s)
        return str(renamed.body["deviceName"] if renamed else self.record.properties["deviceName"])

    def _synced_at(self, boot_s: float) -> datetime:
        synced = self.has_done("syncDevice", boot_s)
        if synced is not None:
            return synced.ended_at
        return self._started_at - timedelta(minutes=self.record.synced_minutes_ago)

    def _certified_until(self) -> datetime:
        """For a year from enrolment; the certificate is renewed as long as a device comes back."""
        started, record = self._started_at, self.record
        enrolled = started - timedelta(days=record.enrolled_days_ago)
        seen = started - timedelta(minutes=record.synced_minutes_ago)
        return enrolled + timedelta(days=365) * ((seen - enrolled) // timedelta(days=365) + 1)

    def _management_state(self, boot_s: float) -> str:
        """Graph names the removal and how far it has come in one word."""
        states = {"pending": "Pending", "active": "Issued", "failed": "Failed"}
        for action in reversed(self.actions):
            if action.name in REMOVALS and (end := states.get(action.state(boot_s))):
                return action.name + end
        return str(self.record.properties.get("managementState", "managed"))

    def _grace(self, boot_s: float) -> str:
        """Graph sends the year 9999 for a compliant device, a moment in the grace period."""
        if not self.record.grace_days or self.is_fixed(boot_s):
            return "9999-12-31T23:59:59Z"
        return shapes.graph_time(self._started_at + timedelta(days=self.record.grace_days))
