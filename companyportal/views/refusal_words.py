"""Why an action other than a passcode reset is not offered, and what the person can do instead."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Action
from companyportal.reasons import Reason

_Words = dict[Reason, str]


class RefusalWords(QObject):
    """The words for a reason, told for the action where that makes a difference."""

    def why(self, action: Action, reason: Reason) -> str:
        """Why ``action`` is not offered, and what helps; empty where no action but a passcode
        reset is ever refused for that.
        """
        of_action = {
            Action.REMOTE_LOCK: self._lock,
            Action.RENAME: self._rename,
            Action.WIPE: self._factory_reset,
            Action.LOCATE: self._locate,
            Action.RECOVERY_KEY: self._recovery_key,
        }.get(action)
        special = of_action() if of_action is not None else {}
        if reason in special:
            return special[reason]
        groups = (
            self._platforms,
            self._enrollments,
            self._kinds_of_android,
            self._owners,
            self._states,
        )
        return next((words[reason] for group in groups if reason in (words := group())), "")

    def _lock(self) -> _Words:
        return {
            Reason.WINDOWS_PC: self.tr(
                "Windows computers cannot be locked from here. "
                "Is it lost? Change your password and tell IT support."
            ),
        }

    def _rename(self) -> _Words:
        return {
            Reason.PERSONAL_DEVICE: self.tr(
                "This is your own computer. You change its name in its settings."
            ),
        }

    def _factory_reset(self) -> _Words:
        return {
            Reason.MACOS: self.tr(
                "Macs cannot be set back to factory settings from here. "
                "Is it lost? Lock it, then tell IT support."
            ),
            Reason.ANDROID_WORK_PROFILE: self.tr(
                "Only the work profile is managed. Remove deletes it, and the rest stays yours."
            ),
            Reason.APPLE_USER_ENROLLMENT: self.tr(
                "Only the work part of this device is managed. "
                "Remove deletes it, and the rest stays yours."
            ),
        }

    def _locate(self) -> _Words:
        return {
            Reason.MACOS: self.tr(
                "Macs cannot be located from here. Find My can show where it is."
            ),
            Reason.IPHONE: self.tr(
                "An iPhone or iPad cannot be located from here. Find My can show where it is."
            ),
            Reason.ANDROID_WORK_PROFILE: self.tr(
                "Only the work profile is managed, so the phone cannot be located from here. "
                "Google can show where it is."
            ),
            Reason.ANDROID_ADMINISTRATOR: self.tr(
                "This device cannot be located from here. Google can show where it is."
            ),
        }

    def _recovery_key(self) -> _Words:
        return {
            Reason.PERSONAL_DEVICE: self.tr(
                "This is your own Mac. Your organisation cannot read its key."
            ),
        }

    def _platforms(self) -> _Words:
        return {
            Reason.WINDOWS_8: self.tr("Windows 8.1 is no longer managed. IT support can help."),
            Reason.WINDOWS_RT: self.tr("Windows RT is no longer managed. IT support can help."),
            Reason.WINDOWS_PHONE: self.tr("Windows phones cannot do this. IT support can help."),
            Reason.IPHONE: self.tr(
                "An iPhone or iPad has no recovery key. Its passcode protects it."
            ),
            Reason.ANDROID: self.tr(
                "Android devices have no recovery key. Their screen lock protects them."
            ),
            Reason.LINUX: self.tr(
                "Linux computers take no requests from here. Open the Intune app on it instead."
            ),
            Reason.CHROMEOS: self.tr(
                "ChromeOS devices take no requests from here. IT support can help."
            ),
            Reason.VISIONOS: self.tr(
                "An Apple Vision Pro takes no requests from here. IT support can help."
            ),
            Reason.TVOS: self.tr("An Apple TV takes no requests from here. IT support can help."),
        }

    def _enrollments(self) -> _Words:
        return {
            Reason.ENROLLMENT_MANAGER: self.tr(
                "This device was set up for shared use. Only IT support can do this."
            ),
            Reason.APPLE_USER_ENROLLMENT: self.tr(
                "Only the work part of this device is managed. "
                "You can do this on the device itself."
            ),
            Reason.APPLE_SUPERVISED: self.tr(
                "Your organisation set this device up. Only IT support can remove or erase it."
            ),
            Reason.NOT_SUPERVISED: self.tr(
                "Apple allows this only where an organisation set the device up. "
                "You can do it on the device itself."
            ),
            Reason.ENTRA_JOINED: self.tr(
                "You open this computer with your work account, which would stop working on it. "
                "Only IT support can remove it."
            ),
            Reason.MAYBE_DOMAIN_JOINED: self.tr(
                "This computer may have its name from your organisation’s network. "
                "IT support can rename it."
            ),
            Reason.NOT_REGISTERED: self.tr(
                "This computer is not in your organisation’s directory, so its key is not found. "
                "IT support can look for it."
            ),
        }

    def _kinds_of_android(self) -> _Words:
        return {
            Reason.ANDROID_COMPANY: self.tr(
                "This device is your organisation’s. Only IT support can remove or erase it."
            ),
            Reason.ANDROID_WORK_PROFILE: self.tr(
                "Only the work profile is managed. You can do this on the device itself."
            ),
            Reason.ANDROID_AOSP: self.tr(
                "Devices of this kind cannot do this. IT support can help."
            ),
            Reason.ANDROID_ADMINISTRATOR: self.tr(
                "Android cannot do this the way the device was enrolled. "
                "You can do it on the device itself."
            ),
        }

    def _owners(self) -> _Words:
        return {
            Reason.COMPANY_DEVICE: self.tr(
                "This device is your organisation’s. Only IT support can remove it."
            ),
            Reason.PERSONAL_DEVICE: self.tr(
                "This is your own device. Only you can do this, on the device itself."
            ),
            Reason.UNKNOWN_OWNERSHIP: self.tr(
                "We do not know whether this device is yours or your organisation’s. "
                "IT support can look it up."
            ),
        }

    def _states(self) -> _Words:
        return {
            Reason.BEING_REMOVED: self.tr(
                "This device is being removed or set back to factory settings. "
                "Nothing else can be asked of it."
            ),
            Reason.ALREADY_REQUESTED: self.tr(
                "This has already been requested. Wake the device up so that it can answer."
            ),
            Reason.BLOCKED: self.tr(
                "Your organisation has switched this off for such devices. "
                "IT support can do it for you."
            ),
            Reason.SWITCHED_OFF: self.tr("Your organisation does not use this."),
            Reason.READ_ONLY: self.tr(
                "Your organisation lets this program see your devices, not manage them. "
                "IT support can do it for you."
            ),
            Reason.POLICY_UNREADABLE: self.tr(
                "Your organisation’s settings on this computer cannot be read, "
                "so devices get no requests from here. IT support can mend them."
            ),
        }
