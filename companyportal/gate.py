"""The five-minute rule: nothing destructive without a fresh sign-in of the same person.

A pure state machine over an injected clock. It sends nothing, signs nobody in and keeps nothing on
disk; it only says what may happen next. Whoever drives it (``models/protected_action.py``) asks
before every step, and the last question, ``use``, can be answered yes only once.

Time is measured with the boot clock, and the age of the authentication with the identity
provider's own ``Date``, never with the wall clock, ``iat`` or the expiry of a token. All doubts
close the gate.

Source: OpenID Connect Core 1.0, 2 (auth_time) and 3.1.2.1 (prompt, max_age);
https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NoReturn

from companyportal.clock import Clock
from companyportal.domain import Action, Person

WINDOW_S = 300.0
"""A sign-in counts for so long after the credentials were typed; no setting can lengthen it."""
LEAST_LEFT_S = 60.0
"""Less than this left after signing in is not worth opening: the person starts again."""
SPARE_S = 5.0
"""So much must be left when the request is sent, for the way to the service."""
SKEW_S = 5
"""How far the identity provider's clocks may be apart from each other."""
CLOCK_RESOLUTION_S = 1.0
"""``Date`` and ``auth_time`` count whole seconds."""


class GateState(StrEnum):
    """Where a request for a protected action stands."""

    CLOSED = "closed"
    CONFIRM = "confirm"
    """The person reads what will happen; nothing has been done."""
    SIGN_OUT = "signOut"
    AWAIT_BROWSER = "awaitBrowser"
    VERIFY = "verify"
    """The browser came back; the sign-in is being redeemed and checked."""
    OPEN = "open"
    SENDING = "sending"


class Closed(StrEnum):
    """Why the gate closed; the view chooses the words."""

    NEVER_OPENED = "neverOpened"
    CANCELLED = "cancelled"
    SIGN_OUT_FAILED = "signOutFailed"
    SIGN_IN_FAILED = "signInFailed"
    TIME_IS_UP = "timeIsUp"
    OTHER_PERSON = "otherPerson"
    NOT_FRESH = "notFresh"
    INVALID = "invalid"
    TOO_SLOW = "tooSlow"
    """Signed in well, but too late to be useful."""
    DEVICE_CHANGED = "deviceChanged"
    DEVICE_GONE = "deviceGone"
    MISMATCH = "mismatch"
    """Asked for something else than was confirmed: a fault in this program."""
    INTERRUPTED = "interrupted"
    """The computer was locked or suspended, or its clock was moved."""
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """Exactly what was confirmed, for whom and on which device; it never changes."""

    action: Action
    device_id: str
    serial_number: str
    person: Person

    @property
    def digest(self) -> str:
        """SHA-256 of the plan's canonical JSON, hex."""
        text = json.dumps(
            [self.action, self.device_id, self.serial_number, *self.person],
            separators=(",", ":"),
        )
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one interactive sign-in proved, after its ID token was validated.

    ``boot_*`` are boot-clock seconds, the other two are seconds since 1970.
    """

    person: Person
    auth_time: int
    """When the person typed their credentials, as the identity provider says."""
    served_at: int
    """The ``Date`` of the token response: the same provider's clock at redemption."""
    boot_opened: float
    """When this flow was opened, before the browser was."""
    boot_sent: float
    """Just before the token request, so that every error is on the safe side."""
    boot_received: float


class Use:
    """The one use of an open gate, spent: whoever sends with it asks and answers with it, so that
    the late answer of an earlier request is never taken for this one's.
    """

    __slots__ = ()


