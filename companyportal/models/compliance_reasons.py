"""Why the device whose page is open does not meet the organisation's rules.

Read beside the device itself and never in its way: whatever goes wrong here is shown here, and no
message tells of it.
"""

from __future__ import annotations

import asyncio
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.compliance import FailingSetting
from companyportal.domain import Compliance, Device
from companyportal.errors import NotPermitted, PortalError, SignInRequired
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.compliance import ComplianceService

TASK = "compliance"
_HAVE_REASONS = (
    Compliance.NOT_COMPLIANT,
    Compliance.IN_GRACE_PERIOD,
    Compliance.CONFLICT,
    Compliance.ERROR,
)


class ReasonsState(Enum):
    """How much is known of the reasons."""

    NONE = auto()
    """There is nothing to explain, or nobody has asked yet."""
    READING = auto()
    KNOWN = auto()
    REFUSED = auto()
    """The person may not read them."""
    FAILED = auto()


class ComplianceReasons(QObject):
    """The failing settings of one device.

    Signals:
        changed(): anything below may read differently now.
        session_lost(): the service no longer accepts the session.
    """

    changed = Signal()
    session_lost = Signal()

    def __init__(
        self, *, service: ComplianceService, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._device: Device | None = None
        self._read_for: Device | None = None
        """As the device was when its reasons were last asked for."""
        self._state = ReasonsState.NONE
        self._settings: tuple[FailingSetting, ...] = ()

    @property
    def state(self) -> ReasonsState:
        """How much is known."""
        return self._state

    @property
    def settings(self) -> tuple[FailingSetting, ...]:
        """What fails; while it is read again, what was known before."""
        return self._settings

    def look_at(self, device: Device | None) -> None:
        """That device is on its page now, or what is known of it has changed.

        Reasons that were read are read again where the device has been in contact since, or stands
        differently; nothing is read for the first time here.
        """
        if device is None or self._device is None or device.device_id != self._device.device_id:
            self.close()
        self._device = device
        read = self._read_for
        if device is None or read is None:
            return
        if (device.compliance, device.last_sync_at) != (read.compliance, read.last_sync_at):
            self.refresh()

    def refresh(self) -> None:
        """Ask the service, if there is anything to explain."""
        device = self._device
        if device is None:
            return
        self._read_for = device
        if device.compliance not in _HAVE_REASONS:
            self._tasks.cancel(TASK)
            self._settings = ()
            self._tell(ReasonsState.NONE)
            return
        self._tell(ReasonsState.READING)
        self._tasks.start(TASK, self._read, device.device_id, replace=True)

    def close(self) -> None:
        """The page was closed, or the session ended."""
        self._tasks.cancel(TASK)
        self._device = self._read_for = None
        self._settings = ()
        self._tell(ReasonsState.NONE)

    async def _read(self, device_id: str) -> None:
        try:
            self._settings = await self._service.failing(device_id)
        except asyncio.CancelledError:
            raise  # a newer reading has begun, or the page was closed: the state is theirs
        except SignInRequired:
            self._tell(ReasonsState.FAILED)
            self.session_lost.emit()
            raise
        except PortalError as error:
            refused = isinstance(error, NotPermitted)
            self._tell(ReasonsState.REFUSED if refused else ReasonsState.FAILED)
            return
        except BaseException:
            self._tell(ReasonsState.FAILED)
            raise
        self._tell(ReasonsState.KNOWN)

    def _tell(self, state: ReasonsState) -> None:
        self._state = state
        self.changed.emit()
