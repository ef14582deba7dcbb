"""The words for the order, the sections and the filters of the list."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Ownership
from companyportal.models.device_filter import Family, Health
from companyportal.models.device_groups import SILENT_AFTER, Group, GroupBy
from companyportal.models.device_order import SortBy


class ListWords(QObject):
    """One way of saying each, in headings and in controls alike."""

    def group(self, group: Group) -> str:
        """The heading of a section; empty where the list is not divided."""
        for family in Family:
            if group.value == family.value:
                return self.family(family)
        return {
            Group.ATTENTION: self.tr("Needs attention"),
            Group.SILENT: self.tr("No contact for %n day(s)", "", SILENT_AFTER.days),
            Group.REST: self.tr("All other devices"),
            Group.COMPANY: self.tr("Company devices"),
            Group.PERSONAL: self.tr("Personal devices"),
            Group.UNKNOWN_OWNER: self.tr("Owner unknown"),
        }.get(group, "")

    def family(self, family: Family) -> str:
        """Devices with that kind of system."""
        return {
            Family.ANDROID: "Android",
            Family.IOS: self.tr("iPhone and iPad"),
            Family.MAC: "Mac",
            Family.WINDOWS: "Windows",
            Family.LINUX: "Linux",
            Family.OTHER: self.tr("Other systems"),
        }[family]

    def health(self, health: Health) -> str:
        """Devices in that state."""
        return {
            Health.GOOD: self.tr("Compliant"),
            Health.BAD: self.tr("Not compliant"),
            Health.UNKNOWN: self.tr("Not checked"),
        }[health]

    def ownership(self, ownership: Ownership) -> str:
        """Devices of that owner."""
        return {
            Ownership.COMPANY: self.tr("Company devices"),
            Ownership.PERSONAL: self.tr("Personal devices"),
            Ownership.UNKNOWN: self.tr("Owner unknown"),
        }[ownership]

    def sort(self, sort: SortBy) -> str:
        """That order, as a choice."""
        return {
            SortBy.NAME: self.tr("Sorted by name"),
            SortBy.CONTACT: self.tr("Sorted by last contact"),
            SortBy.ENROLLED: self.tr("Sorted by enrolment"),
            SortBy.PLATFORM: self.tr("Sorted by system"),
        }[sort]

    def group_by(self, group: GroupBy) -> str:
        """Those sections, as a choice."""
        return {
            GroupBy.ATTENTION: self.tr("Most urgent first"),
            GroupBy.PLATFORM: self.tr("Grouped by system"),
            GroupBy.OWNERSHIP: self.tr("Grouped by owner"),
            GroupBy.NONE: self.tr("Not grouped"),
        }[group]

    def count(self, shown: int, total: int) -> str:
        """How many devices there are, or how many of them are shown."""
        if shown == total:
            return self.tr("%n device(s)", "", total)
        return self.tr("{shown} of %n device(s)", "", total).format(shown=shown)
