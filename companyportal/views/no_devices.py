"""What stands in place of the cards: nothing enrolled, nothing found, nothing readable."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companyportal.models.device_list import DeviceList, ListState
from companyportal.views.buttons import Button
from companyportal.views.effect_words import Point
from companyportal.views.empty_state import EmptyState
from companyportal.views.explanation import Explanation
from companyportal.views.spacing import column
from companyportal.views.text import display
from companyportal.views.venue import is_public


class NoDevices(QWidget):
    """Three states, each with its next step.

    Signals:
        support_asked(): the person wants help.
    """

    support_asked = Signal()

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self.enrol = Button("", "primary", icon="info")
        self.check = Button("", icon="refresh")
        self._empty = EmptyState("illustration-empty", self.enrol, self.check)
        self.explanation = Explanation("phone", "laptop")
        self.show_all = Button("", "primary")
        self._no_match = EmptyState("", self.show_all)
        self.try_again = Button("", "primary", icon="refresh")
        self.support = Button("", icon="support")
        self._failed = EmptyState("illustration-empty", self.try_again, self.support)
        box = column(self, gap=0)
        for part in (self._empty, self.explanation, self._no_match, self._failed):
            box.addWidget(part)
        self._connect()

    @property
    def first(self) -> Button:
        """What the keyboard goes to."""
        shown = (self.enrol, self.show_all, self.try_again)
        return next((button for button in shown if button.isVisible()), self.enrol)

    def render_state(self) -> None:
        """Read the model; hides itself where there are cards to show."""
        devices = self._devices
        none = not devices.total
        is_empty = none and devices.state is ListState.READY
        has_failed = none and devices.state is ListState.FAILED
        has_no_match = not none and not devices.rowCount()
        self.setVisible(is_empty or has_failed or has_no_match)
        self._empty.setVisible(is_empty)
        self._failed.setVisible(has_failed)
        self._no_match.setVisible(has_no_match)
        if not is_empty:
            self.explanation.hide()
        self._render_words()

    def _render_words(self) -> None:
        self._empty.set_words(
            self.tr("No device yet"),
            self.tr(
                "Devices that you enrol with your organisation appear here. "
                "It can take a few minutes."
            ),
        )
        self._failed.set_words(
            self.tr("Your devices could not be read"),
            self.tr("Nothing was changed. Try again, or ask IT support.")
            if is_public()
            else self.tr("Nothing was changed. Check your connection, then try again."),
        )
        self._render_no_match()
        self.explanation.set_words(self.tr("How to enrol a device"), self._how_to_enrol())
        self.enrol.setText(self.tr("How to enrol a device"))
        self.check.setText(self.tr("Check again"))
        self.try_again.setText(self.tr("Try again"))
        self.support.setText(self.tr("IT support"))

    def _render_no_match(self) -> None:
        devices = self._devices
        title = self.tr("No device matches")
        if devices.needle.strip():
            words = display(devices.needle)
            title = self.tr("No device matches “{words}”").format(words=words)
        advice = self.tr("Search for a name, a model, a system or a serial number.")
        self.show_all.setText(self.tr("Show all devices"))
        if devices.is_long and not devices.arrangement.filter.is_empty:
            advice = self.tr("A filter is set. It may be what hides the device.")
            self.show_all.setText(self.tr("Clear filters"))
        self._no_match.set_words(title, advice)

    def _how_to_enrol(self) -> tuple[Point, ...]:
        return (
            Point(
                self.tr("A phone, a tablet or a Mac"),
                self.tr("Install the Company Portal app on it and sign in there."),
            ),
            Point(
                self.tr("A Windows computer"),
                self.tr("Open Settings › Accounts › Access work or school and choose Connect."),
            ),
        )

    def _on_enrol_clicked(self) -> None:
        self.explanation.setVisible(self.explanation.isHidden())

    def _on_show_all_clicked(self) -> None:
        self._devices.show_all()

    def _connect(self) -> None:
        self.enrol.clicked.connect(self._on_enrol_clicked)
        self.check.clicked.connect(self._devices.refresh)
        self.try_again.clicked.connect(self._devices.refresh)
        self.show_all.clicked.connect(self._on_show_all_clicked)
        self.support.clicked.connect(self.support_asked)
        self.explanation.support_asked.connect(self.support_asked)
