"""The gate's very last question, between the spent use and the first byte."""

from __future__ import annotations

import pytest

from companyportal.gate import WINDOW_S, Closed, Gate, GateState, Use
from tests.gate_samples import PLAN, fresh, gate_in
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


def test_it_may_leave_once_the_use_is_spent() -> None:
    gate = gate_in(GateState.OPEN, VirtualClock())
    use = gate.use(PLAN)
    assert use
    assert gate.may_leave(use)
    assert not gate.may_leave(Use()), "a use of its own making"


@threat("T05")
@threat("T09")
@pytest.mark.parametrize(("late_s", "may"), [(0.0, True), (0.5, False), (7_200.0, False)])
def test_it_may_leave_as_long_as_the_window_lasts(late_s: float, may: bool) -> None:
    clock = VirtualClock()
    gate = gate_in(GateState.OPEN, clock)
    left_s = gate.remaining_s
    use = gate.use(PLAN)
    assert use
    clock.boot += left_s + late_s
    assert gate.may_leave(use) is may
    if not may:
        assert gate.closed_because is Closed.TIME_IS_UP
        assert not gate.not_sent(use)
        assert gate.state is GateState.CLOSED
    assert left_s <= WINDOW_S


def test_a_gate_closed_while_sending_lets_nothing_leave_and_gives_nothing_back() -> None:
    gate = gate_in(GateState.OPEN, VirtualClock())
    use = gate.use(PLAN)
    assert use
    gate.close(Closed.INTERRUPTED)
    assert not gate.may_leave(use)
    assert not gate.not_sent(use)
    assert gate.closed_because is Closed.INTERRUPTED


@pytest.mark.parametrize("state", [state for state in GateState if state is not GateState.SENDING])
def test_in_no_other_state_may_anything_leave(state: GateState) -> None:
    gate = gate_in(state, VirtualClock())
    assert not gate.may_leave(Use())
    assert gate.state is state


def opened_anew(gate: Gate, clock: VirtualClock) -> None:
    """The same person asks again, and signs in again, after the gate was closed."""
    gate.ask(PLAN)
    assert gate.confirm()
    assert gate.signed_out()
    assert gate.redeeming()
    assert gate.verify(fresh(clock))


@threat("T26")
@threat("T28")
def test_what_an_earlier_request_asks_and_answers_is_nothing_to_a_later_one() -> None:
    clock = VirtualClock()
    gate = gate_in(GateState.OPEN, clock)
    earlier = gate.use(PLAN)
    assert earlier
    gate.close(Closed.INTERRUPTED)
    opened_anew(gate, clock)
    for _ in range(2):
        later = gate.use(PLAN)
        assert later
        assert not gate.may_leave(earlier)
        assert not gate.not_sent(earlier), "no second use"
        gate.sent(earlier)
        assert gate.may_leave(later), "the gate has not closed"
        assert gate.not_sent(later)
        gate.sent(later)
        assert gate.state is GateState.OPEN, "nothing is being sent: nothing to note"
