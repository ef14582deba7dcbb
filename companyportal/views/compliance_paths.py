"""Where on a device a problem is mended: the way through its settings, as its maker names them."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject

from companyportal.compliance import Topic
from companyportal.domain import Device, Platform
from companyportal.views.device_words import Noun, noun

_PASSCODE = (Topic.PASSCODE, Topic.PASSCODE_LENGTH, Topic.PASSCODE_STRENGTH, Topic.PASSCODE_AGE)


class _Family(Enum):
    """Systems whose settings look alike."""

    APPLE = auto()
    MAC = auto()
    WINDOWS = auto()
    ANDROID = auto()


_FAMILIES = {
    Platform.IOS: _Family.APPLE,
    Platform.IPADOS: _Family.APPLE,
    Platform.VISIONOS: _Family.APPLE,
    Platform.MACOS: _Family.MAC,
    Platform.WINDOWS: _Family.WINDOWS,
    Platform.ANDROID: _Family.ANDROID,
}


class CompliancePaths(QObject):
    """Ways through the settings of current versions; other versions call some of them otherwise."""

    def path(self, topic: Topic, device: Device) -> str:
        """Empty where the system is not known, or where no setting mends it."""
        if topic in (Topic.CONTACT, Topic.MAIL_PROFILE):
            return self._anywhere(topic)
        family = _FAMILIES.get(device.platform)
        if family is _Family.APPLE:
            return self._apple(topic, device)
        if family is _Family.MAC:
            return self._mac(topic)
        if family is _Family.WINDOWS:
            return self._windows(topic)
        return self._android(topic) if family is _Family.ANDROID else ""

    def _anywhere(self, topic: Topic) -> str:
        if topic is Topic.CONTACT:
            return self.tr("Company Portal › Devices › Check status")
        return self.tr("Settings › Mail › Accounts")

    def _apple(self, topic: Topic, device: Device) -> str:
        if topic in _PASSCODE or topic is Topic.ENCRYPTION:
            if noun(device) is Noun.IPAD:
                return self.tr("Settings › Touch ID & Passcode")
            return self.tr("Settings › Face ID & Passcode")
        return {
            Topic.INACTIVITY_LOCK: self.tr("Settings › Display & Brightness › Auto-Lock"),
            Topic.OS_TOO_OLD: self.tr("Settings › General › Software Update"),
            Topic.FORBIDDEN_APPS: self.tr("Settings › General › iPhone or iPad Storage"),
        }.get(topic, "")

    def _mac(self, topic: Topic) -> str:
        if topic in _PASSCODE:
            return self.tr("System Settings › Touch ID & Password")
        return {
            Topic.INACTIVITY_LOCK: self.tr("System Settings › Lock Screen"),
            Topic.ENCRYPTION: self.tr("System Settings › Privacy & Security › FileVault"),
            Topic.OS_TOO_OLD: self.tr("System Settings › General › Software Update"),
            Topic.FIREWALL: self.tr("System Settings › Network › Firewall"),
            Topic.UNKNOWN_SOURCES: self.tr("System Settings › Privacy & Security › Security"),
        }.get(topic, "")

    def _windows(self, topic: Topic) -> str:
        if topic in _PASSCODE:
            return self.tr("Settings › Accounts › Sign-in options")
        protection = self.tr("Windows Security › Virus & threat protection")
        return {
            Topic.INACTIVITY_LOCK: self.tr("Settings › Accounts › Sign-in options"),
            Topic.ENCRYPTION: self.tr("Settings › Privacy & security › Device encryption"),
            Topic.OS_TOO_OLD: self.tr("Settings › Windows Update"),
            Topic.FIREWALL: self.tr("Windows Security › Firewall & network protection"),
            Topic.ANTIVIRUS: protection,
            Topic.DEFENDER: protection,
            Topic.THREAT_LEVEL: protection,
            Topic.SECURE_BOOT: self.tr("Windows Security › Device security"),
            Topic.TPM: self.tr("Windows Security › Device security"),
            Topic.DEVICE_HEALTH: self.tr("Windows Security › Device security"),
            Topic.USER_ACCOUNT_CONTROL: self.tr("Control Panel › User Accounts"),
        }.get(topic, "")

    def _android(self, topic: Topic) -> str:
        if topic in _PASSCODE:
            return self.tr("Settings › Security › Screen lock")
        return {
            Topic.INACTIVITY_LOCK: self.tr("Settings › Display › Screen timeout"),
            Topic.ENCRYPTION: self.tr("Settings › Security › Encryption"),
            Topic.OS_TOO_OLD: self.tr("Settings › System › Software update"),
            Topic.SECURITY_PATCH: self.tr("Settings › System › Software update"),
            Topic.UNKNOWN_SOURCES: self.tr("Settings › Apps › Install unknown apps"),
            Topic.USB_DEBUGGING: self.tr("Settings › System › Developer options"),
            Topic.APP_CHECK: self.tr("Play Store › Play Protect"),
            Topic.THREAT_LEVEL: self.tr("Play Store › Play Protect"),
            Topic.PLAY_INTEGRITY: self.tr("Settings › System › Software update"),
            Topic.FORBIDDEN_APPS: self.tr("Settings › Apps"),
        }.get(topic, "")
