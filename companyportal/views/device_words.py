"""What a device is called on the screen: its noun, its lines, its badges, its icon.

Sentences are whole ones for each noun, because other languages bend the words around it. All nouns
are chosen so that the rest of a French sentence does not change with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject

from companyportal.domain import Compliance, Device, FormFactor, Ownership, Platform
from companyportal.views.text import display

_WINDOWS_11_BUILD = 22_000
SYSTEMS = {
    Platform.IOS: "iOS",
    Platform.IPADOS: "iPadOS",
    Platform.MACOS: "macOS",
    Platform.ANDROID: "Android",
    Platform.VISIONOS: "visionOS",
    Platform.TVOS: "tvOS",
}
"""Names of systems that are not translated."""
_MAKERS_NAMED_BY_THEIR_MODELS = ("apple", "microsoft")
_COMPUTERS = (FormFactor.LAPTOP, FormFactor.DESKTOP)
_ICONS = {
    FormFactor.PHONE: "phone",
    FormFactor.TABLET: "tablet",
    FormFactor.LAPTOP: "laptop",
    FormFactor.DESKTOP: "desktop",
    FormFactor.UNKNOWN: "device-unknown",
}


class Noun(Enum):
    """What a sentence calls a device."""

    PHONE = auto()
    IPHONE = auto()
    IPAD = auto()
    COMPUTER = auto()
    DEVICE = auto()


@dataclass(frozen=True, slots=True)
class BadgeWords:
    """A state as words, shape and colour, all saying the same."""

    text: str
    icon: str
    """Empty where it is no state."""
    kind: str
    """The state's colours: success, warning, danger, info, unknown or neutral."""


def noun(device: Device) -> Noun:
    """The noun for ``device``."""
    if device.platform is Platform.IPADOS:
        return Noun.IPAD
    if device.platform is Platform.IOS:
        return Noun.IPAD if device.form_factor is FormFactor.TABLET else Noun.IPHONE
    if device.form_factor is FormFactor.PHONE:
        return Noun.PHONE
    return Noun.COMPUTER if device.form_factor in _COMPUTERS else Noun.DEVICE


def is_managed(device: Device) -> bool:
    """False where the organisation merely knows it: somebody signed in there, no more."""
    return device.management_state.lower() != "discovered"


def device_name(name: str) -> str:
    """What a sentence calls a device of that name, safe to show."""
    return display(name) or QCoreApplication.translate("DeviceWords", "Device without a name")


def icon(device: Device) -> str:
    """The name of its icon: by kind, never by maker."""
    return _ICONS[device.form_factor]


def model(device: Device) -> str:
    """Maker and model as people say them; empty where neither is known."""
    maker, name = device.manufacturer.strip(), device.model.strip()
    first = maker.split(" ")[0].casefold()
    if not name or not maker:
        return name or maker
    if first in _MAKERS_NAMED_BY_THEIR_MODELS or name.casefold().startswith(first):
        return name
    return f"{maker} {name}"


def system(device: Device) -> str:
    """The system with as much of its version as people use: "Android 14", "Windows 11"."""
    version = device.os_version.strip()
    if device.platform is Platform.WINDOWS:
        return _windows(version)
    name = SYSTEMS.get(device.platform, device.system.strip())
    short = re.match(r"\d+(\.\d+)?", version)
    if not name or not short or short[0] in name or name[-1:].isdigit():
        return name or version
    return f"{name} {short[0].removesuffix('.0')}"


def _windows(version: str) -> str:
    found = re.match(r"10\.0\.(\d+)", version)
    if not found:
        return "Windows"
    return "Windows 11" if int(found[1]) >= _WINDOWS_11_BUILD else "Windows 10"


class DeviceWords(QObject):
    """The words that have to be translated."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_this_computer: Callable[[Device], bool] = lambda device: False
        """Set by whoever knows the list."""

    def line(self, device: Device) -> str:
        """The second line of a card: model and system."""
        known = [part for part in (model(device), system(device)) if part]
        return " · ".join(known) or self.tr("Details unavailable")

    def head_line(self, device: Device) -> str:
        """The second line of the device's page: model, system, whose it is, and whether one sits
        before it.
        """
        here = self.tr("This computer") if self.is_this_computer(device) else ""
        parts = [self.line(device), self.ownership(device), here]
        return " · ".join(part for part in parts if part)

    def serial_line(self, device: Device) -> str:
        """Model and the end of the serial number: what tells two devices apart."""
        if not device.serial_end:
            return model(device) or self.line(device)
        ending = self.tr("serial no. ending {end}").format(end=device.serial_end)
        return " · ".join(part for part in (model(device), ending) if part)

    def ownership(self, device: Device) -> str:
        """Whose device it is; empty where that is unknown."""
        return {
            Ownership.COMPANY: self.tr("Company device"),
            Ownership.PERSONAL: self.tr("Personal device"),
        }.get(device.ownership, "")

    def owner(self, device: Device) -> str:
        """The same as the answer to "Owner"."""
        return {
            Ownership.COMPANY: self.tr("Your organisation"),
            Ownership.PERSONAL: self.tr("You"),
        }.get(device.ownership, self.tr("Unknown"))

    def compliance(self, device: Device) -> BadgeWords:
        """Whether it meets the organisation's rules."""
        bad, unknown = self.tr("Not compliant"), self.tr("Not checked yet")
        if not is_managed(device):
            return BadgeWords(self.tr("Not managed"), "unknown", "neutral")
        return {
            Compliance.COMPLIANT: BadgeWords(self.tr("Compliant"), "check-circle", "success"),
            Compliance.NOT_COMPLIANT: BadgeWords(bad, "warning", "warning"),
            Compliance.IN_GRACE_PERIOD: BadgeWords(self.tr("Fix it soon"), "clock", "warning"),
            Compliance.CONFLICT: BadgeWords(bad, "warning", "warning"),
            Compliance.ERROR: BadgeWords(self.tr("Check failed"), "warning", "warning"),
            Compliance.CONFIG_MANAGER: BadgeWords(
                self.tr("Managed elsewhere"), "building", "neutral"
            ),
        }.get(device.compliance, BadgeWords(unknown, "unknown", "neutral"))

    def badges(self, device: Device) -> tuple[BadgeWords, ...]:
        """All states of a card, in the order of their weight."""
        badges = [self.compliance(device)]
        if device.has_open_reset:
            badges.append(BadgeWords(self.tr("Reset pending"), "clock", "info"))
        elif device.open_actions:
            badges.append(BadgeWords(self.tr("Request pending"), "clock", "info"))
        if self.is_this_computer(device):
            badges.append(BadgeWords(self.tr("This computer"), "", "neutral"))
        return tuple(badges)

    def card_name(self, device: Device) -> str:
        """What a screen reader says for a card: name, second line, badges."""
        badges = [badge.text for badge in self.badges(device)]
        return ", ".join([device_name(device.name), display(self.line(device)), *badges])
