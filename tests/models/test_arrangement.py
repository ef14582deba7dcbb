"""Order, sections and filters of a long list: nothing is lost, nothing is shown twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.domain import Action, Compliance, Device, Ownership, Platform
from companyportal.models.arrangement import FEW, Arrangement, Shelf
from companyportal.models.device_filter import DeviceFilter, Family, Health, Variety, family, health
from companyportal.models.device_groups import SILENT_AFTER, Group, GroupBy, is_silent
from companyportal.models.device_order import SortBy, entry_of

NOW = datetime(2026, 3, 2, 10, 42, tzinfo=UTC)
NEVER = datetime(1, 1, 1, tzinfo=UTC)

moments = st.none() | st.integers(0, 900).map(lambda days: NOW - timedelta(days=days))
lists = st.lists(
    st.builds(
        Device,
        device_id=st.uuids().map(str),
        name=st.text("aAéÉ’ zZ", max_size=3),
        platform=st.sampled_from(Platform),
        compliance=st.sampled_from(Compliance),
        ownership=st.sampled_from(Ownership),
        last_sync_at=moments,
        enrolled_at=moments,
        open_actions=st.sampled_from([frozenset[Action](), frozenset({Action.WIPE})]),
    ),
    min_size=FEW + 1,
    max_size=25,
    unique_by=lambda device: device.device_id,
)
filters = st.builds(
    DeviceFilter,
    family=st.none() | st.sampled_from(Family),
    health=st.none() | st.sampled_from(Health),
    ownership=st.none() | st.sampled_from(Ownership),
)
arrangements = st.builds(
    Arrangement,
    sort=st.sampled_from(SortBy),
    group=st.sampled_from(GroupBy),
    filter=filters,
    needle=st.sampled_from(["", "a", "e z"]),
)


def shelf(devices: list[Device], wanted: Arrangement) -> Shelf:
    """Those devices, so arranged."""
    shelf = Shelf()
    shelf.take(map(entry_of, devices))
    shelf.arrange(wanted, NOW)
    return shelf


@given(lists, arrangements)
def test_what_passes_is_shown_once_and_nothing_else(
    devices: list[Device], wanted: Arrangement
) -> None:
    shown = shelf(devices, wanted).shown
    found = shelf(devices, Arrangement(group=GroupBy.NONE, needle=wanted.needle)).shown
    passing = {each.device_id for each in found if wanted.filter.passes(each)}
    assert sorted(each.device_id for each in shown) == sorted(passing)


@given(lists, arrangements)
def test_sections_hold_all_rows_without_a_gap_and_each_its_own(
    devices: list[Device], wanted: Arrangement
) -> None:
    arranged = shelf(devices, wanted)
    row = 0
    for section in arranged.sections:
        assert section.start == row
        assert section.size > 0
        row += section.size
    assert row == len(arranged.shown)
    groups = [section.group for section in arranged.sections]
    assert groups == sorted(set(groups), key=list(Group).index)
    for section in arranged.sections:
        for place in range(section.start, section.start + section.size):
            assert arranged.group_of(place) is section.group


@given(lists, arrangements)
def test_within_a_section_the_chosen_order_holds_and_names_decide_what_it_leaves_open(
    devices: list[Device], wanted: Arrangement
) -> None:
    arranged = shelf(devices, wanted)
    names = {e.device.device_id: place for place, e in enumerate(arranged.entries)}

    def latest(moment: datetime | None) -> float:
        return -moment.timestamp() if moment else float("inf")

    keys: dict[SortBy, Callable[[Device], float]] = {
        SortBy.NAME: lambda device: 0.0,
        SortBy.CONTACT: lambda device: latest(device.last_sync_at),
        SortBy.ENROLLED: lambda device: latest(device.enrolled_at),
        SortBy.PLATFORM: lambda device: list(Family).index(family(device)),
    }
    for section in arranged.sections:
        rows = arranged.shown[section.start : section.start + section.size]
        order = [(keys[wanted.sort](each), names[each.device_id]) for each in rows]
        assert order == sorted(order)


@given(lists, arrangements, arrangements)
def test_what_was_arranged_before_leaves_no_trace(
    devices: list[Device], before: Arrangement, wanted: Arrangement
) -> None:
    twice = shelf(devices, before)
    twice.arrange(wanted, NOW)
    once = shelf(devices, wanted)
    assert (twice.shown, twice.sections) == (once.shown, once.sections)


@given(lists, arrangements, st.data())
def test_a_device_known_better_stands_where_a_new_list_would_have_it(
    devices: list[Device], wanted: Arrangement, data: st.DataObject
) -> None:
    better = replace(
        data.draw(st.sampled_from(devices)),
        compliance=data.draw(st.sampled_from(Compliance)),
        last_sync_at=data.draw(moments),
    )
    arranged = shelf(devices, wanted)
    before, sections = arranged.ids, arranged.sections
    entries = arranged.with_device(better)
    if entries is None:
        assert better in devices
        return
    stays = arranged.stays_in_place(entries, wanted, NOW)
    other = [better if each.device_id == better.device_id else each for each in devices]
    fresh = shelf(other, wanted)
    assert stays == ((fresh.ids, fresh.sections) == (before, sections))
    assert arranged.ids == before
    if stays:
        assert arranged.shown == fresh.shown


@given(lists)
def test_every_filter_that_is_offered_finds_something(devices: list[Device]) -> None:
    variety = Variety.of(devices)
    for each in variety.families:
        assert any(DeviceFilter(family=each).passes(device) for device in devices)
    for state in variety.healths:
        assert any(DeviceFilter(health=state).passes(device) for device in devices)
    assert set(variety.ownerships) == {device.ownership for device in devices}
    assert {family(device) for device in devices} == set(variety.families)
    assert {health(device) for device in devices} == set(variety.healths)


def several(**values: Any) -> list[Device]:
    """More than a few devices, all alike."""
    plain = Device(device_id="", name="", compliance=Compliance.COMPLIANT, last_sync_at=NOW)
    return [replace(plain, device_id=f"{n}", name=f"Device {n}", **values) for n in range(FEW + 1)]


@pytest.mark.parametrize(
    ("change", "group"),
    [
        ({"compliance": Compliance.NOT_COMPLIANT}, Group.ATTENTION),
        ({"compliance": Compliance.IN_GRACE_PERIOD}, Group.ATTENTION),
        ({"compliance": Compliance.ERROR}, Group.ATTENTION),
        ({"compliance": Compliance.UNKNOWN}, Group.REST),
        ({"compliance": Compliance.CONFIG_MANAGER}, Group.REST),
        ({"open_actions": frozenset({Action.RESET_PASSCODE})}, Group.ATTENTION),
        ({"last_sync_at": NOW - SILENT_AFTER}, Group.REST),
        ({"last_sync_at": NOW - SILENT_AFTER - timedelta(seconds=1)}, Group.SILENT),
    ],
)
def test_what_needs_attention_comes_first_and_says_so(change: dict[str, Any], group: Group) -> None:
    devices = several()
    devices[-1] = replace(devices[-1], **change)
    arranged = shelf(devices, Arrangement())
    if group is Group.REST:
        assert [section.group for section in arranged.sections] == [Group.ALL]
        return
    assert [section.group for section in arranged.sections] == [group, Group.REST]
    assert arranged.shown[0] == devices[-1]


@pytest.mark.parametrize(
    ("seen", "enrolled", "silent"),
    [
        (NOW - timedelta(days=31), NOW, True),
        (NEVER, NOW - timedelta(days=31), True),
        (None, NOW - timedelta(days=31), True),
        (None, NOW, False),
        (None, NEVER, False),
        (None, None, False),
    ],
)
def test_who_was_never_heard_of_counts_from_the_enrolment(
    seen: datetime | None, enrolled: datetime | None, silent: bool
) -> None:
    device = Device(device_id="1", name="", last_sync_at=seen, enrolled_at=enrolled)
    assert is_silent(device, NOW) is silent


def test_a_few_devices_stand_by_name_whatever_was_chosen() -> None:
    devices = several(compliance=Compliance.NOT_COMPLIANT)[:FEW]
    wanted = Arrangement(
        SortBy.CONTACT, GroupBy.PLATFORM, DeviceFilter(health=Health.GOOD), needle="device"
    )
    arranged = shelf(devices, wanted)
    assert arranged.shown == devices
    assert [section.has_heading for section in arranged.sections] == [False]


def test_typing_finds_the_next_name_round_the_end_and_whatever_the_accents() -> None:
    names = ["Éclair", "Ecru", "Marie’s Galaxy", "Zoé", "zoo", "a", "b"]
    devices = [Device(device_id=f"{n}", name=name) for n, name in enumerate(names)]
    arranged = shelf(devices, Arrangement(group=GroupBy.NONE))

    def at(typed: str, start: int) -> str | None:
        row = arranged.starting_with(typed, start)
        return None if row is None else arranged.shown[row].name

    assert [at("e", 0), at("e", 3), at("e", 99)] == ["Éclair", "Ecru", "Éclair"]
    assert [at("marie's g", 0), at("ZOÉ", 0), at("x", 0)] == ["Marie’s Galaxy", "Zoé", None]
