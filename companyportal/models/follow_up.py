"""What becomes of a request after it was sent: followed by reading, never by sending again.

This works as well after a restart, from the operations in the store; but a passcode is only kept
for the run of the program in which the person signed in for it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.domain import Device, DeviceDetails, Person, Secret
from companyportal.errors import NotFound, ServiceError, SignInError, SignInRequired
from companyportal.models.answer import Answer
from companyportal.models.dispatch import TASK
from companyportal.models.followed import ENDS, Followed, settle
from companyportal.models.outcome_note import note_outcome
from companyportal.records import Operation, OperationState
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.devices import DeviceService
    from companyportal.store import Store

FIRST_LOOK_S = 5.0
LONGEST_PAUSE_S = 60.0
ACTIVE_S = 900.0
"""After a quarter of an hour the program looks only when the person does."""
GIVE_UP_S = 600.0
"""A request whose outcome is unknown is looked for so long, then it stays unresolved."""
SHOWN_S = 300.0
"""A passcode that has been shown once can be shown again for so long."""
UNSEEN_S = 900.0
"""One that nobody has looked at is kept for so long."""


class FollowUp(QObject):
    """Follows every open request of the person to its end.

    Signals:
        changed(device_id: str): what is known of that device's request has changed.
        details_read(details: DeviceDetails): a device was read on the way.
        ended(followed: Followed): a request has come to its end.
        session_lost(): the service no longer accepts the session.
    """

    changed = Signal(str)
    details_read = Signal(object)
    ended = Signal(object)
    session_lost = Signal()

    def __init__(
        self,
        *,
        service: DeviceService,
        store: Store,
        tasks: Tasks,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._store = store
        self._tasks = tasks
        self._clock = clock
        self._followed: dict[str, Followed] = {}
        self._boot_looked: dict[str, float] = {}
        self._left_alone: Person | None = None
        """Whose requests could not be taken up, because the service did not answer."""

    def find(self, device_id: str) -> Followed | None:
        """The last request for that device, open or ended, since the session began."""
        return self._followed.get(device_id)

    @property
    def all(self) -> tuple[Followed, ...]:
        """Every request since the session began."""
        return tuple(self._followed.values())

    def follow(self, operation: Operation, device: Device) -> None:
        """Look after a request that has just been sent."""
        self._begin(operation, device, self._clock.now())
        self._start(device.device_id, FIRST_LOOK_S)

    def resume(self, person: Person) -> None:
        """A session began: look after what an earlier run of the program left open."""
        self._left_alone = None
        self._tasks.start("resume", self._resume, person, replace=True)

    def retry(self) -> None:
        """The service answers again: take up what could not be taken up before."""
        if self._left_alone is not None:
            self.resume(self._left_alone)

    def look_again(self) -> None:
        """The person is back: look once, and not every minute, for what is only looked for now."""
        for followed in self.all:
            device_id = followed.device.device_id
            looked = self._boot_looked.get(device_id, followed.boot_asked)
            is_due = self._clock.boot_s() - looked >= LONGEST_PAUSE_S
            if followed.state.is_open and followed.next_look_s is None and is_due:
                self._tasks.start(_task(device_id), self._look_once, device_id)

    def check_now(self, device_id: str) -> None:
        """Look at once, and go on looking from there."""
        followed = self._followed.get(device_id)
        if followed is not None and followed.state.is_open:
            self._start(device_id, 0.0)

    def passcode(self, device_id: str) -> Secret | None:
        """The temporary passcode, as long as it may be shown."""
        followed = self._followed.get(device_id)
        if followed is None or followed.answer is None:
            # Said once: listeners ask again when they are told that it is gone.
            return None
        now, shown, ended = self._clock.boot_s(), followed.boot_shown, followed.boot_ended
        is_over = shown is not None and now - shown > SHOWN_S
        if is_over or (shown is None and ended is not None and now - ended > UNSEEN_S):
            self._put(replace(followed, answer=None))
            return None
        return followed.answer.secret

    def note_shown(self, device_id: str) -> None:
        """The passcode was on the screen: from the first time on it is kept for five minutes."""
        followed = self._followed.get(device_id)
        if followed is not None and followed.boot_shown is None:
            self._put(replace(followed, boot_shown=self._clock.boot_s()))

    def forget_passcodes(self) -> None:
        """The computer was locked or sent to sleep: whoever comes back must prove who they are.

        That holds as well for a passcode which has not come yet.
        """
        for followed in self.all:
            self._put(replace(followed, answer=None, may_show=False))

    def clear(self) -> None:
        """The session ended: forget everything here; the store keeps what is still open."""
        for device_id in list(self._followed):
            self._tasks.cancel(_task(device_id))
        self._tasks.cancel("resume")
        self._left_alone = None
        self._followed.clear()
        self._boot_looked.clear()

    async def _resume(self, person: Person) -> None:
        """Tries again where the network comes back later than the person, or where the answer of
        a request that left in an earlier session still does.
        """
        boot_began, pause_s = self._clock.boot_s(), FIRST_LOOK_S
        while [o for o in self._store.open_operations(person) if not await self._take_up(o)]:
            if self._clock.boot_s() - boot_began >= ACTIVE_S:
                self._left_alone = person
                return
            await self._clock.sleep(pause_s)
            pause_s = _longer(pause_s)

    async def _take_up(self, operation: Operation) -> bool:
        """False where the service could not be asked, or where it is too early to ask."""
        device_id = operation.device_id
        if device_id in self._followed:
            return True
        if operation.state is OperationState.SENDING:
            if self._tasks.is_running(TASK):
                return False
            operation = replace(operation, state=OperationState.UNKNOWN)
        try:
            details = await self._service.details(device_id)
        except NotFound:
            nameless = Device(device_id=device_id, name="")
            self._begin(operation, nameless, operation.asked_at, may_show=False)
            self._end(device_id, OperationState.UNRESOLVED)
            return True
        except SignInRequired:
            self.session_lost.emit()
            raise
        except ServiceError:
            return False
        self._begin(operation, details.device, operation.asked_at, may_show=False)
        if self._learn(device_id, details):
            self._start(device_id, FIRST_LOOK_S)
        return True

    def _begin(
        self,
        operation: Operation,
        device: Device,
        asked_at: datetime,
        *,
        may_show: bool = True,
    ) -> None:
        followed = Followed(
            operation=operation,
            device=device,
            asked_at=asked_at,
            boot_asked=self._clock.boot_s(),
            may_show=may_show,
        )
        self._put(followed)

    def _start(self, device_id: str, pause_s: float) -> None:
        name, work = _task(device_id), self._look_until_ended
        self._tasks.start(name, work, device_id, pause_s, replace=True)

    async def _look_until_ended(self, device_id: str, pause_s: float) -> None:
        boot_began = self._clock.boot_s()
        while self._clock.boot_s() - boot_began < ACTIVE_S:
            self._put(replace(self._followed[device_id], next_look_s=pause_s))
            await self._clock.sleep(pause_s)
            if not await self._look(device_id):
                return
            pause_s = _longer(pause_s)
        self._put(replace(self._followed[device_id], next_look_s=None))

    async def _look_once(self, device_id: str) -> None:
        await self._look(device_id)

    async def _look(self, device_id: str) -> bool:
        """Read once; False where there is nothing left to look for."""
        self._boot_looked[device_id] = self._clock.boot_s()
        try:
            details = await self._service.details(device_id)
        except NotFound:
            self._end(device_id, OperationState.UNRESOLVED)
            return False
        except SignInError as error:
            self._put(replace(self._followed[device_id], next_look_s=None))
            if isinstance(error, SignInRequired):
                self.session_lost.emit()
            raise
        except ServiceError:
            return True
        return self._learn(device_id, details)

    def _learn(self, device_id: str, details: DeviceDetails) -> bool:
        """The device was read; False where its request has come to an end."""
        self._put(replace(self._followed[device_id], checked_at=self._clock.now()))
        self.details_read.emit(details)
        operation = self._followed[device_id].operation
        result = settle(operation, details.results)
        if result is None:
            waited_s = self._clock.boot_s() - self._followed[device_id].boot_asked
            if operation.state is OperationState.UNKNOWN and waited_s >= GIVE_UP_S:
                self._end(device_id, OperationState.UNRESOLVED)
                return False
            return True
        if result.state not in ENDS:
            if operation.state is not OperationState.ACCEPTED:
                self._mark(device_id, OperationState.ACCEPTED)
            return True
        self._end(device_id, ENDS[result.state], result.secret)
        return False

    def _end(self, device_id: str, state: OperationState, secret: Secret | None = None) -> None:
        self._mark(device_id, state)
        followed = replace(
            self._followed[device_id],
            answer=Answer(secret=secret) if secret and self._followed[device_id].may_show else None,
            next_look_s=None,
            ended_at=self._clock.now(),
            boot_ended=self._clock.boot_s(),
        )
        self._put(followed)
        self.ended.emit(followed)

    def _mark(self, device_id: str, state: OperationState) -> None:
        followed = self._followed[device_id]
        note_outcome(self._store, followed.operation.operation_id, state)
        operation = replace(followed.operation, state=state)
        self._put(replace(followed, operation=operation))

    def _put(self, followed: Followed) -> None:
        self._followed[followed.device.device_id] = followed
        self.changed.emit(followed.device.device_id)


def _longer(pause_s: float) -> float:
    return min(LONGEST_PAUSE_S, max(FIRST_LOOK_S, pause_s * 1.5))


def _task(device_id: str) -> str:
    return f"follow-{device_id}"
