"""What may stay through a factory reset, as far as the device's system lets a person choose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.domain import Device, Platform
from companyportal.views.pin_row import PinRow
from companyportal.views.spacing import column, row
from companyportal.views.switch import Switch
from companyportal.views.text import Text
from companyportal.wipe_choices import WipeChoices

_MOBILE = (Platform.IOS, Platform.IPADOS, Platform.ANDROID)


class WipeChoiceRows(QWidget):
    """A switch for each choice, and a field for the PIN of a Mac.

    Signals:
        changed(): ``choices`` are others now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep_files = Switch()
        self.keep_enrollment = Switch()
        self.keep_esim = Switch()
        self._labels = [Text("", "body") for _ in range(3)]
        self._rows = [QWidget() for _ in range(3)]
        box = column(self, gap=4)
        for line, label, switch in zip(self._rows, self._labels, self._switches, strict=True):
            across = row(line, gap=12)
            across.addWidget(label, 1)
            across.addWidget(switch, 0, Qt.AlignmentFlag.AlignTop)
            label.setBuddy(switch)
            box.addWidget(line)
            switch.toggled.connect(self.changed)
        self.pin = PinRow()
        self.pin.changed.connect(self.changed)
        box.addWidget(self.pin)
        self.reset()

    @property
    def choices(self) -> WipeChoices:
        """As the switches stand, and what was typed."""
        return WipeChoices(
            keep_user_data=self.keep_files.isChecked(),
            keep_enrollment=self.keep_enrollment.isChecked(),
            keep_esim=self.keep_esim.isChecked(),
            pin=self.pin.pin,
        )

    @property
    def missing(self) -> str:
        """What the device cannot be reset without, in words; empty where nothing is missing."""
        return "" if self.pin.isHidden() else self.pin.missing

    def reset(self) -> None:
        """Everything goes but the data plan, which would have to be bought anew."""
        self.keep_files.setChecked(False)
        self.keep_enrollment.setChecked(False)
        self.keep_esim.setChecked(True)
        self.pin.clear()

    def set_device(self, device: Device) -> None:
        """Offer what its system offers."""
        is_windows, is_mobile = device.platform is Platform.WINDOWS, device.platform in _MOBILE
        texts = (
            self.tr("Keep my files"),
            self.tr("Stay enrolled in your organisation"),
            self.tr("Keep the mobile data plan (eSIM)"),
        )
        offered = (is_windows, is_windows, is_mobile)
        parts = zip(self._rows, self._labels, self._switches, texts, offered, strict=True)
        for line, label, switch, text, is_offered in parts:
            label.setText(text)
            switch.setAccessibleName(text)
            line.setVisible(is_offered)
        is_mac = device.platform is Platform.MACOS
        self.pin.setVisible(is_mac)
        self.pin.render_words()
        self.setVisible(is_mac or any(offered))

    @property
    def _switches(self) -> tuple[Switch, Switch, Switch]:
        return (self.keep_files, self.keep_enrollment, self.keep_esim)
