"""A link that was asked for: kept until somebody is signed in and their devices are known."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from companyportal.deep_link import DeepLink, LinkTarget
from companyportal.models.account import AccountModel, AccountState
from companyportal.models.device_list import DeviceList, ListState


class AskedLink(QObject):
    """One link at a time; a newer one takes the place of the older.

    Signals:
        place_asked(target: LinkTarget): a page that needs no device.
        device_asked(device: Device): one of the person's devices.
        device_unknown(): the list is here and holds no such device.
    """

    place_asked = Signal(object)
    device_asked = Signal(object)
    device_unknown = Signal()

    def __init__(
        self, *, account: AccountModel, devices: DeviceList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._devices = devices
        self._device_id = ""

    @property
    def is_waiting(self) -> bool:
        """True while a device is asked for that cannot be opened yet."""
        return bool(self._device_id)

    def open(self, link: DeepLink) -> None:
        """Somebody followed this link."""
        self._device_id = link.device_id
        if link.device_id:
            self.look()
        else:
            self.place_asked.emit(link.target)

    def open_devices(self) -> None:
        """As the link to the list does."""
        self.open(DeepLink(target=LinkTarget.DEVICES))

    def forget(self) -> None:
        """The person has gone elsewhere, or the session of somebody has ended."""
        self._device_id = ""

    def look(self) -> None:
        """The session or the list may be here now."""
        if not self._device_id or self._account.state is not AccountState.SIGNED_IN:
            return
        device = self._devices.find(self._device_id)
        if device is not None:
            self._device_id = ""
            self.device_asked.emit(device)
        elif self._devices.state is ListState.READY:
            self._device_id = ""
            self.device_unknown.emit()
