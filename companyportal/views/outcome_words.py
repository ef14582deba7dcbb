"""What became of an action, in words: waiting, done, failed, not supported, or not known.

A passcode reset has its own pages; everything else that is asked of a device speaks from here.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.domain import Action, Device, Platform
from companyportal.records import OperationState
from companyportal.views.device_words import device_name
from companyportal.views.venue import is_public


class OutcomePage(NamedTuple):
    """One outcome in words and its mark."""

    title: str
    line: str
    """What that means for the device."""
    text: str
    """More about it; may be empty."""
    hint: str
    """What the person can do; may be empty."""
    icon: str
    kind: str


class OutcomeWords(QObject):
    """The words for every action and everything that can become of it."""

    def describe(self, action: Action, device: Device, state: OperationState) -> OutcomePage:
        """The page for ``action`` on ``device`` in ``state``."""
        if state is OperationState.DONE:
            return self._done(action, device)
        if state is OperationState.FAILED:
            return self._failed(action, device)
        if state is OperationState.NOT_SUPPORTED:
            return self._not_supported(action, device)
        if state in (OperationState.NOT_SENT, OperationState.REFUSED):
            return self._not_sent(action)
        if state in (OperationState.UNKNOWN, OperationState.UNRESOLVED):
            return self._unknown(action, is_open=state.is_open)
        return self._waiting(action, device)

    def no_key(self) -> OutcomePage:
        """The keys were asked for, and there is none."""
        return OutcomePage(
            self.tr("There is no recovery key"),
            self.tr("Your organisation keeps no key of this computer."),
            self.tr("Its disk may not be encrypted, or its key was never stored."),
            self.tr("IT support can look for it elsewhere."),
            "info",
            "info",
        )

    def _waiting(self, action: Action, device: Device) -> OutcomePage:
        coming = {
            Action.REMOTE_LOCK: self.tr("It locks as soon as it is online."),
            Action.SYNC: self.tr("It reports as soon as it is online."),
            Action.RENAME: self.tr("It takes its new name as soon as it is online."),
            Action.RETIRE: self.tr("Company data leaves it as soon as it is online."),
            Action.WIPE: self.tr("It is erased as soon as it is online."),
            Action.RESTART: self.tr("It restarts as soon as it is online."),
            Action.LOCATE: self.tr("It tells its place as soon as it is online."),
        }.get(action, self.tr("It answers as soon as it is online."))
        return OutcomePage(
            self.tr("Waiting for {device}").format(device=device_name(device.name)),
            coming,
            self.tr("It answers fastest when it is on, online and charging."),
            ""
            if is_public()  # where there is no bell
            else self.tr("You may leave this page. The result is kept behind the bell."),
            "clock",
            "info",
        )

    def _done(self, action: Action, device: Device) -> OutcomePage:
        if action is Action.REMOTE_LOCK and device.platform is Platform.MACOS:
            return self._locked_with_pin()
        title, line, hint = {**self._harmless_done(), **self._grave_done()}[action]
        icon = {Action.REMOTE_LOCK: "lock", Action.LOCATE: "locate"}.get(action, "check-circle")
        return OutcomePage(title, line, "", hint, icon, "success")

    def _harmless_done(self) -> dict[Action, tuple[str, str, str]]:
        return {
            Action.REMOTE_LOCK: (
                self.tr("The device is locked"),
                self.tr("It opens with its passcode."),
                self.tr("Is it lost? Tell IT support."),
            ),
            Action.SYNC: (
                self.tr("The status is up to date"),
                self.tr("The device has told your organisation how it is."),
                "",
            ),
            Action.RENAME: (
                self.tr("The device has a new name"),
                self.tr("It may take a while until it is shown everywhere."),
                "",
            ),
            Action.RESTART: (
                self.tr("The device was restarted"),
                self.tr("It may take a minute until it is ready."),
                "",
            ),
        }

    def _grave_done(self) -> dict[Action, tuple[str, str, str]]:
        again = self.tr("To use it for work again, you set it up anew.")
        return {
            Action.RETIRE: (
                self.tr("The device was removed"),
                self.tr("Company data has left it, and it leaves your list."),
                again,
            ),
            Action.WIPE: (
                self.tr("The factory reset was done"),
                self.tr("The device starts as if it were new."),
                again,
            ),
            Action.LOCATE: (
                self.tr("The device was found"),
                self.tr("It has told where it is. Whoever holds it knows."),
                self.tr("Was it stolen? Do not fetch it yourself, tell the police."),
            ),
            Action.RECOVERY_KEY: (
                self.tr("The recovery key is here"),
                self.tr("Show it to nobody.")
                if is_public()  # where a secret says itself how long it can be read
                else self.tr("It is hidden after five minutes."),
                self.tr("Type it where the computer asks for it."),
            ),
            Action.RESET_PASSCODE: (
                self.tr("The passcode was reset"),
                self.tr("The device has answered."),
                "",
            ),
        }

    def _locked_with_pin(self) -> OutcomePage:
        return OutcomePage(
            self.tr("The Mac is locked"),
            self.tr("It opens only with this PIN."),
            self.tr("Write the PIN down: without it the Mac stays locked."),
            self.tr("A second lock is refused until this PIN was used."),
            "lock",
            "success",
        )

    def _failed(self, action: Action, device: Device) -> OutcomePage:
        hint = {
            Action.RENAME: self.tr("Try another name: letters, digits and hyphens."),
            Action.LOCATE: self.tr("Location may be switched off on it. Try again later."),
        }.get(action, self.tr("Try again with the device switched on and online."))
        if action is Action.REMOTE_LOCK and device.platform is Platform.MACOS:
            hint = self.tr("A Mac refuses a second lock until the PIN of the first was used.")
        return OutcomePage(
            self.tr("The device could not do it"),
            self._unchanged(action),
            self.tr("The device answered that it failed."),
            hint,
            "error",
            "danger",
        )

    def _not_supported(self, action: Action, device: Device) -> OutcomePage:
        text = self.tr("It answered that it does not offer this.")
        if action is Action.LOCATE:
            text = self.tr("Your organisation has to allow that the device is located.")
        if action is Action.RENAME and device.platform is Platform.WINDOWS:
            text = self.tr("A computer with a name from your organisation’s network keeps it.")
        return OutcomePage(
            self.tr("This device does not support it"),
            self._unchanged(action),
            text,
            self.tr("IT support can see what else can be done."),
            "warning",
            "warning",
        )

    def _not_sent(self, action: Action) -> OutcomePage:
        return OutcomePage(
            self.tr("Nothing was sent to the device"),
            self._unchanged(action),
            "",
            self.tr("Start again when you like."),
            "info",
            "info",
        )

    def _unknown(self, action: Action, *, is_open: bool) -> OutcomePage:
        """Sent, and the answer was lost; ``is_open``: it is still looked for."""
        never_twice = self.tr("The request is not sent a second time.")
        return OutcomePage(
            self.tr("We do not know yet whether it worked")
            if is_open
            else self.tr("We could not find out whether it worked"),
            self.tr("The connection broke after the request had left."),
            self._how_to_see(action),
            never_twice if is_open else self.tr("IT support can see what became of the request."),
            "unknown",
            "unknown",
        )

    def _unchanged(self, action: Action) -> str:
        return {
            Action.REMOTE_LOCK: self.tr("It was not locked."),
            Action.SYNC: self.tr("Its status is the one from before."),
            Action.RENAME: self.tr("Its name is the same as before."),
            Action.RETIRE: self.tr("It was not removed."),
            Action.WIPE: self.tr("It was not set back to factory settings."),
            Action.RESTART: self.tr("It was not restarted."),
            Action.LOCATE: self.tr("The device was not located."),
            Action.RECOVERY_KEY: self.tr("No key was shown."),
        }.get(action, self.tr("Nothing was changed."))

    def _how_to_see(self, action: Action) -> str:
        """How the person can tell what happened, from the device itself."""
        return {
            Action.REMOTE_LOCK: self.tr("Look at the device: is it locked?"),
            Action.SYNC: self.tr("Look when the device last reported."),
            Action.RENAME: self.tr("Look at its name in the list in a while."),
            Action.RETIRE: self.tr("If it leaves your list, it was removed."),
            Action.WIPE: self.tr("If it starts as if it were new, it was erased."),
            Action.RESTART: self.tr("Look at the device: has it restarted?"),
            Action.LOCATE: self.tr("Nothing on the device has changed."),
            Action.RECOVERY_KEY: self.tr("Nothing on the computer has changed."),
        }.get(action, self.tr("Look at the device."))
