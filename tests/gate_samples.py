"""Plans, sign-ins and gates in every state, for tests of the five-minute rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from companyportal.domain import Action, Person
from companyportal.gate import ActionPlan, Closed, Evidence, Gate, GateState, Use
from tests.virtual_clock import VirtualClock

MARIE = Person("11111111-1111-4111-8111-111111111111", "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
PAUL = MARIE._replace(user_id="bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")
PLAN = ActionPlan(
    action=Action.RESET_PASSCODE, device_id="device-1", serial_number="R58N1", person=MARIE
)
OTHER_PLANS = (
    replace(PLAN, action=Action.WIPE),
    replace(PLAN, device_id="device-2"),
    replace(PLAN, serial_number="R58N2"),
    replace(PLAN, person=PAUL),
    replace(PLAN, person=MARIE._replace(tenant_id=PAUL.user_id)),
)
IDP_AHEAD_S = 1_700_000_000 - 1_000
"""The identity provider's clock minus the boot clock."""


def evidence(
    *,
    opened: float,
    typed: float,
    sent: float | None = None,
    served: float | None = None,
    received: float,
    person: Person = MARIE,
) -> Evidence:
    """What an honest provider tells of a sign-in; all times are boot-clock seconds."""
    sent = received if sent is None else sent
    served = received if served is None else served
    return Evidence(
        person=person,
        auth_time=int(typed + IDP_AHEAD_S),
        served_at=int(served + IDP_AHEAD_S),
        boot_opened=opened,
        boot_sent=sent,
        boot_received=received,
    )


def fresh(clock: VirtualClock) -> Evidence:
    """The credentials were typed this very moment."""
    return evidence(opened=clock.boot, typed=clock.boot, received=clock.boot)


def gate_in(state: GateState, clock: VirtualClock) -> Gate:
    """A gate for PLAN that has just come into a state."""
    gate = Gate(clock)
    steps = (
        lambda: gate.ask(PLAN),
        gate.confirm,
        gate.signed_out,
        gate.redeeming,
        lambda: gate.verify(fresh(clock)),
        lambda: gate.use(PLAN),
    )
    for step in steps[: list(GateState).index(state)]:
        step()
    assert gate.state is state
    return gate


def spent(gate: Gate) -> Use:
    """With what a gate sends that came into that state unwatched; of no worth in another state."""
    return gate._spent or Use()


def closed(gate: Gate) -> Closed | None:
    """Why the gate is closed, or None while it is not."""
    return gate.closed_because if gate.state is GateState.CLOSED else None


VERBS: dict[str, Callable[[Gate, VirtualClock], object]] = {
    "confirm": lambda gate, clock: gate.confirm(),
    "signed_out": lambda gate, clock: gate.signed_out(),
    "redeeming": lambda gate, clock: gate.redeeming(),
    "verify": lambda gate, clock: gate.verify(fresh(clock)),
    "use": lambda gate, clock: gate.use(PLAN),
    "not_sent": lambda gate, clock: gate.not_sent(spent(gate)),
}
"""What may be said to a gate after it was asked, in the order of the one path."""
