"""Brings a reset to every point of its way, by the verbs of the models and the person's browser."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.capabilities import Rules
from companyportal.domain import Action, Device
from companyportal.gate import Closed, Gate
from companyportal.graph.devices import DeviceService
from companyportal.graph.recovery_keys import RecoveryKeyService
from companyportal.models.dispatch import Dispatch
from companyportal.models.eligibility import Eligibility
from companyportal.models.followed import Followed
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.protected_progress import Step
from companyportal.models.requests import Requests
from companyportal.portal import Portal
from companyportal.records import OperationState
from companyportal.views.protected_page import ProtectedPage
from tests.program import device_called, until
from tests.views.conftest import Hands
from tests.views.geometry import settle
from tests.virtual_clock import VirtualClock


@dataclass
class ResetDriver:
    """One reset and its page."""

    portal: Portal
    reset: ProtectedAction
    gate: Gate
    page: ProtectedPage
    hands: Hands
    clock: VirtualClock

    @classmethod
    def of(cls, portal: Portal, hands: Hands, clock: VirtualClock) -> ResetDriver:
        """A reset whose gate the test holds as well, to close it for any reason."""
        gate, service = Gate(clock), DeviceService(portal.client)
        reset = ProtectedAction(
            eligibility=Eligibility(portal.devices, Rules),
            gate=gate,
            session=portal.session,
            requests=Requests(service=service, keys=RecoveryKeyService(portal.client)),
            dispatch=Dispatch(
                session=portal.session, service=service, store=portal.store, clock=clock
            ),
            store=portal.store,
            tasks=portal.tasks,
            clock=clock,
            open_url=hands.open_url,
        )
        reset.signed_out.connect(portal.account.note_signed_out)
        reset.signed_in.connect(portal.account.note_signed_in)
        reset.sent.connect(portal.follow_up.follow)
        page = ProtectedPage(
            reset,
            portal.follow_up,
            portal.account,
            portal.organisation,
            portal.details,
            portal.devices,
            portal.clipboard,
            clock,
        )
        page.resize(900, 900)
        page.show()
        return cls(portal, reset, gate, page, hands, clock)

    @property
    def followed(self) -> Followed | None:
        """What is known of the request."""
        device = self.reset.progress.device
        return (
            self.portal.follow_up.find(device.device_id, Action.RESET_PASSCODE) if device else None
        )

    def begin(self, name: str) -> Device:
        """Step 1."""
        device = device_called(self.portal, name)
        self.reset.begin(Action.RESET_PASSCODE, device)
        assert self.reset.progress.step is Step.BEFORE_START
        return device

    async def to_browser(self, name: str) -> None:
        """Step 2, waiting."""
        self.begin(name)
        self.hands.signs_in = False
        self.page.before.sign_out.click()
        await until(lambda: self.reset.progress.link)

    async def to_confirm(self, name: str) -> None:
        """Step 3, asleep."""
        self.begin(name)
        self.page.before.sign_out.click()
        await until(lambda: self.reset.progress.step is Step.CONFIRM)
        await settle()

    async def to_waiting(self, name: str) -> None:
        """Sent."""
        await self.to_confirm(name)
        self.page.confirm.alarm.timeout.emit()
        self.page.confirm.go.click()
        await until(lambda: self.reset.progress.step is Step.FOLLOWING)
        await until(lambda: (f := self.followed) is not None and f.next_look_s is not None)

    async def to_result(self, name: str) -> OperationState:
        """Sent, and the device has answered."""
        await self.to_waiting(name)
        return await self.wait_for_result()

    async def wait_for_result(self, pause_s: float = 5.0) -> OperationState:
        """Look again and again, until it has ended."""
        for _ in range(80):
            await self.clock.advance(pause_s)
            for _ in range(20):
                await settle()
            if (followed := self.followed) is not None and not followed.state.is_open:
                return followed.state
        raise AssertionError("it never ended")

    async def to_end(self, name: str, reason: Closed) -> None:
        """Over at the last step, for that reason."""
        await self.to_confirm(name)
        self.gate.close(reason)
        self.page.confirm.alarm.timeout.emit()
        self.page.confirm.go.click()
        await until(lambda: self.reset.progress.step is Step.ENDED)
        assert self.reset.closed_because is reason
