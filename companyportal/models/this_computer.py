"""Which of the devices is the computer that the program runs on.

Asking the system may take seconds, so it is asked once, in a thread, when a list is there to be
compared with.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from companyportal.computer_identity import ComputerIdentity, guid, serial
from companyportal.domain import Device
from companyportal.tasks import Tasks


class ThisComputer(QObject):
    """Asks the system who it is.

    Signals:
        found(identity: ComputerIdentity): only where the system knows anything.
    """

    found = Signal(object)

    def __init__(
        self, *, read: Callable[[], ComputerIdentity], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        """``read`` runs in a thread and ends by itself within seconds."""
        super().__init__(parent)
        self._read = read
        self._tasks = tasks
        self._was_asked = False

    def look(self) -> None:
        """A list has arrived; the system is asked for the first one only."""
        if not self._was_asked:
            self._was_asked = True
            self._tasks.start("this-computer", self._look)

    async def _look(self) -> None:
        identity = await asyncio.to_thread(self._read)
        if identity:
            self.found.emit(identity)


def is_of(computer: ComputerIdentity, device: Device) -> bool:
    """True where anything that both know is the same."""
    return _likeness(computer, device) > 0


def likeliest(computer: ComputerIdentity, devices: Iterable[Device]) -> str:
    """The id of the device that is this computer; of several, that which was heard of last."""
    alike = [(_likeness(computer, each), _heard(each), each.device_id) for each in devices]
    return max((each for each in alike if each[0]), default=(0, 0.0, ""))[2]


def _likeness(computer: ComputerIdentity, device: Device) -> int:
    """An id names one enrolment; a serial number outlives many."""
    if computer.device_id and computer.device_id == guid(device.device_id):
        return 3
    if computer.entra_id and computer.entra_id == guid(device.entra_id):
        return 2
    return int(
        bool(computer.serial_number) and computer.serial_number == serial(device.serial_number)
    )


def _heard(device: Device) -> float:
    heard: datetime | None = device.last_sync_at
    return heard.timestamp() if heard is not None else 0.0
