"""The gate's very last question, between the spent use and the first byte."""

from __future__ import annotations

import pytest

from companyportal.gate import WINDOW_S, Closed, Gate, GateState
from tests.gate_samples import PLAN, fresh, gate_in
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


def test_it_may_leave_once_the_use_is_spent() -> None:
    clock = VirtualClock()
    gate = gate_in(GateState.OPEN, clock)
    assert not gate.may_leave()
    assert gate.use(PLAN)
    assert gate.may_leave()


@threat("T05")
@threat("T09")
@pytest.mark.parametrize(("late_s", "may"), [(0.0, True), (0.5, False), (7_200.0, False)])
def test_it_may_leave_as_long_as_the_window_lasts(late_s: float, may: bool) -> None:
    clock = VirtualClock()
    gate = gate_in(GateState.OPEN, clock)
    left_s = gate.remaining_s
    assert gate.use(PLAN)
    clock.boot += left_s + late_s
    assert gate.may_leave() is may
    if not may:
        assert gate.closed_because is Closed.TIME_IS_UP
        assert not gate.not_sent()
        assert gate.state is GateState.CLOSED
    assert left_s <= WINDOW_S


def test_a_gate_closed_while_sending_lets_nothing_leave_and_gives_nothing_back() -> None:
    clock = VirtualClock()
    gate = gate_in(GateState.OPEN, clock)
    assert gate.use(PLAN)
    gate.close(Closed.INTERRUPTED)
    assert not gate.may_leave()
    assert not gate.not_sent()
    assert gate.closed_because is Closed.INTERRUPTED


@pytest.mark.parametrize("state", [state for state in GateState if state is not GateState.SENDING])
def test_in_no_other_state_may_anything_leave(state: GateState) -> None:
    clock = VirtualClock()
    gate = gate_in(state, clock)
    assert not gate.may_leave()
    assert gate.state is state


def opened_anew(gate: Gate, clock: VirtualClock) -> None:
    """The same person asks again, and signs in again, after the gate was closed."""
    gate.ask(PLAN)
    assert gate.confirm()
    assert gate.signed_out()
    assert gate.redeeming()
    assert gate.verify(fresh(clock))
    assert gate.use(PLAN)


def test_a_request_that_was_sent_is_no_longer_under_way() -> None:
    clock = VirtualClock()
    gate = gate_in(GateState.SENDING, clock)
    gate.sent()
    opened_anew(gate, clock)
    assert gate.not_sent(), "only this one was under way"
    gate.sent()
    assert gate.state is GateState.OPEN, "nothing was being sent: nothing to note"
    assert gate.use(PLAN)
    assert gate.not_sent()


def test_a_gate_that_is_open_takes_no_word_of_sending() -> None:
    gate = gate_in(GateState.OPEN, VirtualClock())
    gate.sent()
    assert not gate.not_sent()
    assert gate.state is GateState.OPEN
