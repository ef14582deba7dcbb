"""What can be read of the one protected action that is under way.

Its verbs are in ``protected_action.py``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from companyportal.capabilities import Offer
from companyportal.gate import Closed, Gate
from companyportal.models.eligibility import Eligibility
from companyportal.models.protected_progress import ProtectedProgress, Step
from companyportal.records import Operation

if TYPE_CHECKING:
    from companyportal.auth.session import Session


class ProtectedState(QObject):
    """Its progress, and what the gate and the session say about it.

    Signals:
        changed(): ``progress``, ``remaining_s`` or ``closed_because`` may read differently now.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        gate: Gate,
        session: Session,
        eligibility: Eligibility,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gate = gate
        self._session = session
        self._eligibility = eligibility
        self._progress = ProtectedProgress()

    @property
    def progress(self) -> ProtectedProgress:
        """How far it has come."""
        return self._progress

    @property
    def offer(self) -> Offer | None:
        """What it would do to its device, or why there is none; None without a device."""
        device, action = self._progress.device, self._progress.action
        return self._eligibility.offer(action, device) if device else None

    @property
    def can_begin_again(self) -> bool:
        """True where it could begin once more, on the same device."""
        p, account = self._progress, self._session.account
        if p.device is None or account is None:
            return False
        return self._eligibility.allows(p.action, p.device, account.person)

    @property
    def remaining_s(self) -> float:
        """Seconds left of the five minutes; 0.0 where none run."""
        return self._gate.remaining_s

    @property
    def closed_because(self) -> Closed:
        """Why it ended without anything sent."""
        return self._gate.closed_because

    def _is_sending(self, operation: Operation | None) -> bool:
        """False where the session ended in the middle of it: nobody here waits for the answer, and
        what is being sent by now is perhaps another request.
        """
        p = self._progress
        return p.step is Step.SENDING and p.operation == operation

    def _go(self, step: Step, **facts: Any) -> None:
        self._progress = replace(self._progress, step=step, **facts)
        self.changed.emit()

    def _empty(self) -> None:
        self._gate.close(Closed.CANCELLED)
        self._progress = ProtectedProgress()
        self.changed.emit()
