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
from companyportal.domain import Action, Device, DeviceDetails, Person
from companyportal.errors import NotFound, ServiceError, SignInError, SignInRequired
from companyportal.models.answer import Answer
from companyportal.models.dispatch import task_of
from companyportal.models.followed import Followed, FollowedKey
from companyportal.models.followed_register import FollowedRegister
from companyportal.models.outcome_note import note_outcome
from companyportal.models.settling import ENDS_GONE, Settled, settled
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


class FollowUp(FollowedRegister):
    """Follows every open request of the person to its end.

    Signals:
        details_read(details: DeviceDetails): a device was read on the way.
        ended(followed: Followed): a request has come to its end.
        gone(device_id: str): the device was removed, as it was asked for.
        session_lost(): the service no longer accepts the session.
    """

    details_read = Signal(object)
    ended = Signal(object)
    gone = Signal(str)
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
        super().__init__(clock, parent)
        self._service = service
        self._store = store
        self._tasks = tasks
        self._boot_looked: dict[FollowedKey, float] = {}
        self._left_alone: Person | None = None
        """Whose requests could not be taken up, because the service did not answer."""

    def follow(self, operation: Operation, device: Device) -> None:
        """Look after a request that has just been sent."""
        self._begin(operation, device, self._clock.now())
        self._start(_key(operation), FIRST_LOOK_S)

    def deliver(self, operation: Operation, device: Device, answer: Answer) -> None:
        """A request whose answer came at once: nothing is left to look for."""
        self._begin(operation, device, self._clock.now())
        self._end(_key(operation), Settled(state=OperationState.DONE, answer=answer))

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
            looked = self._boot_looked.get(followed.key, followed.boot_asked)
            is_due = self._clock.boot_s() - looked >= LONGEST_PAUSE_S
            if followed.state.is_open and followed.next_look_s is None and is_due:
                self._tasks.start(_task(followed.key), self._look_once, followed.key)

    def check_now(self, device_id: str, action: Action) -> None:
        """Look at once, and go on looking from there."""
        followed = self.find(device_id, action)
        if followed is not None and followed.state.is_open:
            self._start(followed.key, 0.0)

    def clear(self) -> None:
        """The session ended: forget everything here; the store keeps what is still open."""
        for key in list(self._followed):
            self._tasks.cancel(_task(key))
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
        key = _key(operation)
        if key in self._followed:
            return True
        if operation.state is OperationState.SENDING:
            if self._tasks.is_running(task_of(operation.action)):
                return False
            operation = replace(operation, state=OperationState.UNKNOWN)
        if operation.action is Action.RECOVERY_KEY:
            # Reading has changed nothing, and what was read is gone.
            note_outcome(self._store, operation.operation_id, OperationState.UNRESOLVED)
            return True
        try:
            details = await self._service.details(operation.device_id)
        except NotFound:
            nameless = Device(device_id=operation.device_id, name="")
            self._begin(operation, nameless, operation.asked_at, may_show=False)
            self._end_gone(key)
            return True
        except SignInRequired:
            self.session_lost.emit()
            raise
        except ServiceError:
            return False
        self._begin(operation, details.device, operation.asked_at, may_show=False)
        if self._learn(key, details):
            self._start(key, FIRST_LOOK_S)
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

    def _start(self, key: FollowedKey, pause_s: float) -> None:
        self._tasks.start(_task(key), self._look_until_ended, key, pause_s, replace=True)

    async def _look_until_ended(self, key: FollowedKey, pause_s: float) -> None:
        boot_began = self._clock.boot_s()
        while self._clock.boot_s() - boot_began < ACTIVE_S:
            self._put(replace(self._followed[key], next_look_s=pause_s))
            await self._clock.sleep(pause_s)
            if not await self._look(key):
                return
            pause_s = _longer(pause_s)
        self._put(replace(self._followed[key], next_look_s=None))

    async def _look_once(self, key: FollowedKey) -> None:
        await self._look(key)

    async def _look(self, key: FollowedKey) -> bool:
        """Read once; False where there is nothing left to look for."""
        self._boot_looked[key] = self._clock.boot_s()
        try:
            details = await self._service.details(key.device_id)
        except NotFound:
            self._end_gone(key)
            return False
        except SignInError as error:
            self._put(replace(self._followed[key], next_look_s=None))
            if isinstance(error, SignInRequired):
                self.session_lost.emit()
            raise
        except ServiceError:
            return True
        return self._learn(key, details)

    def _learn(self, key: FollowedKey, details: DeviceDetails) -> bool:
        """The device was read; False where its request has come to an end."""
        self._put(replace(self._followed[key], checked_at=self._clock.now()))
        self.details_read.emit(details)
        operation = self._followed[key].operation
        found = settled(operation, details)
        if found is None:
            waited_s = self._clock.boot_s() - self._followed[key].boot_asked
            if operation.state is OperationState.UNKNOWN and waited_s >= GIVE_UP_S:
                self._end(key, Settled(state=OperationState.UNRESOLVED))
                return False
            return True
        if found.state.is_open:
            if operation.state is not OperationState.ACCEPTED:
                self._mark(key, OperationState.ACCEPTED)
            return True
        self._end(key, found)
        return False

    def _end_gone(self, key: FollowedKey) -> None:
        """The service no longer knows the device, which may be just what was asked for."""
        is_done = key.action in ENDS_GONE
        state = OperationState.DONE if is_done else OperationState.UNRESOLVED
        self._end(key, Settled(state=state))
        if is_done:
            self.gone.emit(self._followed[key].device.device_id)

    def _end(self, key: FollowedKey, found: Settled) -> None:
        self._mark(key, found.state)
        followed = replace(
            self._followed[key],
            answer=found.answer if self._followed[key].may_show else None,
            next_look_s=None,
            ended_at=self._clock.now(),
            boot_ended=self._clock.boot_s(),
        )
        self._put(followed)
        self.ended.emit(followed)

    def _mark(self, key: FollowedKey, state: OperationState) -> None:
        followed = self._followed[key]
        note_outcome(self._store, followed.operation.operation_id, state)
        operation = replace(followed.operation, state=state)
        self._put(replace(followed, operation=operation))


def _longer(pause_s: float) -> float:
    return min(LONGEST_PAUSE_S, max(FIRST_LOOK_S, pause_s * 1.5))


def _key(operation: Operation) -> FollowedKey:
    return FollowedKey(operation.device_id.lower(), operation.action)


def _task(key: FollowedKey) -> str:
    return f"follow-{key.action}-{key.device_id}"
