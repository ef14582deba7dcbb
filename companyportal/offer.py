"""The answer of the rules for one action of one device."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.domain import Action
from companyportal.passcode_rules import ResetEffect
from companyportal.reasons import Reason

_WITHOUT_KEY = (Reason.IPHONE, Reason.ANDROID, Reason.WINDOWS_PHONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Whether a device offers an action, or the reason why not."""

    action: Action
    reason: Reason | None = None
    effect: ResetEffect | None = None
    """What a reset of the passcode does; none for other actions."""
    instead: Action | None = None
    """Another action that is offered and helps with the same trouble."""

    @property
    def is_offered(self) -> bool:
        """True where the person may ask for it."""
        return self.reason is None

    @property
    def is_hidden(self) -> bool:
        """True where the action is not even shown: the organisation does not use it, or the device
        has nothing of the kind, as a phone has no recovery key.
        """
        has_no_key = self.action is Action.RECOVERY_KEY and self.reason in _WITHOUT_KEY
        return has_no_key or self.reason is Reason.SWITCHED_OFF
