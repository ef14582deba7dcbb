"""Why a request that was sent did not end well, and what the person can do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.capabilities import ResetEffect
from companyportal.domain import Device, Platform
from companyportal.records import OperationState
from companyportal.views.effect_words import effect_of


class FailurePage(NamedTuple):
    """One bad end in words and its mark."""

    title: str
    line: str
    text: str
    hint: str
    icon: str
    kind: str


class FailureWords(QObject):
    """The words for failed, not supported, unresolved, and nothing known."""

    def describe(self, device: Device, state: OperationState | None) -> FailurePage:
        """The page for ``state``; None where nothing is known of any request."""
        if state is OperationState.NOT_SUPPORTED:
            return self._not_supported(device)
        if state is OperationState.UNRESOLVED:
            return self._unresolved()
        if state is None:
            return self._nothing_known()
        return FailurePage(
            self.tr("The device could not do it"),
            self.tr("Your passcode is the same as before."),
            self.tr("The device answered that the reset failed."),
            self.tr("Start it again with the device switched on and online, or ask IT support."),
            "error",
            "danger",
        )

    def _not_supported(self, device: Device) -> FailurePage:
        hint = self.tr("IT support can see what else can be done.")
        text = self.tr("It answered that it does not offer this.")
        if effect_of(device) is ResetEffect.WORK_PROFILE:
            text = self.tr(
                "A work profile needs a passcode of its own, and reset has to be allowed on the "
                "device once before."
            )
        elif device.platform is Platform.ANDROID:
            text = self.tr(
                "Your organisation has to require a passcode on this device, otherwise Android "
                "does not reset it."
            )
        return FailurePage(
            self.tr("This device does not support it"),
            self.tr("Your passcode is the same as before."),
            text,
            hint,
            "warning",
            "warning",
        )

    def _unresolved(self) -> FailurePage:
        return FailurePage(
            self.tr("We could not find out whether it worked"),
            self.tr("The request was sent once and is not sent again."),
            self.tr("Try your old passcode. If it still works, nothing has been reset."),
            self.tr("IT support can see what became of the request."),
            "unknown",
            "unknown",
        )

    def _nothing_known(self) -> FailurePage:
        return FailurePage(
            self.tr("There is no result here"),
            self.tr("No reset of this device was followed since you signed in."),
            self.tr("The activity on the device’s page shows what was asked of it before."),
            "",
            "info",
            "info",
        )
