"""Which call of which service an action is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companyportal.domain import Action, Device
from companyportal.models.answer import Answer
from companyportal.models.dispatch import MayLeave, Request
from companyportal.wipe_choices import WipeChoices

if TYPE_CHECKING:
    from companyportal.graph.devices import DeviceService
    from companyportal.graph.recovery_keys import RecoveryKeyService


class Requests:
    """To add an action that takes nothing but a device, add its line to ``_plain``."""

    def __init__(self, *, service: DeviceService, keys: RecoveryKeyService) -> None:
        self._service = service
        self._keys = keys
        self._plain: dict[Action, Request] = {
            Action.RESET_PASSCODE: service.reset_passcode,
            Action.REMOTE_LOCK: service.remote_lock,
            Action.SYNC: service.sync,
            Action.RETIRE: service.retire,
            Action.RESTART: service.restart,
            Action.LOCATE: service.locate,
        }

    def of(self, action: Action, device: Device, choices: WipeChoices) -> Request:
        """What to call for ``action``; ``choices`` count for a factory reset only."""
        if action is Action.WIPE:
            return self._wipe(device, choices)
        if action is Action.RECOVERY_KEY:
            return self._read_keys(device)
        return self._plain[action]

    def rename(self, name: str) -> Request:
        """Give the device another name; Intune's own one holds at once, nobody has to wait."""

        async def request(device_id: str, may_leave: MayLeave) -> Answer | None:
            await self._service.rename(device_id, name, may_leave)
            return Answer() if self._service.renames_at_once else None

        return request

    def _wipe(self, device: Device, choices: WipeChoices) -> Request:
        async def request(device_id: str, may_leave: MayLeave) -> None:
            await self._service.wipe(device_id, choices, may_leave, platform=device.platform)

        return request

    def _read_keys(self, device: Device) -> Request:
        async def request(_: str, may_leave: MayLeave) -> Answer:
            return Answer(keys=await self._keys.read(device, may_leave))

        return request
