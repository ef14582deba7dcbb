"""The five-minute rule by examples: its limits, its refusals, and every verb in every state."""

from __future__ import annotations

import copy
import math
import pickle
from dataclasses import replace

import pytest

from companyportal.gate import ActionPlan, Closed, Evidence, Gate, GateState
from tests.gate_samples import (
    MARIE,
    OTHER_PLANS,
    PAUL,
    PLAN,
    VERBS,
    closed,
    evidence,
    fresh,
    gate_in,
    spent,
)
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

S = GateState


@pytest.fixture
def clock() -> VirtualClock:
    """Boot time 1000."""
    return VirtualClock()


_STEPS = {
    (S.CONFIRM, "confirm"): S.SIGN_OUT,
    (S.SIGN_OUT, "signed_out"): S.AWAIT_BROWSER,
    (S.AWAIT_BROWSER, "redeeming"): S.VERIFY,
    (S.VERIFY, "verify"): S.OPEN,
    (S.OPEN, "use"): S.SENDING,
    (S.SENDING, "not_sent"): S.OPEN,
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", list(S))
def test_each_verb_works_in_one_state_alone(clock: VirtualClock, state: S, verb: str) -> None:
    gate = gate_in(state, clock)
    following = _STEPS.get((state, verb))
    assert bool(VERBS[verb](gate, clock)) is (following is not None)
    assert gate.state is (following or state)
    assert (gate.plan is None) is (gate.state is S.CLOSED)


@pytest.mark.parametrize("second", VERBS)
@pytest.mark.parametrize("first", VERBS)
@pytest.mark.parametrize("state", list(S))
def test_no_two_verbs_leave_the_one_path(
    clock: VirtualClock, state: S, first: str, second: str
) -> None:
    gate = gate_in(state, clock)
    for verb in (first, second):
        state = _STEPS.get((state, verb), state)
        VERBS[verb](gate, clock)
        assert gate.state is state


@pytest.mark.parametrize("state", list(S))
def test_asking_anew_forgets_what_was(clock: VirtualClock, state: S) -> None:
    gate = gate_in(state, clock)
    gate.ask(OTHER_PLANS[1])
    assert (gate.state, gate.plan) == (S.CONFIRM, OTHER_PLANS[1])
    assert gate.remaining_s == 0.0
    assert not gate.use(PLAN)


@pytest.mark.parametrize("state", list(S))
def test_closing_works_in_every_state(clock: VirtualClock, state: S) -> None:
    gate = gate_in(state, clock)
    gate.close(Closed.INTERRUPTED)
    reason = Closed.NEVER_OPENED if state is S.CLOSED else Closed.INTERRUPTED
    assert (gate.state, gate.closed_because, gate.plan) == (S.CLOSED, reason, None)
    gate.close(Closed.CANCELLED)
    assert gate.closed_because is reason


@pytest.mark.parametrize("state", list(S))
def test_only_what_is_being_sent_can_have_been_sent(clock: VirtualClock, state: S) -> None:
    gate = gate_in(state, clock)
    gate.sent(spent(gate))
    if state is S.SENDING:
        assert closed(gate) is Closed.SENT
    else:
        assert gate.state is state


def verified_at(clock: VirtualClock, age: float) -> Gate:
    """Marie typed her credentials at once, and the sign-in is redeemed so much later."""
    gate = gate_in(S.AWAIT_BROWSER, clock)
    typed = clock.boot
    clock.boot += min(age, 299.0)
    gate.redeeming()
    clock.boot = typed + age
    gate.verify(evidence(opened=typed, typed=typed, received=clock.boot))
    return gate


@threat("T05")
@promise(2)
@pytest.mark.parametrize(
    ("age", "reason"),
    [
        (0, None),
        (239, None),
        (240, Closed.TOO_SLOW),
        (298, Closed.TOO_SLOW),
        *((age, Closed.TIME_IS_UP) for age in (299, 300, 301, 419, 420, 421)),
    ],
)
def test_the_age_of_the_sign_in_at_redemption(
    clock: VirtualClock, age: float, reason: Closed | None
) -> None:
    assert closed(verified_at(clock, age)) is reason


@threat("T05")
@promise(2)
@pytest.mark.parametrize(
    ("age", "may_send"),
    [(0, True), (294, True), *((age, False) for age in (294.5, 299, 300, 301, 419, 420, 421))],
)
def test_the_age_of_the_sign_in_at_use(clock: VirtualClock, age: float, may_send: bool) -> None:
    gate = gate_in(S.OPEN, clock)
    clock.boot += age
    assert bool(gate.use(PLAN)) is may_send
    assert closed(gate) is (None if may_send else Closed.TIME_IS_UP)


@threat("T06")
@pytest.mark.parametrize("age", [6, 30, 299, 300, 301, 419, 420, 421, 86_400])
def test_a_cookie_that_answers_silently_is_no_sign_in(clock: VirtualClock, age: float) -> None:
    gate = gate_in(S.VERIFY, clock)
    stale = evidence(opened=clock.boot, typed=clock.boot - age, received=clock.boot)
    assert not gate.verify(stale)
    assert closed(gate) is Closed.NOT_FRESH


@pytest.mark.parametrize(
    ("ahead", "reason"), [(5, None), (6, Closed.NOT_FRESH), (97_200, Closed.NOT_FRESH)]
)
def test_a_sign_in_from_the_future_is_refused(
    clock: VirtualClock, ahead: int, reason: Closed | None
) -> None:
    gate = gate_in(S.VERIFY, clock)
    gate.verify(evidence(opened=clock.boot, typed=clock.boot + ahead, received=clock.boot))
    assert closed(gate) is reason
    assert gate.remaining_s == (299.0 if reason is None else 0.0)


def test_a_slow_second_factor_eats_its_time(clock: VirtualClock) -> None:
    gate = gate_in(S.AWAIT_BROWSER, clock)
    start = clock.boot
    clock.boot += 121  # the second factor was done at 100
    gate.redeeming()
    assert gate.verify(evidence(opened=start, typed=start + 20, received=start + 121))
    clock.boot = start + 130
    assert gate.remaining_s == 189.0


def test_the_way_of_the_token_request_counts_against_the_person(clock: VirtualClock) -> None:
    gate = gate_in(S.AWAIT_BROWSER, clock)
    start = clock.boot
    gate.redeeming()
    clock.boot += 40
    assert gate.verify(
        evidence(opened=start, typed=start, sent=start + 10, served=start + 30, received=clock.boot)
    )
    assert gate.remaining_s == 300 - (30 + 1 + 30)


@threat("T04")
@promise(2)
@pytest.mark.parametrize("person", [PAUL, MARIE._replace(tenant_id=PAUL.user_id)])
def test_another_person_closes_it_even_when_stale(clock: VirtualClock, person: object) -> None:
    for typed in (clock.boot, clock.boot - 500):
        gate = gate_in(S.VERIFY, clock)
        proof = evidence(opened=clock.boot, typed=typed, received=clock.boot)
        assert not gate.verify(replace(proof, person=person))  # type: ignore[arg-type]
        assert closed(gate) is Closed.OTHER_PERSON
        assert not gate.use(PLAN)


@pytest.mark.parametrize(
    "change",
    [
        {"boot_opened": 999.0},
        {"boot_opened": math.nan},
        {"boot_sent": math.nan},
        {"boot_received": math.nan},
        {"boot_opened": 1_001.0},
        {"boot_sent": 999.0},
        {"boot_sent": 1_000.5},
        {"boot_received": 999.5},
        {"boot_received": 1_900.0},
        {"boot_sent": math.inf, "boot_received": math.inf},
    ],
)
def test_times_out_of_order_are_no_proof(clock: VirtualClock, change: dict[str, float]) -> None:
    gate = gate_in(S.VERIFY, clock)
    proof: Evidence = replace(fresh(clock), **change)  # type: ignore[arg-type]
    assert not gate.verify(proof)
    assert closed(gate) is Closed.NOT_FRESH


@threat("T27")
@promise(2)
@pytest.mark.parametrize("plan", OTHER_PLANS)
def test_something_else_than_was_confirmed_closes_it(clock: VirtualClock, plan: ActionPlan) -> None:
    assert plan.digest != PLAN.digest
    gate = gate_in(S.OPEN, clock)
    assert not gate.use(plan)
    assert closed(gate) is Closed.MISMATCH
    assert not gate.use(PLAN)


@threat("T28")
@promise(4)
def test_one_sign_in_is_used_once(clock: VirtualClock) -> None:
    gate = gate_in(S.OPEN, clock)
    use = gate.use(replace(PLAN))
    assert use
    assert not gate.use(PLAN)
    gate.sent(use)
    assert not gate.use(PLAN)
    assert closed(gate) is Closed.SENT


def test_what_was_not_sent_may_be_sent_while_there_is_time(clock: VirtualClock) -> None:
    gate = gate_in(S.OPEN, clock)
    for _ in range(3):
        clock.boot += 90
        use = gate.use(PLAN)
        assert use
        assert gate.not_sent(use)
        assert not gate.not_sent(use), "once"
    assert gate.remaining_s == 29.0
    use = gate.use(PLAN)
    assert use
    clock.boot += 30
    assert not gate.not_sent(use)
    assert closed(gate) is Closed.TIME_IS_UP


def test_a_gate_is_neither_saved_nor_copied(clock: VirtualClock) -> None:
    gate = gate_in(S.OPEN, clock)
    for duplicate in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="never serialised"):
            duplicate(gate)
