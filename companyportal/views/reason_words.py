"""Why an action is not offered, and what the person can do instead.

Every reason is one whole paragraph of short sentences, because it stands in one line under the
buttons and is also what a screen reader says for the unavailable button. Those of a passcode reset
are here, those of the other actions in ``refusal_words.py``; a menu takes the short form of
``short_reason_words.py``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.domain import Action
from companyportal.reasons import Reason
from companyportal.views.refusal_words import RefusalWords


class ReasonWords(QObject):
    """The words for every reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refusals = RefusalWords(self)

    def why(self, reason: Reason, action: Action = Action.RESET_PASSCODE) -> str:
        """Why ``action`` is not offered, and what helps."""
        if action is Action.RESET_PASSCODE:
            return self._of_passcode(reason) or self._refusals.why(action, reason)
        return self._refusals.why(action, reason) or self._of_passcode(reason)

    def _of_passcode(self, reason: Reason) -> str:
        groups = (self._platforms, self._enrollments, self._states)
        return next((words[reason] for group in groups if reason in (words := group())), "")

    def _platforms(self) -> dict[Reason, str]:
        return {
            Reason.WINDOWS_PC: self.tr(
                "Windows computers have no passcode to reset. Forgot your PIN? "
                "Choose “I forgot my PIN” where you sign in to Windows. "
                "It may ask for the recovery key."
            ),
            Reason.WINDOWS_8: self.tr(
                "Windows 8.1 computers have no passcode to reset. "
                "You unlock them with your account’s password."
            ),
            Reason.WINDOWS_RT: self.tr(
                "Windows RT tablets have no passcode to reset. "
                "You unlock them with your account’s password."
            ),
            Reason.MACOS: self.tr(
                "Macs have no passcode to reset. Forgot your password? "
                "The recovery key lets you in, and IT support can read it too."
            ),
            Reason.LINUX: self.tr(
                "Linux computers have no passcode to reset. IT support can help with the password."
            ),
            Reason.CHROMEOS: self.tr(
                "ChromeOS devices have no passcode to reset. "
                "You unlock them with your account’s password."
            ),
            Reason.VISIONOS: self.tr(
                "The passcode of an Apple Vision Pro cannot be reset from here. "
                "IT support knows what to do."
            ),
            Reason.TVOS: self.tr("An Apple TV has no passcode to reset."),
            Reason.UNKNOWN_PLATFORM: self.tr(
                "We do not know what kind of device this is. IT support can look it up."
            ),
        }

    def _enrollments(self) -> dict[Reason, str]:
        return {
            Reason.ENROLLMENT_MANAGER: self.tr(
                "This device was set up for shared use. Only IT support can reset its passcode."
            ),
            Reason.APPLE_USER_ENROLLMENT: self.tr(
                "Only the work part of this device is managed, so its passcode is yours alone. "
                "Apple explains how to erase and restore it."
            ),
            Reason.ANDROID_ADMINISTRATOR_TOO_NEW: self.tr(
                "Android 7 and later no longer allow this the way the device was enrolled. "
                "IT support can help to enrol it anew."
            ),
            Reason.ANDROID_WORK_PROFILE_TOO_OLD: self.tr(
                "A work profile can be reset from Android 8 on, and this device is older. "
                "IT support can help."
            ),
            Reason.UNKNOWN_VERSION: self.tr(
                "The version of its system is not known. "
                "Switch the device on, let it connect and check again."
            ),
            Reason.UNKNOWN_ENROLLMENT: self.tr(
                "We do not know how this device was enrolled. IT support can look it up."
            ),
        }

    def _states(self) -> dict[Reason, str]:
        return {
            Reason.NOT_MANAGED: self.tr(
                "Your organisation does not manage this device yet. "
                "Finish setting it up, then check again."
            ),
            Reason.BEING_REMOVED: self.tr(
                "This device is being removed or set back to factory settings. "
                "A reset is no longer possible."
            ),
            Reason.UNKNOWN_STATE: self.tr(
                "The state of this device is not clear. Check again later, or ask IT support."
            ),
            Reason.ALREADY_REQUESTED: self.tr(
                "A reset has already been requested. Wake the device up so that it can answer."
            ),
            Reason.NOT_PERMITTED: self.tr(
                "Your organisation does not allow you to do this. "
                "IT support can do it for you; check again once that has changed."
            ),
            Reason.POLICY_UNREADABLE: self.tr(
                "Your organisation’s settings on this computer cannot be read, "
                "so nothing is reset from here. IT support can mend them."
            ),
        }
