"""Graph's words about how a device is managed, in words for people; unknown ones as they are."""

from __future__ import annotations

from PySide6.QtCore import QObject

_AGENTS = {
    "mdm": "Microsoft Intune",
    "easmdm": "Microsoft Intune, Exchange ActiveSync",
    "intuneclient": "Microsoft Intune",
    "easintuneclient": "Microsoft Intune, Exchange ActiveSync",
    "intuneaosp": "Microsoft Intune",
    "eas": "Exchange ActiveSync",
    "configurationmanagerclient": "Configuration Manager",
    "configurationmanagerclientmdm": "Configuration Manager, Microsoft Intune",
    "configurationmanagerclientmdmeas": "Configuration Manager, Microsoft Intune",
    "jamf": "Jamf",
    "googleclouddevicepolicycontroller": "Microsoft Intune, Android Enterprise",
    "google": "Google",
    "microsoft365managedmdm": "Microsoft 365",
    "mssense": "Microsoft Defender for Endpoint",
}
"""Names of products. Source: Graph's managementAgentType."""


class ManagementWords(QObject):
    """Agents, registrations, mail access, threats."""

    def agent(self, told: str) -> str:
        """What manages the device."""
        return _AGENTS.get(told.lower(), told)

    def registration(self, told: str) -> str:
        """Graph's deviceRegistrationState."""
        return {
            "registered": self.tr("Complete"),
            "notregistered": self.tr("Not registered"),
            "revoked": self.tr("Withdrawn"),
            "keyconflict": self.tr("Its keys contradict each other"),
            "approvalpending": self.tr("Waits for approval"),
            "certificatereset": self.tr("Its certificate was reset"),
            "notregisteredpendingenrollment": self.tr("Waits for enrolment"),
        }.get(told.lower(), told)

    def exchange(self, told: str) -> str:
        """Graph's deviceManagementExchangeAccessState."""
        return {
            "allowed": self.tr("Allowed"),
            "blocked": self.tr("Blocked"),
            "quarantined": self.tr("Held back"),
        }.get(told.lower(), told)

    def threat(self, told: str) -> str:
        """Graph's managedDevicePartnerReportedHealthState: what a protection app reports."""
        return {
            "secured": self.tr("None found"),
            "activated": self.tr("Protection is on"),
            "deactivated": self.tr("Protection is off"),
            "lowseverity": self.tr("Low"),
            "mediumseverity": self.tr("Medium"),
            "highseverity": self.tr("High"),
            "unresponsive": self.tr("The protection app does not answer"),
            "compromised": self.tr("The device is compromised"),
            "misconfigured": self.tr("The protection app is not set up"),
        }.get(told.lower(), told)
