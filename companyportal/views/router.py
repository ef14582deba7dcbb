"""Which page is open: decided from the models and from where the person went."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from companyportal.domain import Action, Device
from companyportal.models.account import AccountModel, AccountState
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.device_list import DeviceList
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.protected_progress import Step


class Place(Enum):
    """Every page of the window."""

    WELCOME = auto()
    DEVICES = auto()
    DEVICE = auto()
    PROTECTED = auto()
    SUPPORT = auto()
    SETTINGS = auto()
    SHORTCUTS = auto()

    @property
    def section(self) -> Place:
        """The entry of the navigation that is marked while this page is open."""
        if self in (Place.DEVICE, Place.PROTECTED):
            return Place.DEVICES
        return Place.SETTINGS if self is Place.SHORTCUTS else self


_ASIDE = (Place.SUPPORT, Place.SETTINGS, Place.SHORTCUTS)
"""Pages that are there for everybody, whatever else goes on."""


class Router(QObject):
    """Follows the person through the pages.

    Signals:
        changed(): ``place`` is another one now.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        account: AccountModel,
        devices: DeviceList,
        details: DeviceDetailsModel,
        protected: ProtectedAction,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._devices = devices
        self._details = details
        self._protected = protected
        self._wanted = Place.DEVICES
        self._last = self.place
        account.changed.connect(self._look)
        details.gone.connect(self._look)
        protected.changed.connect(self._look)
        protected.returned.connect(self.show_protected)

    @property
    def place(self) -> Place:
        """The page to show now."""
        signed_in = self._account.state in (AccountState.SIGNED_IN, AccountState.STARTING)
        if self._wanted in _ASIDE:
            return self._wanted
        if self._wanted is Place.PROTECTED and self._protected.progress.step is not Step.NONE:
            return Place.PROTECTED
        if not signed_in:
            return Place.WELCOME
        if self._wanted in (Place.DEVICE, Place.PROTECTED) and self._details.device is not None:
            return Place.DEVICE
        return Place.DEVICES

    def go(self, place: Place) -> None:
        """The person chose a page in the navigation; a reset they only looked away from waits."""
        step = self._protected.progress.step
        came_from_elsewhere = self._wanted in _ASIDE
        if place is Place.DEVICES and (
            step.is_busy or (came_from_elsewhere and step is not Step.NONE)
        ):
            place = Place.PROTECTED
        elif place is Place.DEVICES:
            self._protected.leave()
        self._wanted = place
        self._look()

    def show_protected(self) -> None:
        """The person came back from the browser: on to the same step of the same device."""
        progress = self._protected.progress
        if progress.step is Step.NONE:
            return
        if progress.device is not None and self._account.state is AccountState.SIGNED_IN:
            # Signing out closed its page; whoever cancels now wants to be there again.
            self._details.open(progress.device)
        self._wanted = Place.PROTECTED
        self._look()

    def open_device(self, device: Device) -> None:
        """The person chose a device."""
        self._protected.leave()
        self._details.open(device)
        self._wanted = Place.DEVICE
        self._look()

    def open_protected(self, action: Action, device: Device) -> None:
        """The person wants this of the device, which needs a fresh sign-in."""
        self._wanted = Place.PROTECTED
        self._protected.begin(action, device)
        self._look()

    def open_result(self, action: Action, device: Device) -> None:
        """The person wants to see what became of a request.

        While another device's is under way, which that page must show, the device's own page tells.
        """
        running = self._protected.progress
        is_other = running.device is not None and running.device.device_id != device.device_id
        if running.step.is_busy and is_other:
            self.open_device(device)
            return
        self._wanted = Place.PROTECTED
        self._protected.show_result(action, device)
        self._look()

    def back(self) -> None:
        """One level up: from the reset to its device, from there to the list."""
        known = None
        if self.place is Place.SHORTCUTS:
            self.go(Place.SETTINGS)
            return
        if self.place is Place.PROTECTED:
            device = self._protected.progress.device
            self._protected.cancel()
            self._protected.leave()
            known = self._devices.find(device.device_id) if device else None
        if known is not None:
            self._details.open(known)
        self._wanted = Place.DEVICE if known is not None else Place.DEVICES
        self._look()

    def _look(self) -> None:
        if (place := self.place) is not self._last:
            self._last = place
            self.changed.emit()
