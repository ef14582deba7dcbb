"""The sections of a long list: first what somebody has to do something about.

Plain Python and no Qt. Within a section the devices keep the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from companyportal.domain import Device, Ownership
from companyportal.models.device_filter import Family, Health, family, health
from companyportal.models.device_order import Entry

SILENT_AFTER = timedelta(days=30)
"""Then Intune by default no longer believes what a device last said of itself.

Source: https://learn.microsoft.com/mem/intune/protect/device-compliance-get-started (compliance
status validity period)
"""
_NEVER_BEFORE = 1971


class GroupBy(StrEnum):
    """By what the list is divided; the value is what the settings file holds."""

    ATTENTION = "attention"
    PLATFORM = "platform"
    OWNERSHIP = "ownership"
    NONE = "none"


class Group(StrEnum):
    """What the devices of a section have in common, in the order of the sections."""

    ATTENTION = "attention"
    """Not compliant, or something that was asked of it is still open."""
    SILENT = "silent"
    """Nothing was heard of it for ``SILENT_AFTER``."""
    REST = "rest"
    """All others; a list that has none but these needs no heading."""
    ANDROID = "android"
    IOS = "ios"
    MAC = "mac"
    WINDOWS = "windows"
    LINUX = "linux"
    OTHER = "other"
    COMPANY = "company"
    PERSONAL = "personal"
    UNKNOWN_OWNER = "unknownOwner"
    ALL = "all"
    """The list is not divided."""


class Section(NamedTuple):
    """Rows of the list that stand together."""

    group: Group
    start: int
    size: int

    @property
    def has_heading(self) -> bool:
        """False where there is nothing to tell it from."""
        return self.group is not Group.ALL


_OF_FAMILY = {each: Group(each.value) for each in Family}
_OF_OWNER = {Ownership.COMPANY: Group.COMPANY, Ownership.PERSONAL: Group.PERSONAL}


def divided(
    entries: Iterable[Entry], by: GroupBy, now: datetime
) -> tuple[list[Entry], list[Section]]:
    """The devices section by section, and the sections that hold any."""
    group_of = _grouping(by, now)
    buckets: dict[Group, list[Entry]] = {group: [] for group in Group}
    for entry in entries:
        buckets[group_of(entry.device)].append(entry)
    rows: list[Entry] = []
    sections: list[Section] = []
    for group, bucket in buckets.items():
        if bucket:
            sections.append(Section(group, len(rows), len(bucket)))
            rows += bucket
    if [section.group for section in sections] == [Group.REST]:
        sections = [sections[0]._replace(group=Group.ALL)]
    return rows, sections


def is_silent(device: Device, now: datetime) -> bool:
    """True where nothing was heard of it for long, not even its enrolment."""
    heard = device.last_sync_at
    if heard is None or heard.year < _NEVER_BEFORE:
        heard = device.enrolled_at
    return heard is not None and heard.year >= _NEVER_BEFORE and now - heard > SILENT_AFTER


def _grouping(by: GroupBy, now: datetime) -> Callable[[Device], Group]:
    def by_attention(device: Device) -> Group:
        if device.open_actions or health(device) is Health.BAD:
            return Group.ATTENTION
        return Group.SILENT if is_silent(device, now) else Group.REST

    return {
        GroupBy.ATTENTION: by_attention,
        GroupBy.PLATFORM: lambda device: _OF_FAMILY[family(device)],
        GroupBy.OWNERSHIP: lambda device: _OF_OWNER.get(device.ownership, Group.UNKNOWN_OWNER),
        GroupBy.NONE: lambda device: Group.ALL,
    }[by]
