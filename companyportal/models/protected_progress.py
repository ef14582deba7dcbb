"""How far a protected action has come, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from companyportal.domain import Account, Action, Device
from companyportal.errors import PortalError
from companyportal.records import Operation


class Step(Enum):
    """What the page shows."""

    NONE = auto()
    """Nothing is under way."""
    BEFORE_START = auto()
    SIGNING_OUT = auto()
    SIGN_IN_AGAIN = auto()
    """The browser is open and the five minutes run."""
    CHECKING = auto()
    CONFIRM = auto()
    SENDING = auto()
    FOLLOWING = auto()
    """Sent, or perhaps sent: the follow-up knows the rest."""
    ENDED = auto()
    """Over without anything sent; the gate's reason and ``error`` say why."""

    @property
    def awaits_sign_in(self) -> bool:
        """True from the sign-out until the person is back: only that sign-in counts."""
        return self in (Step.SIGNING_OUT, Step.SIGN_IN_AGAIN, Step.CHECKING)

    @property
    def is_busy(self) -> bool:
        """True while something is under way that a page should not be left for unawares."""
        return self in (Step.SIGNING_OUT, Step.SIGN_IN_AGAIN, Step.CHECKING, Step.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedProgress:
    """The protected action that is under way, or the one that has just ended."""

    step: Step = Step.NONE
    action: Action = Action.RESET_PASSCODE
    device: Device | None = None
    account: Account | None = None
    """The person who asked; only this person may go on."""
    link: str = ""
    """The address of the sign-in page while the browser is awaited, else empty."""
    operation: Operation | None = None
    """What was written down at the confirming click; None until then: nothing leaves before."""
    error: PortalError | None = None
    """The facts behind an end, or behind an attempt that can be repeated at CONFIRM."""
