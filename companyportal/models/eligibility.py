"""Which device an action may begin for, and what it would do there."""

from __future__ import annotations

from collections.abc import Callable

from companyportal import capabilities
from companyportal.capabilities import Offer, Rules
from companyportal.domain import Action, Device, Person
from companyportal.models.device_list import DeviceList, ListState


class Eligibility:
    """A device of the person who is signed in, and an action that it offers."""

    def __init__(self, devices: DeviceList, rules: Callable[[], Rules]) -> None:
        """``rules``: what the organisation allows, as far as it is known now."""
        self._devices = devices
        self._rules = rules

    def offer(self, action: Action, device: Device) -> Offer:
        """What the action would do, or why it is not offered."""
        return capabilities.offer(action, device, self._rules())

    def allows(self, action: Action, device: Device, person: Person) -> bool:
        """Whether ``person`` may begin it."""
        is_theirs = is_owned(device, person) and self._may_be_listed(device)
        return is_theirs and self.offer(action, device).is_offered

    def _may_be_listed(self, device: Device) -> bool:
        """False where the whole list was read and the device is not in it."""
        is_whole = self._devices.state is ListState.READY and not self._devices.is_partial
        return not is_whole or self._devices.find(device.device_id) is not None


def is_owned(device: Device, person: Person) -> bool:
    """False where another person is the primary user; a device may have none."""
    return device.owner_id in ("", person.user_id)
