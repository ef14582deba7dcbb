"""Actions that need no fresh sign-in: check status, remote lock, restart, rename.

They are written down and sent in the same order as a protected one, once; what is missing is the
gate. A click asks, a second one sends; what loses nothing is sent at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from companyportal.domain import Account, Action, Device
from companyportal.errors import DeviceChanged, OutcomeUnknown, PortalError
from companyportal.models.answer import Answer
from companyportal.models.dispatch import Dispatch, Request, task_of
from companyportal.models.eligibility import Eligibility
from companyportal.models.requests import Requests
from companyportal.records import Operation, OperationState
from companyportal.tasks import Tasks
from companyportal.wipe_choices import NO_CHOICES

if TYPE_CHECKING:
    from companyportal.auth.session import Session

_ASKS_FIRST = frozenset({Action.REMOTE_LOCK, Action.RESTART})


class Question(NamedTuple):
    """What the person is asked before anything is sent."""

    action: Action
    device: Device


class DirectAction(QObject):
    """One of each action at a time.

    Signals:
        changed(): ``question`` or ``is_busy`` may read differently now.
        sent(operation: Operation, device: Device): a request left this computer, or may have.
        answered(operation: Operation, device: Device, answer: Answer): it was answered at once.
        details_read(details: DeviceDetails): the device was read again before sending.
        renamed(device: Device, name: str): its new name was accepted.
        refused(device: Device, action: Action, error: PortalError): nothing was done, and why.
    """

    changed = Signal()
    sent = Signal(object, object)
    answered = Signal(object, object, object)
    details_read = Signal(object)
    renamed = Signal(object, str)
    refused = Signal(object, object, object)

    def __init__(
        self,
        *,
        eligibility: Eligibility,
        session: Session,
        requests: Requests,
        dispatch: Dispatch,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._eligibility = eligibility
        self._session = session
        self._requests = requests
        self._dispatch = dispatch
        self._tasks = tasks
        self._question: Question | None = None
        self._busy: set[Action] = set()

    @property
    def question(self) -> Question | None:
        """What waits for the person's answer."""
        return self._question

    def is_busy(self, action: Action) -> bool:
        """True from the click until the service has answered."""
        return action in self._busy

    @property
    def is_sending(self) -> bool:
        """True while any of them is on its way."""
        return bool(self._busy)

    # verbs

    def ask(self, action: Action, device: Device) -> None:
        """The person wants this of the device; what can be felt there is asked about first."""
        if not self._allowed(action, device):
            return
        if action in _ASKS_FIRST:
            self._question = Question(action, device)
            self.changed.emit()
        else:
            self._start(action, device, self._requests.of(action, device, NO_CHOICES))

    def confirm(self) -> None:
        """Yes: the only click that sends a remote lock or a restart."""
        question, self._question = self._question, None
        self.changed.emit()
        if question is not None and self._allowed(*question):
            self._start(*question, self._requests.of(*question, NO_CHOICES))

    def cancel(self) -> None:
        """No, or the question was left."""
        if self._question is not None:
            self._question = None
            self.changed.emit()

    def rename(self, device: Device, name: str) -> None:
        """Call the device ``name`` from now on."""
        name = name.strip()
        if name and name != device.name and self._allowed(Action.RENAME, device):
            self._start(
                Action.RENAME,
                device,
                self._requests.rename(name),
                lambda: self.renamed.emit(device, name),
            )

    def forget(self) -> None:
        """The session ended; what has left is answered into the store."""
        self.cancel()

    # sending

    def _allowed(self, action: Action, device: Device) -> bool:
        account = self._session.account
        if action.is_protected or account is None:
            return False
        return self._eligibility.allows(action, device, account.person)

    def _start(
        self,
        action: Action,
        device: Device,
        request: Request,
        on_accepted: Callable[[], None] = lambda: None,
    ) -> None:
        account = self._session.account
        assert account is not None
        work = self._run
        self._tasks.start(task_of(action), work, action, device, account, request, on_accepted)

    async def _run(
        self,
        action: Action,
        device: Device,
        account: Account,
        request: Request,
        on_accepted: Callable[[], None],
    ) -> None:
        self._set_busy(action, is_busy=True)
        try:
            operation = await self._prepare(action, device, account)
            await self._send(operation, device, request)
            if self._is_theirs(account):
                on_accepted()
        except PortalError as error:
            if not self._is_theirs(account):
                return  # whoever is here now has asked for nothing
            if not isinstance(error, OutcomeUnknown):
                self.refused.emit(device, action, error)
            raise
        finally:
            self._set_busy(action, is_busy=False)

    async def _prepare(self, action: Action, device: Device, account: Account) -> Operation:
        offer = partial(self._eligibility.offer, action)
        details, is_same = await self._dispatch.read_again(action, device, account.person, offer)
        self.details_read.emit(details)
        if not is_same:
            raise DeviceChanged(code="deviceChanged")
        return self._dispatch.write_down(action, account.person, details)

    async def _send(self, operation: Operation, device: Device, request: Request) -> None:
        """Whatever is not known for certain, a cancelled task included, counts as sent."""
        following: Operation | None = replace(operation, state=OperationState.UNKNOWN)
        answer: Answer | None = None
        try:
            following, answer = await self._dispatch.send(
                operation, request, lambda: self._dispatch.is_theirs(operation), _unheeded
            )
        except OutcomeUnknown:
            raise
        except PortalError:
            following = None
            raise
        finally:
            # What comes back after the session ended is found in the store by the next one.
            if following is not None and self._dispatch.is_theirs(operation):
                self._tell(following, device, answer)

    def _is_theirs(self, account: Account) -> bool:
        """Whether the person who asked is still the one who is signed in."""
        now = self._session.account
        return now is not None and now.person == account.person

    def _tell(self, operation: Operation, device: Device, answer: Answer | None) -> None:
        if answer is None:
            self.sent.emit(operation, device)
        else:
            self.answered.emit(operation, device, answer)

    def _set_busy(self, action: Action, *, is_busy: bool) -> None:
        (self._busy.add if is_busy else self._busy.discard)(action)
        self.changed.emit()


def _unheeded(_state: OperationState) -> None:
    """There is no gate to be told."""