class Gate:
    """One request at a time: ask, confirm, sign out, sign in again, use once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._state = GateState.CLOSED
        self._closed_because = Closed.NEVER_OPENED
        self._plan: ActionPlan | None = None
        self._opened_at: float | None = None
        self._age_at_sent: float | None = None
        self._boot_sent = 0.0
        self._spent: Use | None = None

    @property
    def state(self) -> GateState:
        """Where the request stands now; never OPEN or AWAIT_BROWSER when the time is up."""
        self._expire()
        return self._state

    @property
    def closed_because(self) -> Closed:
        """Why it closed the last time."""
        self._expire()
        return self._closed_because

    @property
    def plan(self) -> ActionPlan | None:
        """What is being asked for, while the gate is not closed."""
        return self._plan

    @property
    def remaining_s(self) -> float:
        """Seconds left of the present window; 0.0 where none runs."""
        self._expire()
        return self._left() or 0.0

    def ask(self, plan: ActionPlan) -> None:
        """Begin: the person wants ``plan``. Whatever was open before is forgotten."""
        self._forget()
        self._plan = plan
        self._state = GateState.CONFIRM

    def confirm(self) -> bool:
        """The person has read what will happen and wants to sign out."""
        return self._step(GateState.CONFIRM, GateState.SIGN_OUT)

    def signed_out(self) -> bool:
        """Every account is gone, checked by reading again: the five minutes begin."""
        if not self._step(GateState.SIGN_OUT, GateState.AWAIT_BROWSER):
            return False
        self._opened_at = self._clock.boot_s()
        return True

    def redeeming(self) -> bool:
        """The browser came back; from now on no second answer counts."""
        self._expire()
        return self._step(GateState.AWAIT_BROWSER, GateState.VERIFY)

    def verify(self, evidence: Evidence) -> bool:
        """Open for the person who asked, if they have just authenticated; else close and say why.

        ``closed_because`` is then OTHER_PERSON, NOT_FRESH, TIME_IS_UP or TOO_SLOW.
        """
        self._expire()
        if self._state is not GateState.VERIFY:
            return False
        assert self._plan is not None
        if evidence.person != self._plan.person:
            return self._refuse(Closed.OTHER_PERSON)
        if not self._is_of_this_flow(evidence):
            return self._refuse(Closed.NOT_FRESH)
        age = evidence.served_at - evidence.auth_time
        self._age_at_sent = max(0.0, age) + CLOCK_RESOLUTION_S
        self._boot_sent = evidence.boot_sent
        left = WINDOW_S - self._age()
        if left <= 0:
            return self._refuse(Closed.TIME_IS_UP)
        if left < LEAST_LEFT_S:
            return self._refuse(Closed.TOO_SLOW)
        self._state = GateState.OPEN
        return True

    def use(self, plan: ActionPlan) -> Use | None:
        """Spend the one use, for exactly ``plan``; without what comes back nothing may be sent."""
        self._expire()
        if self._state is not GateState.OPEN:
            return None
        if self._plan is None or plan.digest != self._plan.digest:
            self.close(Closed.MISMATCH)
        elif self._age() > WINDOW_S - SPARE_S:
            self.close(Closed.TIME_IS_UP)
        else:
            self._spent = Use()
            self._state = GateState.SENDING
        return self._spent

    def is_sending(self, use: Use) -> bool:
        """Whether what is being sent now is sent with that use, and not with a later one."""
        return self._state is GateState.SENDING and use is self._spent

    def may_leave(self, use: Use) -> bool:
        """The last question, just before the first byte: is the use still good at this moment?

        Between ``use`` and the first byte lie a token, a connection and perhaps a night's sleep.
        """
        if self.is_sending(use) and self._age() > WINDOW_S:
            self.close(Closed.TIME_IS_UP)
        return self.is_sending(use)

    def not_sent(self, use: Use) -> bool:
        """Nothing left the computer: the use comes back, if there is time left."""
        if not self.is_sending(use):
            return False
        self._state = GateState.OPEN
        self._spent = None
        self._expire()
        return self._state is GateState.OPEN

    def sent(self, use: Use) -> None:
        """Something left the computer, whatever became of it."""
        if self.is_sending(use):
            self.close(Closed.SENT)

    def __reduce__(self) -> NoReturn:
        """A grant lives in one process and in one place: neither saved nor copied."""
        raise TypeError("a gate is never serialised")

    def close(self, reason: Closed) -> None:
        """Forget everything; always possible."""
        if self._state is not GateState.CLOSED:
            self._forget()
            self._closed_because = reason

    def _step(self, expected: GateState, following: GateState) -> bool:
        if self._state is not expected:
            return False
        self._state = following
        return True

    def _refuse(self, reason: Closed) -> bool:
        self.close(reason)
        return False

    def _is_of_this_flow(self, evidence: Evidence) -> bool:
        """The credentials were typed after this gate asked for them; no time is out of order."""
        assert self._opened_at is not None
        times = (evidence.boot_opened, evidence.boot_sent, evidence.boot_received)
        # Written so that what is no number fails, too.
        order = pairwise((self._opened_at, *times, self._clock.boot_s()))
        in_order = all(earlier <= later for earlier, later in order)
        age = evidence.served_at - evidence.auth_time
        in_flow = evidence.boot_received - evidence.boot_opened
        return in_order and -SKEW_S <= age <= in_flow + SKEW_S

    def _age(self) -> float:
        """Seconds since the credentials were typed, rounded up."""
        assert self._age_at_sent is not None
        return self._age_at_sent + (self._clock.boot_s() - self._boot_sent)

    def _left(self) -> float | None:
        """Seconds, below zero when the time is up; None where none runs."""
        if self._state in (GateState.AWAIT_BROWSER, GateState.VERIFY):
            assert self._opened_at is not None
            return WINDOW_S - (self._clock.boot_s() - self._opened_at)
        return WINDOW_S - self._age() if self._state is GateState.OPEN else None

    def _expire(self) -> None:
        left = self._left()
        if left is not None and left < 0:
            self.close(Closed.TIME_IS_UP)

    def _forget(self) -> None:
        self._state = GateState.CLOSED
        self._plan = None
        self._opened_at = None
        self._age_at_sent = None
        self._boot_sent = 0.0
        self._spent = None
