"""What is known of a device, as a table of names and values."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from companyportal.domain import Device
from companyportal.views import device_words
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.device_words import DeviceWords
from companyportal.views.icon_button import IconButton
from companyportal.views.spacing import row, spaced
from companyportal.views.text import Text, display
from companyportal.views.theme import current
from companyportal.views.time_words import TimeWords

_ROWS = 6
_SERIAL = 2
_LEAST_FOR_COLUMNS = 280


class DetailsCard(Card):
    """The serial number shows its end only, until it is asked for."""

    def __init__(self, times: TimeWords, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._times = times
        self._words = DeviceWords(self)
        self._device: Device | None = None
        self._is_revealed = False
        self._title = Text("", "subtitle", wrap=False)
        self.reveal = Button("", "link")
        self.copy = IconButton("copy", "", parent=self)
        self._names = [Text("", "body", "text2") for _ in range(_ROWS)]
        self._values = [Text("", "body") for _ in range(_ROWS)]
        self._lay_out()
        self.reveal.clicked.connect(self._on_reveal_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        current().changed.connect(self._space)

    def set_device(self, device: Device) -> None:
        """Show this one; another device starts with its serial number hidden."""
        if self._device is None or self._device.device_id != device.device_id:
            self._is_revealed = False
        self._device = device
        self._render()

    def _render(self) -> None:
        device = self._device
        if device is None:
            return
        self._title.setText(self.tr("Details"))
        rows = self._rows(device)
        for number, (name, value) in enumerate(rows):
            self._names[number].setText(name)
            self._values[number].setText(display(value))
        has_serial = bool(device.serial_number)
        self.reveal.setVisible(has_serial)
        self.copy.setVisible(has_serial)
        self.reveal.setText(self.tr("Hide") if self._is_revealed else self.tr("Show"))
        self.reveal.setAccessibleDescription(self.tr("Serial no."))
        self.copy.set_name(self.tr("Copy the serial number"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns need room."""
        super().resizeEvent(event)
        is_narrow = current().em(self.width()) < _LEAST_FOR_COLUMNS
        if is_narrow is not self._is_narrow:
            self._place(is_narrow=is_narrow)

    def _rows(self, device: Device) -> tuple[tuple[str, str], ...]:
        unknown = self.tr("Unknown")
        return (
            (self.tr("Model"), device_words.model(device) or unknown),
            (self.tr("System"), self._system(device) or unknown),
            (self.tr("Serial no."), self._serial(device) or unknown),
            (self.tr("Owner"), self._words.owner(device)),
            (self.tr("Enrolled"), self._times.full_date(device.enrolled_at) or unknown),
            (self.tr("Last contact"), self._times.contact(device.last_sync_at)),
        )

    def _system(self, device: Device) -> str:
        name, version = device_words.system(device), device.os_version.strip()
        if not version or version in name:
            return name
        return self.tr("{system} ({version})").format(system=name, version=version)

    def _serial(self, device: Device) -> str:
        if self._is_revealed or not device.serial_number:
            return device.serial_number
        return f"•••• {device.serial_end}"

    def _on_reveal_clicked(self) -> None:
        self._is_revealed = not self._is_revealed
        self._render()

    def _on_copy_clicked(self) -> None:
        if self._device is not None:
            QGuiApplication.clipboard().setText(self._device.serial_number)

    def _lay_out(self) -> None:
        spaced(self.body, 8, (20, 14, 16, 18))
        head = row(gap=2)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for value in self._values:
            # A long value breaks anywhere rather than widening the page.
            value.setMinimumWidth(1)
        self.body.addLayout(self._grid)
        self._place(is_narrow=False)
        self._space()

    def _place(self, *, is_narrow: bool) -> None:
        """Names beside their values, or above them."""
        self._is_narrow = is_narrow
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        for number, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            place = middle if number == _SERIAL else top
            if is_narrow:
                self._grid.addWidget(name, 2 * number, 0, 1, 3)
                self._grid.addWidget(value, 2 * number + 1, 0, 1, 2 if number == _SERIAL else 3)
            else:
                self._grid.addWidget(name, 2 * number, 0, place)
                self._grid.addWidget(value, 2 * number, 1)
        self._grid.addWidget(self.reveal, 2 * _SERIAL + is_narrow, 2, middle)

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(current().px(16))
        self._grid.setVerticalSpacing(current().px(7))
