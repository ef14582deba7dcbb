"""The five-minute rule and time that passes without anybody doing anything."""

from __future__ import annotations

from datetime import timedelta

import pytest

from companyportal.gate import WINDOW_S, Closed, GateState
from tests.gate_samples import PLAN, VERBS, closed, gate_in
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

S = GateState


@pytest.fixture
def clock() -> VirtualClock:
    """Boot time 1000."""
    return VirtualClock()


@pytest.mark.parametrize("state", [S.AWAIT_BROWSER, S.VERIFY, S.OPEN])
def test_time_runs_out_by_itself(clock: VirtualClock, state: S) -> None:
    gate = gate_in(state, clock)
    clock.boot += gate.remaining_s
    assert gate.state is state
    assert gate.remaining_s == 0.0
    clock.boot += 0.001
    assert gate.closed_because is Closed.TIME_IS_UP
    assert (gate.state, gate.remaining_s, gate.plan) == (S.CLOSED, 0.0, None)


@pytest.mark.parametrize("state", [S.CONFIRM, S.SIGN_OUT, S.SENDING])
def test_where_nothing_is_at_stake_no_time_runs(clock: VirtualClock, state: S) -> None:
    gate = gate_in(state, clock)
    clock.boot += 10 * WINDOW_S
    assert gate.state is state


@pytest.mark.parametrize(("state", "verb"), [(S.AWAIT_BROWSER, "redeeming"), (S.VERIFY, "verify")])
def test_a_late_answer_is_refused_without_being_looked_at(
    clock: VirtualClock, state: S, verb: str
) -> None:
    gate = gate_in(state, clock)
    clock.boot += 300.001
    assert VERBS[verb](gate, clock) is False
    assert closed(gate) is Closed.TIME_IS_UP


@threat("T09")
@promise(3)
def test_ten_minutes_of_sleep_close_it(clock: VirtualClock) -> None:
    gate = gate_in(S.OPEN, clock)
    clock.boot += 600  # no timer ran, no signal came
    assert not gate.use(PLAN)


@threat("T08")
@promise(3)
@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
def test_the_wall_clock_decides_nothing(clock: VirtualClock, hours: int) -> None:
    for state in (S.AWAIT_BROWSER, S.VERIFY, S.OPEN):
        gate = gate_in(state, clock)
        left = gate.remaining_s
        clock.wall += timedelta(hours=hours)
        assert (gate.state, gate.remaining_s) == (state, left)
