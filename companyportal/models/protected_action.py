"""A protected action, such as resetting the passcode of a locked device, step by step.

The person reads what will happen, is signed out, proves in the browser who they are, confirms, and
only then something is sent, once. What becomes of it afterwards is followed by
``models/follow_up.py``; the order of writing and sending lives in ``models/dispatch.py``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.domain import Account, Action, Device, Person
from companyportal.errors import NotFound, OutcomeUnknown, PortalError, SignOutFailed, StoreError
from companyportal.gate import Closed, Gate, GateState
from companyportal.models.count_down import CountDown
from companyportal.models.dispatch import Dispatch, task_of
from companyportal.models.eligibility import Eligibility
from companyportal.models.gated_dispatch import GatedDispatch, plan_of
from companyportal.models.protected_progress import ProtectedProgress, Step
from companyportal.models.protected_state import ProtectedState
from companyportal.models.requests import Requests
from companyportal.models.sign_in_again import SignInAgain
from companyportal.records import Operation, OperationState
from companyportal.tasks import Tasks
from companyportal.wipe_choices import NO_CHOICES, WipeChoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from companyportal.auth.session import Session
    from companyportal.store import Store


class ProtectedAction(ProtectedState):
    """One at a time.

    Signals:
        leaving(): the session is about to end; whoever reads for the person stops.
        signed_out(): the session has ended as the second step asks.
        signed_in(account: Account): the person has proved who they are.
        returned(): the person came back from the browser; the window should come to the front.
        leaves(): the next thing is the first byte; who ends it now still holds it back.
        sent(operation: Operation, device: Device): a request left this computer, or may have.
        answered(operation: Operation, device: Device, answer: Answer): it was answered at once.
        details_read(details: DeviceDetails): the device was read again before sending.
        refused(device: Device, action: Action, error: PortalError): nothing was done, and why.
    """

    leaving = Signal()
    signed_out = Signal()
    signed_in = Signal(object)
    returned = Signal()
    leaves = Signal()
    sent = Signal(object, object)
    answered = Signal(object, object, object)
    details_read = Signal(object)
    refused = Signal(object, object, object)

    def __init__(
        self,
        *,
        eligibility: Eligibility,
        gate: Gate,
        session: Session,
        requests: Requests,
        dispatch: Dispatch,
        store: Store,
        tasks: Tasks,
        clock: Clock,
        open_url: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(gate=gate, session=session, eligibility=eligibility, parent=parent)
        self._requests = requests
        self._tasks = tasks
        self._open_url = open_url
        self._count_down = CountDown(
            gate=gate,
            tasks=tasks,
            clock=clock,
            on_second=self.changed.emit,
            on_end=self._on_time_up,
        )
        self._again = SignInAgain(gate=gate, session=session, store=store)
        self._dispatch = GatedDispatch(gate=gate, dispatch=dispatch, on_leaving=self.leaves.emit)

    # verbs

    def begin(self, action: Action, device: Device) -> None:
        """The person wants this of the device; nothing happens yet."""
        account = self._session.account
        if self._progress.step.is_busy or account is None:
            return
        if not self._eligibility.allows(action, device, account.person):
            return
        self._gate.ask(plan_of(action, device, account))
        self._progress = ProtectedProgress(action=action, device=device, account=account)
        self._go(Step.BEFORE_START)

    def show_result(self, action: Action, device: Device) -> None:
        """Show the follow-up of an earlier request for this device."""
        if not self._progress.step.is_busy:
            self._gate.close(Closed.CANCELLED)
            self._progress = ProtectedProgress(action=action, device=device)
            self._go(Step.FOLLOWING)

    def sign_out(self) -> None:
        """Step 2: sign out here, then sign in again in the browser."""
        if self._progress.step is Step.BEFORE_START and self._gate.confirm():
            self._tasks.start("sign-in-again", self._sign_in_again)

    def open_again(self) -> None:
        """Open the sign-in page once more."""
        if self._progress.link:
            self._open_url(self._progress.link)

    def confirm(self, choices: WipeChoices = NO_CHOICES) -> None:
        """Step 3: the only click that sends anything; ``choices`` are for a factory reset."""
        if self._progress.step is Step.CONFIRM:
            self._tasks.start(task_of(self._progress.action), self._run, choices)

    def cancel(self) -> None:
        """Give up; what is being signed out or sent at this moment is not called back."""
        step = self._progress.step
        if step in (Step.SIGN_IN_AGAIN, Step.CHECKING):
            self._give_up(Closed.CANCELLED)
        elif step in (Step.BEFORE_START, Step.CONFIRM):
            self._empty()

    def interrupt(self) -> None:
        """The computer was locked, sent to sleep, or its clock was moved.

        Locking while the browser is awaited is normal: the phone for the second factor may lie
        elsewhere. Once the person has signed in, it closes the gate.
        """
        if self._progress.step in (Step.CHECKING, Step.CONFIRM):
            self._give_up(Closed.INTERRUPTED)
        elif self._progress.step is Step.SENDING:
            # What has not left by now will not leave any more.
            self._gate.close(Closed.INTERRUPTED)

    def leave(self) -> None:
        """The page was closed: what waits for a click is given up, what runs goes on."""
        if not self._progress.step.is_busy:
            self._empty()

    def put_away(self) -> None:
        """The window was closed: a question that nobody looks at is not left open."""
        if self._progress.step in (Step.BEFORE_START, Step.CONFIRM):
            self.cancel()

    def forget(self) -> None:
        """The session ended by another way, and with it what was asked for in it.

        What has left is answered into the store, where the next session of that person finds it.
        """
        step = self._progress.step
        if step is Step.SENDING and self._progress.operation is None:
            self._tasks.cancel(task_of(self._progress.action))
        if not (step.awaits_sign_in or step is Step.ENDED):
            self._empty()

    def note_signed_in(self, person: Person) -> None:
        """Somebody signed in: how another person's reset ended is nothing to them."""
        asked = self._progress.account
        if asked is not None and asked.person != person:
            self._empty()

    # signing in again

    async def _sign_in_again(self) -> None:
        account = self._progress.account
        assert account is not None
        self._go(Step.SIGNING_OUT)
        self.leaving.emit()
        try:
            await self._again.sign_out()
            self.signed_out.emit()
            self._count_down.start()
            self._go(Step.SIGN_IN_AGAIN)
            self._came_back(await self._again.sign_in(account, self._on_link, self._on_answer))
        except (SignOutFailed, StoreError) as error:
            self.signed_out.emit()
            self._go(Step.ENDED, error=error)
        except PortalError as error:
            self._go(Step.ENDED, error=error, link="")
            self.returned.emit()
        finally:
            if self._progress.step.is_busy:
                self._gate.close(Closed.SIGN_IN_FAILED)
                self._go(Step.ENDED, link="")

    def _came_back(self, account: Account | None) -> None:
        is_open = self._gate.state is GateState.OPEN
        if account is not None:
            self.signed_in.emit(account)
        self._go(Step.CONFIRM if is_open else Step.ENDED, link="")
        self.returned.emit()

    def _on_link(self, link: str) -> None:
        self._go(self._progress.step, link=link)

    def _on_answer(self) -> bool:
        """The browser came back; only the first answer in time is redeemed."""
        in_time = self._gate.redeeming()
        if in_time:
            self._go(Step.CHECKING)
        return in_time

    def _on_time_up(self) -> None:
        if self._progress.step in (Step.SIGN_IN_AGAIN, Step.CHECKING, Step.CONFIRM):
            self._give_up(Closed.TIME_IS_UP)
            self.returned.emit()

    def _give_up(self, reason: Closed) -> None:
        """Close the gate, where it is not yet; nobody waits for the browser any more."""
        self._gate.close(reason)
        self._tasks.cancel("sign-in-again")
        self._go(Step.ENDED, link="")

    # sending

    async def _run(self, choices: WipeChoices) -> None:
        device, account = self._progress.device, self._progress.account
        assert device is not None
        assert account is not None
        operation: Operation | None = None
        self._go(Step.SENDING, error=None, operation=None)
        try:
            operation = await self._prepare(device, account)
            if operation is not None:
                self._go(Step.SENDING, operation=operation)
                await self._send(operation, choices)
        except PortalError as error:
            self._back_to_confirm(error, operation)
        finally:
            if self._is_sending(operation):
                self._gate.close(Closed.INTERRUPTED)
                self._go(Step.ENDED)

    async def _prepare(self, device: Device, account: Account) -> Operation | None:
        plan = plan_of(self._progress.action, device, account)
        offer = partial(self._eligibility.offer, plan.action)
        details = await self._dispatch.read_again(device, plan, offer)
        self.details_read.emit(details)
        self._go(Step.SENDING, device=details.device)
        return self._dispatch.write_down(plan, details)

    async def _send(self, operation: Operation, choices: WipeChoices) -> None:
        """Whatever is not known for certain, a cancelled task included, counts as sent."""
        device, answer = self._progress.device, None
        assert device is not None
        following: Operation | None = replace(operation, state=OperationState.UNKNOWN)
        error: PortalError | None = None
        try:
            request = self._requests.of(operation.action, device, choices)
            following, answer = await self._dispatch.send(operation, request)
        except OutcomeUnknown as unknown:
            error = unknown
        except PortalError as refused:
            following, error = None, refused
        finally:
            if following is not None and self._is_sending(operation):
                if answer is None:
                    self.sent.emit(following, device)
                else:
                    self.answered.emit(following, device, answer)
                self._go(Step.FOLLOWING, error=error)
        if following is None and error is not None:
            self._back_to_confirm(error, operation)

    def _back_to_confirm(self, error: PortalError, operation: Operation | None) -> None:
        """Nothing was done: where the gate is open again, the person may try once more."""
        if not self._is_sending(operation):
            return
        if isinstance(error, NotFound):
            self._gate.close(Closed.DEVICE_GONE)
        if self._gate.state is GateState.OPEN:
            self._count_down.start()
            self._go(Step.CONFIRM, error=error)
        else:
            self._go(Step.ENDED, error=error)
        self.refused.emit(self._progress.device, self._progress.action, error)
