"""Which devices of a long list are shown: by platform, by compliance, by owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from companyportal.domain import Compliance, Device, Ownership, Platform


class Family(StrEnum):
    """Platforms as people tell them apart: nobody looks for "Windows RT" alone."""

    ANDROID = "android"
    IOS = "ios"
    """iPhones and iPads."""
    MAC = "mac"
    WINDOWS = "windows"
    LINUX = "linux"
    OTHER = "other"


class Health(StrEnum):
    """Compliance as far as it decides what a person has to do."""

    GOOD = "good"
    BAD = "bad"
    """Not compliant, or soon not any more, or the check failed."""
    UNKNOWN = "unknown"
    """Not checked, or checked by another system."""


_FAMILIES = {
    Platform.ANDROID: Family.ANDROID,
    Platform.IOS: Family.IOS,
    Platform.IPADOS: Family.IOS,
    Platform.MACOS: Family.MAC,
    Platform.WINDOWS: Family.WINDOWS,
    Platform.WINDOWS_8: Family.WINDOWS,
    Platform.WINDOWS_RT: Family.WINDOWS,
    Platform.WINDOWS_10_MOBILE: Family.WINDOWS,
    Platform.WINDOWS_PHONE: Family.WINDOWS,
    Platform.LINUX: Family.LINUX,
}
_HEALTH = {
    Compliance.COMPLIANT: Health.GOOD,
    Compliance.UNKNOWN: Health.UNKNOWN,
    Compliance.CONFIG_MANAGER: Health.UNKNOWN,
}


def family(device: Device) -> Family:
    """The platform of ``device`` as people call it."""
    return _FAMILIES.get(device.platform, Family.OTHER)


def health(device: Device) -> Health:
    """Whether somebody has to do something about its compliance."""
    return _HEALTH.get(device.compliance, Health.BAD)


@dataclass(frozen=True, slots=True)
class DeviceFilter:
    """What must be true of a device to be shown; None asks nothing."""

    family: Family | None = None
    health: Health | None = None
    ownership: Ownership | None = None

    @property
    def is_empty(self) -> bool:
        """True where every device passes."""
        return self == _EVERYTHING

    def passes(self, device: Device) -> bool:
        """True where ``device`` is to be shown."""
        return (
            self.family in (None, family(device))
            and self.health in (None, health(device))
            and self.ownership in (None, device.ownership)
        )


_EVERYTHING = DeviceFilter()


@dataclass(frozen=True, slots=True)
class Variety:
    """What the devices of a list differ in, so that no filter is offered that filters nothing."""

    families: tuple[Family, ...] = ()
    healths: tuple[Health, ...] = ()
    ownerships: tuple[Ownership, ...] = ()

    @classmethod
    def of(cls, devices: Iterable[Device]) -> Variety:
        """Each in the order of its enum."""
        found = {(family(each), health(each), each.ownership) for each in devices}
        families, healths, ownerships = (set(column) for column in zip(*found, strict=True))
        return cls(
            tuple(each for each in Family if each in families),
            tuple(each for each in Health if each in healths),
            tuple(each for each in Ownership if each in ownerships),
        )
