"""The head of the list: how many devices, when they were read, and reading them again."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.device_list import DeviceList, ListState
from companyportal.views.icon_button import IconButton
from companyportal.views.spacing import row
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.views.time_words import TimeWords
from companyportal.views.venue import is_public

LEAST_WIDTH_FOR_TIME = 400
STALE_AFTER = timedelta(hours=12)
"""So long after it was read a list may well be wrong, and its age is told more loudly."""


class DevicesTitle(QWidget):
    """Title, count, time, refresh."""

    def __init__(
        self, devices: DeviceList, times: TimeWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._times = times
        self._title = Text("", "title")
        self._count = Text("", "title", "text3", wrap=False)
        self._when = Text("", "label", "text3", wrap=False)
        self.refresh = IconButton("refresh", "", parent=self)
        box = row(self, gap=10)
        box.addWidget(self._title)
        box.addWidget(self._count)
        box.addStretch(1)
        box.addWidget(self._when)
        box.addWidget(self.refresh)
        self.setMinimumWidth(current().px(120))
        self.refresh.clicked.connect(devices.refresh)

    @property
    def text(self) -> str:
        """The title alone, for announcing the page."""
        return self._title.text()

    def render_title(self) -> None:
        """Read the model."""
        devices = self._devices
        self._title.setText(self._title_words())
        is_told = bool(devices.total) and not is_public()
        self._count.setText(self.locale().toString(devices.total) if is_told else "")
        self._count.setAccessibleName(self.tr("%n device(s)", "", devices.total))
        self._when.setText(self._when_words())
        age = self._times.age(devices.checked_at) if devices.checked_at else timedelta()
        self._when.set_token("warning" if age >= STALE_AFTER else "text3")
        self.refresh.set_name(self.tr("Check again (F5)"))
        self.refresh.set_busy(devices.state is ListState.LOADING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The time goes first where there is little room."""
        super().resizeEvent(event)
        self._when.setVisible(current().em(self.width()) >= LEAST_WIDTH_FOR_TIME)

    def _title_words(self) -> str:
        is_question = self._devices.total or self._devices.state is ListState.LOADING
        if is_public() and is_question:
            return self.tr("Which device is locked?")
        return self.tr("Your devices")

    def _when_words(self) -> str:
        devices = self._devices
        if devices.state is ListState.LOADING and not devices.total:
            return self.tr("Loading your devices…")
        if devices.checked_at is None or is_public():
            return ""
        return self.tr("Checked {when}").format(when=self._times.since(devices.checked_at))
