"""Why an action is not offered, in a few words: the second line of its row in a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.reasons import Reason

_Words = dict[Reason, str]


class ShortReasonWords(QObject):
    """A few words for every reason; ``ReasonWords`` has the whole story."""

    def why(self, reason: Reason) -> str:
        """The reason without advice and without a full stop."""
        groups = (
            self._platforms,
            self._enrollments,
            self._owners,
            self._states,
            self._organisation,
        )
        return next(words[reason] for group in groups if reason in (words := group()))

    def _platforms(self) -> _Words:
        return {
            Reason.WINDOWS_PC: self.tr("Not offered for Windows computers"),
            Reason.WINDOWS_8: self.tr("Not offered for Windows 8.1"),
            Reason.WINDOWS_RT: self.tr("Not offered for Windows RT"),
            Reason.WINDOWS_PHONE: self.tr("Not offered for Windows phones"),
            Reason.MACOS: self.tr("Not offered for Macs"),
            Reason.IPHONE: self.tr("Not offered for iPhones and iPads"),
            Reason.ANDROID: self.tr("Not offered for Android"),
            Reason.LINUX: self.tr("Not offered for Linux computers"),
            Reason.CHROMEOS: self.tr("Not offered for ChromeOS"),
            Reason.VISIONOS: self.tr("Not offered for Apple Vision Pro"),
            Reason.TVOS: self.tr("Not offered for Apple TV"),
            Reason.UNKNOWN_PLATFORM: self.tr("This kind of device is not known"),
        }

    def _enrollments(self) -> _Words:
        only_support = self.tr("Only IT support can do this")
        as_enrolled = self.tr("Not possible the way it was enrolled")
        return {
            Reason.ENROLLMENT_MANAGER: self.tr("Set up for shared use"),
            Reason.APPLE_USER_ENROLLMENT: self.tr("Only the work part is managed"),
            Reason.APPLE_SUPERVISED: only_support,
            Reason.NOT_SUPERVISED: self.tr("Only where an organisation set it up"),
            Reason.ENTRA_JOINED: only_support,
            Reason.MAYBE_DOMAIN_JOINED: only_support,
            Reason.ANDROID_COMPANY: only_support,
            Reason.ANDROID_WORK_PROFILE: self.tr("Only the work profile is managed"),
            Reason.ANDROID_AOSP: self.tr("Not offered for this kind of Android"),
            Reason.ANDROID_ADMINISTRATOR: as_enrolled,
            Reason.ANDROID_ADMINISTRATOR_TOO_NEW: as_enrolled,
            Reason.ANDROID_WORK_PROFILE_TOO_OLD: self.tr("From Android 8 on"),
            Reason.UNKNOWN_ENROLLMENT: self.tr("How it was enrolled is not known"),
            Reason.NOT_REGISTERED: self.tr("Not in your organisation’s directory"),
        }

    def _owners(self) -> _Words:
        return {
            Reason.COMPANY_DEVICE: self.tr("Only IT support can do this"),
            Reason.PERSONAL_DEVICE: self.tr("Not offered for your own devices"),
            Reason.UNKNOWN_OWNERSHIP: self.tr("Whose device it is is not known"),
        }

    def _states(self) -> _Words:
        return {
            Reason.UNKNOWN_VERSION: self.tr("Its version is not known"),
            Reason.NOT_MANAGED: self.tr("Not managed yet"),
            Reason.BEING_REMOVED: self.tr("A removal or factory reset is under way"),
            Reason.UNKNOWN_STATE: self.tr("Its state is not clear"),
            Reason.ALREADY_REQUESTED: self.tr("Requested, waiting for the device"),
        }

    def _organisation(self) -> _Words:
        off = self.tr("Switched off by your organisation")
        return {
            Reason.BLOCKED: off,
            Reason.SWITCHED_OFF: off,
            Reason.READ_ONLY: self.tr("Devices are only shown here"),
            Reason.NOT_PERMITTED: self.tr("Not allowed by your organisation"),
            Reason.POLICY_UNREADABLE: self.tr("Settings cannot be read"),
        }
