"""The request is on its way; for a moment nobody knows more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.views.device_chip import DeviceChip
from companyportal.views.device_words import device_name
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.track import Track


class ProtectedSending(ProtectedStep):
    """Sending; nothing can be pressed."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._head = ResultHead("clock", "info")
        self._chip = DeviceChip()
        for part in (self._head, Track(), self._chip):
            self._body.addWidget(part)

    @property
    def announcement(self) -> str:
        """What is being done."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        self._head.set_words(
            self.tr("Sending the request"),
            self.tr("{device} is read once more, then the request leaves. It is sent once.").format(
                device=device_name(device.name)
            ),
        )
        self._chip.set_device(device)
