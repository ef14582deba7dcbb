"""Which device offers which action: the table of the sources, and what holds for all of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.blocked_action import BlockedAction, blocked_action
from companyportal.capabilities import Reason, Rules, offer
from companyportal.domain import Action, Device, EnrollmentKind, Ownership, Platform
from companyportal.rename_way import RenameWay
from tests.action_rules import CELLS, OF_THE_TABLE, Cell
from tests.device_samples import ACTIONS, IPHONE, OWN_PC, PC

devices = st.builds(
    Device,
    device_id=st.just("1"),
    name=st.just("x"),
    platform=st.sampled_from(Platform),
    enrollment=st.sampled_from(EnrollmentKind),
    ownership=st.sampled_from(Ownership),
    os_version=st.sampled_from(["", "6.0", "8.1", "14", "17.5", "10.0.22631"]),
    management_state=st.sampled_from(["managed", "wipeFailed", "retirePending", "odd", ""]),
    entra_id=st.sampled_from(["", "00000000-0000-0000-0000-000000000000", PC.entra_id]),
    open_actions=st.frozensets(st.sampled_from(ACTIONS), max_size=3),
)
rule_sets = st.builds(
    Rules,
    is_locked_down=st.booleans(),
    is_read_only=st.booleans(),
    rename=st.sampled_from(RenameWay),
    reads_keys=st.booleans(),
    uses_beta=st.booleans(),
    wipes_macs=st.booleans(),
    blocked=st.frozensets(
        st.builds(
            blocked_action,
            st.sampled_from(["iOS", "windows10AndLater", "macOS", "odd"]),
            st.sampled_from(["company", "personal", "unknown"]),
            st.sampled_from(["remove", "reset", "unknown"]),
        ),
        max_size=2,
    ),
)


@pytest.mark.parametrize("action", OF_THE_TABLE)
def test_each_kind_of_device_answers_as_the_sources_say(action: Action) -> None:
    cells = [cell for cell in CELLS if cell.action is action]
    answers = [cell._replace(expected=_answer(cell)) for cell in cells]
    assert answers == cells


def _answer(cell: Cell) -> Reason | None:
    device = replace(
        PC, platform=cell.platform, enrollment=cell.enrollment, ownership=cell.ownership
    )
    answer = offer(cell.action, device)
    assert answer.is_offered is (answer.reason is None)
    return answer.reason


def test_what_has_no_line_in_the_table_is_never_offered() -> None:
    known = {(cell.platform, cell.enrollment) for cell in CELLS}
    others = [pair for pair in product(Platform, EnrollmentKind) if pair not in known]
    offered = [
        (platform, enrollment, action)
        for platform, enrollment in others
        for action in ACTIONS
        if offer(action, replace(PC, platform=platform, enrollment=enrollment)).is_offered
    ]
    assert offered == []
    assert len(others) > 150


def test_a_device_of_an_enrollment_manager_says_so_and_offers_nothing() -> None:
    manager = EnrollmentKind.DEVICE_ENROLLMENT_MANAGER
    devices = [replace(PC, platform=cell.platform, enrollment=manager) for cell in CELLS]
    told = {offer(action, device).reason for action in OF_THE_TABLE for device in devices}
    assert told == {Reason.ENROLLMENT_MANAGER}


def test_every_reason_is_told_somewhere() -> None:
    versions = ("", "6.0", "14")
    kinds = product(Platform, EnrollmentKind, Ownership, versions, ["managed", "discovered", "odd"])
    bare = [
        replace(
            PC,
            platform=platform,
            enrollment=enrollment,
            ownership=ownership,
            os_version=version,
            management_state=state,
            entra_id="",
        )
        for platform, enrollment, ownership, version, state in kinds
    ]
    told = {offer(action, device).reason for device in bare for action in ACTIONS}
    waiting = replace(IPHONE, open_actions=frozenset({Action.SYNC, Action.RESET_PASSCODE}))
    told |= {offer(Action.RESET_PASSCODE, waiting).reason}
    told |= {offer(Action.SYNC, replace(IPHONE, open_actions=frozenset({Action.WIPE}))).reason}
    told |= {offer(Action.WIPE, IPHONE, Rules(is_locked_down=True)).reason}
    told |= {offer(Action.WIPE, IPHONE, Rules(is_read_only=True)).reason}
    told |= {offer(Action.WIPE, IPHONE, Rules(blocked=frozenset({BlockedAction()}))).reason}
    told |= {offer(Action.OTHER, IPHONE).reason}
    # The service says so, not these rules.
    assert told == {*Reason, None} - {Reason.NOT_PERMITTED}


@given(device=devices, rules=rule_sets, action=st.sampled_from(ACTIONS))
def test_nothing_is_offered_where_anything_is_in_doubt(
    device: Device, rules: Rules, action: Action
) -> None:
    answer = offer(action, device, rules)
    if not answer.is_offered:
        return
    assert not rules.is_read_only
    assert action is Action.SYNC or not rules.is_locked_down
    assert Platform.UNKNOWN is not device.platform
    assert device.enrollment not in (
        EnrollmentKind.UNKNOWN,
        EnrollmentKind.DEVICE_ENROLLMENT_MANAGER,
    )
    assert device.management_state in ("managed", "wipeFailed")
    assert not device.open_actions & {action, Action.RETIRE, Action.WIPE}
    assert not any(blocked.blocks(action, device) for blocked in rules.blocked)
    is_final = action in (Action.RETIRE, Action.WIPE)
    assert not (is_final and device.ownership is Ownership.UNKNOWN)


@given(device=devices, rules=rule_sets, action=st.sampled_from(ACTIONS))
def test_what_is_suggested_instead_is_offered(device: Device, rules: Rules, action: Action) -> None:
    answer = offer(action, device, rules)
    if answer.instead is not None:
        assert not answer.is_offered
        assert offer(answer.instead, device, rules).is_offered


@given(device=devices, rules=rule_sets, action=st.sampled_from(ACTIONS))
def test_read_only_is_the_one_reason_for_whatever_is_shown(
    device: Device, rules: Rules, action: Action
) -> None:
    answer = offer(action, device, replace(rules, is_read_only=True))
    assert answer.is_hidden or answer.reason is Reason.READ_ONLY


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("under_way", [Action.RETIRE, Action.WIPE])
@pytest.mark.parametrize("device", [OWN_PC, IPHONE], ids=["pc", "iphone"])
def test_a_removal_that_was_asked_for_wins_over_everything(
    action: Action, under_way: Action, device: Device
) -> None:
    before = offer(action, device).reason
    waiting = replace(device, open_actions=frozenset({under_way, action}))
    assert offer(action, waiting).reason is (before or Reason.BEING_REMOVED)


@pytest.mark.parametrize("action", [Action.REMOTE_LOCK, Action.RETIRE, Action.WIPE])
def test_an_action_under_way_stops_itself_alone(action: Action) -> None:
    is_final = action in (Action.RETIRE, Action.WIPE)
    waiting = replace(IPHONE, open_actions=frozenset({action}))
    own = Reason.BEING_REMOVED if is_final else Reason.ALREADY_REQUESTED
    assert offer(action, waiting).reason is own
    assert offer(Action.RESET_PASSCODE, waiting).is_offered is not is_final


@pytest.mark.parametrize("action", [Action.SYNC, Action.RENAME])
def test_what_loses_nothing_can_be_asked_for_again(action: Action) -> None:
    rules = Rules(rename=RenameWay.MANAGEMENT_NAME)
    waiting = replace(PC, open_actions=frozenset({action}))
    assert offer(action, waiting, rules).is_offered


def test_a_name_of_intune_itself_may_be_given_to_every_known_device() -> None:
    rules = Rules(rename=RenameWay.MANAGEMENT_NAME)
    for cell in CELLS:
        device = replace(PC, platform=cell.platform, enrollment=cell.enrollment)
        assert offer(Action.RENAME, device, rules).is_offered


def test_what_a_phone_never_has_stays_hidden_where_devices_are_only_looked_at() -> None:
    rules = Rules(is_read_only=True)
    assert offer(Action.RECOVERY_KEY, IPHONE, rules).is_hidden
    assert offer(Action.RECOVERY_KEY, PC, rules).reason is Reason.READ_ONLY
    assert offer(Action.RESET_PASSCODE, IPHONE, rules).reason is Reason.READ_ONLY
