"""One sentence that says what a device's compliance means for the person."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Compliance, Device
from companyportal.views.device_words import Noun, is_managed, noun
from companyportal.views.time_words import TimeWords


class ComplianceWords(QObject):
    """The second line of the status card."""

    def __init__(self, times: TimeWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = times

    def meaning(self, device: Device, problems: int = 0) -> str:
        """What the state of ``device`` lets the person do, and what not; ``problems``: so many
        things are known that have to be fixed.
        """
        if not is_managed(device):
            return self.tr("Your organisation knows it and does not manage it.")
        if device.compliance is Compliance.COMPLIANT:
            return self._compliant(noun(device))
        if device.compliance is Compliance.IN_GRACE_PERIOD and device.grace_until is not None:
            date = self._times.full_date(device.grace_until)
            words = self.tr("Work apps stay open until {date}. IT support can help.")
            if problems:
                words = self.tr(
                    "Work apps stay open until {date}. Fix %n thing(s) by then.", "", problems
                )
            return words.format(date=date)
        if device.compliance is Compliance.CONFIG_MANAGER:
            return self.tr("Another system of your organisation decides about this.")
        if device.compliance is Compliance.ERROR:
            return self.tr("The last check did not end well. IT support can help.")
        if device.compliance is Compliance.UNKNOWN:
            return self.tr("Your organisation has not checked it so far.")
        if problems:
            return self._to_fix(noun(device), problems)
        return self._not_compliant(noun(device))

    def _compliant(self, what: Noun) -> str:
        return {
            Noun.PHONE: self.tr("This phone may open work apps and files."),
            Noun.IPHONE: self.tr("This iPhone may open work apps and files."),
            Noun.IPAD: self.tr("This iPad may open work apps and files."),
            Noun.COMPUTER: self.tr("This computer may open work apps and files."),
            Noun.DEVICE: self.tr("This device may open work apps and files."),
        }[what]

    def _not_compliant(self, what: Noun) -> str:
        return {
            Noun.PHONE: self.tr("This phone may lose its work apps. IT support can help."),
            Noun.IPHONE: self.tr("This iPhone may lose its work apps. IT support can help."),
            Noun.IPAD: self.tr("This iPad may lose its work apps. IT support can help."),
            Noun.COMPUTER: self.tr("This computer may lose its work apps. IT support can help."),
            Noun.DEVICE: self.tr("This device may lose its work apps. IT support can help."),
        }[what]

    def _to_fix(self, what: Noun, problems: int) -> str:
        return {
            Noun.PHONE: self.tr("Fix %n thing(s) to open work apps on this phone.", "", problems),
            Noun.IPHONE: self.tr("Fix %n thing(s) to open work apps on this iPhone.", "", problems),
            Noun.IPAD: self.tr("Fix %n thing(s) to open work apps on this iPad.", "", problems),
            Noun.COMPUTER: self.tr(
                "Fix %n thing(s) to open work apps on this computer.", "", problems
            ),
            Noun.DEVICE: self.tr("Fix %n thing(s) to open work apps on this device.", "", problems),
        }[what]
