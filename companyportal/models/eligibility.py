"""Which device a reset may begin for, and what it would do there."""

from __future__ import annotations

from companyportal import capabilities
from companyportal.capabilities import Offer
from companyportal.domain import Device, Person
from companyportal.models.device_list import DeviceList, ListState


class Eligibility:
    """A device of the person who is signed in, with a passcode that can be reset."""

    def __init__(self, devices: DeviceList, *, is_locked_down: bool = False) -> None:
        """``is_locked_down``: nobody knows what the organisation allows, so nothing is offered."""
        self._devices = devices
        self._is_locked_down = is_locked_down

    def offer(self, device: Device) -> Offer:
        """What a reset would do, or why there is none."""
        return capabilities.reset_passcode(device, is_locked_down=self._is_locked_down)

    def allows(self, device: Device, person: Person) -> bool:
        """Whether ``person`` may begin it."""
        is_theirs = is_owned(device, person) and self._may_be_listed(device)
        return is_theirs and self.offer(device).is_offered

    def _may_be_listed(self, device: Device) -> bool:
        """False where the whole list was read and the device is not in it."""
        is_whole = self._devices.state is ListState.READY and not self._devices.is_partial
        return not is_whole or self._devices.find(device.device_id) is not None


def is_owned(device: Device, person: Person) -> bool:
    """False where another person is the primary user; a device may have none."""
    return device.owner_id in ("", person.user_id)
