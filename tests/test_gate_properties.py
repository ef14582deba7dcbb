"""Whatever happens in whatever order, nothing is sent without a fresh sign-in of the same person.

The machine below plays the world: people at a browser, an identity provider that tells the truth
about them, a network that takes its time, computers that sleep, wall clocks that jump, answers that
come late. It knows when the credentials were really typed, and checks each use against that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from companyportal.domain import Person
from companyportal.gate import (
    LEAST_LEFT_S,
    SKEW_S,
    SPARE_S,
    WINDOW_S,
    ActionPlan,
    Closed,
    Gate,
    GateState,
    Use,
)
from tests.gate_samples import MARIE, OTHER_PLANS, PAUL, PLAN, evidence
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

pytestmark = [pytest.mark.slow, promise(2), promise(3), threat("T05"), threat("T09")]


S = GateState
_SHORT = st.floats(0, 40)
_PLANS = st.sampled_from([PLAN, PLAN, PLAN, *OTHER_PLANS])


@dataclass
class Grant:
    """One sign-in that was accepted, as the world knows it."""

    plan: ActionPlan
    typed_at: float
    person: Person
    unanswered: int = 0
    sent: int = 0


class World(RuleBasedStateMachine):
    """Everything around one gate."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = VirtualClock()
        self.gate = Gate(self.clock)
        self.plan: ActionPlan | None = None
        self.asked_to_sign_in_at: float | None = None
        self.grant: Grant | None = None
        self.in_flight: list[tuple[Grant, Use]] = []

    # time

    @rule(seconds=st.one_of(_SHORT, st.sampled_from([59, 60, 239, 240, 290, 300, 310])))
    def time_passes(self, seconds: float) -> None:
        """Awake or asleep: the boot clock counts both."""
        self.clock.boot += seconds

    @rule(hours=st.integers(-48, 48))
    def the_wall_clock_jumps(self, hours: int) -> None:
        """By the person, by NTP, by the time zone: it changes nothing at all."""
        before = self.gate.state, self.gate.remaining_s
        self.clock.wall += timedelta(hours=hours)
        assert (self.gate.state, self.gate.remaining_s) == before

    # the person and the program

    def ask(self, plan: ActionPlan) -> None:
        """The person chooses a device, in whatever state."""
        self.gate.ask(plan)
        self.plan, self.asked_to_sign_in_at, self.grant = plan, None, None

    @rule(verb=st.sampled_from(["confirm", "signed_out", "redeeming"]))
    def a_step(self, verb: str) -> None:
        """In order or not."""
        if getattr(self.gate, verb)() and verb == "signed_out":
            self.asked_to_sign_in_at = self.clock.boot

    @rule(plan=_PLANS, verbs=st.integers(0, 3))
    def ask_and_go_on(self, plan: ActionPlan, verbs: int) -> None:
        """Some of the way to the browser."""
        self.ask(plan)
        for verb in ("confirm", "signed_out", "redeeming")[:verbs]:
            self.a_step(verb)

    @rule(typing_s=_SHORT, ways=st.tuples(_SHORT, _SHORT))
    def everything_goes_well(self, typing_s: float, ways: tuple[float, float]) -> None:
        """From the first box to the open gate, so that most runs come far."""
        self.ask_and_go_on(PLAN, 3)
        self.clock.boot += typing_s
        self.somebody_signed_in(typed_ago=typing_s / 2, opened="then", ways=ways, person=MARIE)
        assert self.gate.state is S.OPEN

    # the identity provider

    @rule(
        waited_s=st.one_of(_SHORT, st.sampled_from([60, 235, 250, 290])),
        typed_ago=st.one_of(_SHORT, st.sampled_from([6, 30, 200, 240, 260, 290])),
        opened=st.sampled_from(["then", "then", "now", "before"]),
        ways=st.tuples(_SHORT, _SHORT),
        person=st.sampled_from([MARIE, MARIE, MARIE, PAUL]),
    )
    def somebody_comes_back(
        self,
        waited_s: float,
        typed_ago: float,
        opened: str,
        ways: tuple[float, float],
        person: Person,
    ) -> None:
        """From the first box to a sign-in of any kind."""
        self.ask_and_go_on(PLAN, 2)
        self.clock.boot += waited_s
        self.a_step("redeeming")
        self.somebody_signed_in(typed_ago=typed_ago, opened=opened, ways=ways, person=person)

    @precondition(lambda self: self.asked_to_sign_in_at is not None)
    @rule(
        typed_ago=st.one_of(_SHORT, st.sampled_from([0, 6, 30, 200, 235, 239, 240, 299, 420])),
        opened=st.sampled_from(["then", "then", "now", "before"]),
        ways=st.tuples(_SHORT, _SHORT),
        person=st.sampled_from([MARIE, MARIE, MARIE, PAUL]),
    )
    def somebody_signed_in(
        self, typed_ago: float, opened: str, ways: tuple[float, float], person: Person
    ) -> None:
        """An honest sign-in is presented; perhaps an old one, another flow's or another person's.

        ``typed_ago`` counts back from the moment when the tokens were asked for; the flow was
        opened when the person was asked to sign in, only now, or long before.
        """
        assert self.asked_to_sign_in_at is not None
        state, plan = self.gate.state, self.plan
        asked = self.clock.boot
        flow = {"then": self.asked_to_sign_in_at, "now": asked, "before": asked - 500}
        served = asked + ways[0]
        self.clock.boot = served + ways[1]
        accepted = self.gate.verify(
            evidence(
                opened=flow[opened],
                typed=asked - typed_ago,
                sent=asked,
                served=served,
                received=self.clock.boot,
                person=person,
            )
        )
        if not accepted:
            return
        assert state is S.VERIFY
        assert plan is not None
        assert person == plan.person
        # A slow answer may hide so much of the time before.
        assert asked - typed_ago >= self.asked_to_sign_in_at - SKEW_S - 1 - ways[1]
        assert self.clock.boot - (asked - typed_ago) <= WINDOW_S - LEAST_LEFT_S
        self.grant = Grant(plan, asked - typed_ago, person)

    # sending

    @rule(other=st.one_of(st.none(), st.none(), _PLANS))
    def use(self, other: ActionPlan | None) -> None:
        """The second box: may it be sent?"""
        plan = other or self.plan or PLAN
        was_open = self.gate.state is S.OPEN
        use = self.gate.use(plan)
        if use is None:
            return
        assert was_open
        grant = self.grant
        assert grant is not None
        assert plan == grant.plan == self.plan
        assert grant.person == plan.person
        assert self.clock.boot - grant.typed_at <= WINDOW_S - SPARE_S
        grant.unanswered += 1
        self.in_flight.append((grant, use))

    @precondition(lambda self: bool(self.in_flight))
    @rule(data=st.data(), left=st.booleans())
    def an_answer_comes(self, data: st.DataObject, left: bool) -> None:
        """To any request that is under way, also one that the gate has forgotten."""
        grant, use = self.in_flight.pop(data.draw(st.integers(0, len(self.in_flight) - 1)))
        grant.unanswered -= 1
        before, is_its_own = self.gate.state, self.gate.is_sending(use)
        if left:
            grant.sent += 1
            self.gate.sent(use)
        else:
            self.gate.not_sent(use)
        assert is_its_own or self.gate.state is before
        assert not is_its_own or grant is self.grant

    @rule(reason=st.sampled_from(Closed))
    def close(self, reason: Closed) -> None:
        """Lock, suspend, cancel, end of the session: at once, from every state."""
        self.gate.close(reason)
        assert self.gate.state is S.CLOSED
        assert not self.gate.use(PLAN)

    # what always holds

    @invariant()
    def at_most_one_request_a_grant(self) -> None:
        """Whatever was used was not sent before, or nobody knows yet: then there is only one."""
        in_flight = [grant for grant, _ in self.in_flight]
        grants = [*in_flight, *([self.grant] if self.grant else [])]
        assert all(grant.sent + grant.unanswered <= 1 for grant in grants)

    @invariant()
    def an_open_gate_is_a_young_one(self) -> None:
        """What the person is told is what the guard will say."""
        if self.gate.state is S.OPEN:
            assert self.grant is not None
            age = self.clock.boot - self.grant.typed_at
            assert age <= WINDOW_S
            assert self.gate.remaining_s <= WINDOW_S - age
            assert self.gate.plan == self.grant.plan
        else:
            assert self.gate.remaining_s <= WINDOW_S

    @invariant()
    def a_closed_gate_knows_nothing(self) -> None:
        """Neither plan nor grant are kept."""
        if self.gate.state is S.CLOSED:
            assert self.gate.plan is None
            assert not any(
                value for name, value in vars(self.gate).items()
                if name in ("_plan", "_opened_at", "_age_at_sent", "_boot_sent", "_spent")
            )  # fmt: skip


TestWorld = World.TestCase
TestWorld.settings = settings(max_examples=300, stateful_step_count=30, deadline=None)
