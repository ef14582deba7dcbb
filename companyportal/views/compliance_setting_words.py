"""What is wrong with a device and what to change, one problem at a time.

A rule that the program knows is told in a sentence of its own. Of any other the organisation's own
name and value are shown, as plain text.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.compliance import FailingSetting, Topic
from companyportal.domain import Device, Platform
from companyportal.views import device_words
from companyportal.views.compliance_paths import CompliancePaths
from companyportal.views.device_words import Noun, noun
from companyportal.views.text import display

_LONGEST_VERSION = 32


class ProblemWords(NamedTuple):
    """One problem as the card shows it."""

    title: str
    text: str
    path: str
    """Where to mend it on the device; empty where that is not a setting."""


class ComplianceSettingWords(QObject):
    """The words of every rule."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = CompliancePaths(self)

    def problem(self, setting: FailingSetting, device: Device) -> ProblemWords:
        """What to change on ``device`` so that it meets ``setting``."""
        topic = setting.topic
        if topic is Topic.OTHER:
            return ProblemWords(display(setting.setting), self._raw(setting), "")
        text = self.tr("This could not be checked.") + " " if setting.is_unclear else ""
        text += self._text(setting, device)
        return ProblemWords(self._title(topic, device), text, self._paths.path(topic, device))

    def _title(self, topic: Topic, device: Device) -> str:
        title = self._passcode_title(topic, device)
        if title:
            return title
        system = _system_name(device)
        return {
            Topic.INACTIVITY_LOCK: self.tr("Let the screen lock sooner"),
            Topic.ENCRYPTION: self._encryption(device),
            Topic.OS_TOO_OLD: self.tr("Update {system}").format(system=system),
            Topic.OS_NOT_ACCEPTED: self.tr("This version is not accepted"),
            Topic.SECURITY_PATCH: self.tr("Install the security update"),
            Topic.JAILBREAK: self.tr("The system was tampered with"),
            Topic.FIREWALL: self.tr("Turn on the firewall"),
            Topic.ANTIVIRUS: self.tr("Turn on virus protection"),
            Topic.DEFENDER: self.tr("Turn on and update Microsoft Defender"),
            Topic.SECURE_BOOT: self.tr("Turn on Secure Boot"),
            Topic.TPM: self.tr("The security chip is missing or off"),
            Topic.DEVICE_HEALTH: self.tr("Turn on the protection of the system"),
            Topic.USER_ACCOUNT_CONTROL: self.tr("Turn on User Account Control"),
            Topic.THREAT_LEVEL: self.tr("Remove the threats that were found"),
            Topic.PLAY_INTEGRITY: self.tr("Google does not recognise this system"),
            Topic.APP_CHECK: self.tr("Let Google check apps"),
            Topic.UNKNOWN_SOURCES: self.tr("Allow apps from the store only"),
            Topic.USB_DEBUGGING: self.tr("Turn off USB debugging"),
            Topic.FORBIDDEN_APPS: self.tr("Remove an app that is not allowed"),
            Topic.MAIL_PROFILE: self.tr("Set up work e-mail again"),
            Topic.CONTACT: self.tr("The device was not in contact for too long"),
            Topic.POLICY_ASSIGNED: self.tr("Your organisation has set no rules for it"),
            Topic.ENROLLED_USER: self.tr("The enrolled account no longer exists"),
        }[topic]

    def _passcode_title(self, topic: Topic, device: Device) -> str:
        if noun(device) is Noun.COMPUTER:
            return {
                Topic.PASSCODE: self.tr("Set a password"),
                Topic.PASSCODE_LENGTH: self.tr("Choose a longer password"),
                Topic.PASSCODE_STRENGTH: self.tr("Choose a stronger password"),
                Topic.PASSCODE_AGE: self.tr("Choose a new password"),
            }.get(topic, "")
        return {
            Topic.PASSCODE: self.tr("Set a passcode"),
            Topic.PASSCODE_LENGTH: self.tr("Choose a longer passcode"),
            Topic.PASSCODE_STRENGTH: self.tr("Choose a stronger passcode"),
            Topic.PASSCODE_AGE: self.tr("Choose a new passcode"),
        }.get(topic, "")

    def _encryption(self, device: Device) -> str:
        return {
            Platform.WINDOWS: self.tr("Turn on BitLocker"),
            Platform.MACOS: self.tr("Turn on FileVault"),
        }.get(device.platform, self.tr("Turn on encryption"))

    def _text(self, setting: FailingSetting, device: Device) -> str:
        told = self._with_value(setting, device)
        return told or self._lock_text(setting.topic) or self._system_text(setting.topic)

    def _lock_text(self, topic: Topic) -> str:
        """Rules about who can open the device."""
        return {
            Topic.PASSCODE: self.tr("Anyone who holds it can open it now."),
            Topic.PASSCODE_LENGTH: self.tr("More characters are needed. Set it on the device."),
            Topic.PASSCODE_STRENGTH: self.tr(
                "It is too easy to guess. Mix letters and digits, and avoid simple rows."
            ),
            Topic.PASSCODE_AGE: self.tr("It is too old, or was used before."),
            Topic.INACTIVITY_LOCK: self.tr("The screen stays open too long when nobody uses it."),
            Topic.ENCRYPTION: self.tr("Whoever finds it can read what is stored."),
            Topic.USER_ACCOUNT_CONTROL: self.tr("Windows must ask before anything changes it."),
            Topic.USB_DEBUGGING: self.tr("Whoever connects a cable can read the device."),
        }.get(topic, "")

    def _system_text(self, topic: Topic) -> str:
        """Rules about the system, its protection and its apps."""
        support = self.tr("IT support can help.")
        return {
            Topic.OS_TOO_OLD: self.tr("Your organisation asks for a newer version."),
            Topic.OS_NOT_ACCEPTED: support,
            Topic.SECURITY_PATCH: self.tr("The newest security update is missing."),
            Topic.JAILBREAK: self.tr(
                "It is jailbroken or rooted. Restore the maker’s system, then enrol again."
            ),
            Topic.FIREWALL: self.tr("It keeps others in the network out."),
            Topic.ANTIVIRUS: self.tr("No virus protection is at work."),
            Topic.DEFENDER: self.tr("It is off, too old, or lacks its newest updates."),
            Topic.SECURE_BOOT: self.tr("It is set in the firmware, before Windows starts.")
            + f" {support}",
            Topic.TPM: self.tr("It is set in the firmware, before Windows starts.") + f" {support}",
            Topic.DEVICE_HEALTH: self.tr("A part of it is off. Restart once it is on."),
            Topic.THREAT_LEVEL: self.tr("The protection app tells what was found."),
            Topic.PLAY_INTEGRITY: self.tr("Update it and Google Play services.") + f" {support}",
            Topic.APP_CHECK: self.tr("Play Protect is off."),
            Topic.UNKNOWN_SOURCES: self.tr("Apps from other places are allowed now."),
            Topic.FORBIDDEN_APPS: self.tr("Your organisation does not allow one of its apps."),
            Topic.MAIL_PROFILE: self.tr(
                "Delete the work account that you added yourself. It comes back by itself."
            ),
            Topic.CONTACT: self.tr("Switch it on, connect it, and open Company Portal on it."),
            Topic.POLICY_ASSIGNED: self.tr("You cannot change this.") + f" {support}",
            Topic.ENROLLED_USER: self.tr("You cannot change this.") + f" {support}",
        }[topic]

    def _with_value(self, setting: FailingSetting, device: Device) -> str:
        """The sentence with what is and what should be, where both are known."""
        topic, wanted = setting.topic, display(setting.wanted, _LONGEST_VERSION)
        if topic is Topic.PASSCODE_LENGTH and setting.wanted.isdecimal():
            return self._length(int(setting.wanted), device)
        if topic is Topic.INACTIVITY_LOCK and setting.wanted.isdecimal():
            return self.tr("After %n minute(s) at the most.", "", int(setting.wanted))
        installed = display(setting.current or device.os_version, _LONGEST_VERSION)
        if topic is Topic.OS_TOO_OLD and wanted and installed:
            words = self.tr(
                "Version {installed} is installed. Your organisation asks for {wanted} or later."
            )
            return words.format(installed=installed, wanted=wanted)
        if topic is Topic.OS_NOT_ACCEPTED and installed:
            words = self.tr("Version {installed} is installed. IT support can help.")
            return words.format(installed=installed)
        return ""

    def _length(self, wanted: int, device: Device) -> str:
        if noun(device) is Noun.COMPUTER:
            return self.tr("%n character(s) or more. Set it on the computer.", "", wanted)
        return self.tr(
            "%n character(s) or more. A reset does not change this: set it on the device.",
            "",
            wanted,
        )

    def _raw(self, setting: FailingSetting) -> str:
        if not setting.current:
            return self.tr("Your organisation asks for this. IT support can help.")
        words = self.tr("The device tells: {value}. IT support can help.")
        return words.format(value=display(setting.current))


def _system_name(device: Device) -> str:
    name = device_words.SYSTEMS.get(device.platform)
    return name or ("Windows" if device.platform is Platform.WINDOWS else device.system.strip())
