"""The last question before something that cannot be undone: the device's name has to be typed."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.views.action_words import ActionTexts
from companyportal.views.buttons import Button
from companyportal.views.device_chip import DeviceChip
from companyportal.views.device_words import device_name
from companyportal.views.dialog import Dialog
from companyportal.views.line_edit import LineEdit
from companyportal.views.loss_rows import LossRows
from companyportal.views.message_bar import MessageBar
from companyportal.views.spacing import column
from companyportal.views.text import PLACEHOLDER, Text, display
from companyportal.views.venue import is_public

WAKES_AFTER_MS = 1000
"""A double click on something before cannot reach the button."""
_BLANKS = f"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800{PLACEHOLDER}"
_LEAST_ENDING = 4
LONGEST_NAME = 32
"""Characters; of a longer name the end of the serial number is typed instead."""


class NameQuestion(Dialog):
    """Cancel is the default; the red button wakes when the name matches and a second has passed.

    Signals:
        confirmed(): the name was typed and the red button pressed.
    """

    confirmed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "warning", "danger")
        self._chip = DeviceChip()
        self._here = MessageBar("warning", "warning")
        self._losses = LossRows()
        self._label = Text("", "body")
        self.field = LineEdit()
        self.cancel = Button("")
        self.go = Button("", "danger")
        self.alarm = QTimer(self)
        self.alarm.setSingleShot(True)
        self.alarm.setInterval(WAKES_AFTER_MS)
        self._wanted, self._is_name = "", True
        self._ending = ""
        """What may be typed instead, where a keyboard is only painted on the screen."""
        typing = QWidget()
        together = column(typing, gap=6)
        together.addWidget(self._label)
        together.addWidget(self.field)
        for part in (self._chip, self._here, self._losses, typing):
            self.add_body(part)
        self.add_buttons(self.cancel, self.go)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.go.reason_asked.connect(self.field.setFocus)
        self.field.textChanged.connect(self._render_go)
        self.alarm.timeout.connect(self._render_go)

    @property
    def wanted(self) -> str:
        """What has to be typed."""
        return self._wanted

    def ask(self, device: Device, texts: ActionTexts) -> None:
        """Open it for this device."""
        self.field.clear()
        self.alarm.start()
        self.set_words(device, texts)
        self.open()

    def set_words(self, device: Device, texts: ActionTexts) -> None:
        """What is asked, also in another language than before."""
        self._wanted, self._is_name = _wanted_of(device)
        self._ending = _ending_of(device) if self._is_name and is_public() else ""
        self.head.mark.set_state(texts.icon, "danger")
        self.head.set_words(texts.question, texts.summary)
        self._chip.set_device(device)
        self._here.setVisible(bool(texts.warning))
        self._here.set_words(texts.warning, "")
        self._losses.set_losses(texts.losses)
        self._label.setText(self._label_words().format(name=self._wanted, end=self._ending))
        self._label.set_strong(self._wanted)
        self.field.setAccessibleName(self._label.text())
        self.cancel.setText(self.tr("Cancel"))
        self.go.setText(texts.confirm)
        self.go.set_icon(texts.icon)
        self._render_go()

    def _label_words(self) -> str:
        if not self._is_name:
            return self.tr("To confirm, type the end of its serial number: {name}")
        if self._ending:
            return self.tr("To confirm, type {name}, or the end of its serial number: {end}")
        return self.tr("To confirm, type {name}")

    def _render_go(self) -> None:
        is_awake = not self.alarm.isActive()
        accepted = {_plain(each) for each in (self._wanted, self._ending) if each}
        matches = _plain(self.field.text()) in accepted
        reason = self.tr("Type the name first.")
        if not self._is_name:
            reason = self.tr("Type the end of the serial number first.")
        self.go.set_reason("" if matches else reason)
        self.go.setEnabled(is_awake)

    def _on_go(self) -> None:
        if not self.go.reason and self.go.isEnabled():
            self.accept()
            self.confirmed.emit()


def _wanted_of(device: Device) -> tuple[str, bool]:
    """The name and True where it is short and a keyboard has all of it, else the end of the serial
    number. Never nothing: an empty field confirms nothing.
    """
    name, ending = device_name(device.name), display(device.serial_end)
    is_easy = bool(device.name.strip()) and len(device.name) <= LONGEST_NAME and _is_typed(name)
    if not is_easy and _is_typed(ending):
        return ending, False
    return (name if _plain(name) else device_name("")), True


def _ending_of(device: Device) -> str:
    """The end of the serial number, where it is enough to tell devices apart."""
    ending = display(device.serial_end)
    return ending if len(_plain(ending)) >= _LEAST_ENDING else ""


def _is_typed(text: str) -> bool:
    return bool(_plain(text)) and PLACEHOLDER not in text


def _plain(text: str) -> str:
    """Case, spaces at the ends, the kind of apostrophe and what cannot be seen do not count."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    seen = "".join(character for character in folded if not _is_unseen(character))
    return " ".join(seen.split())


def _is_unseen(character: str) -> bool:
    """True for direction marks and joiners, variation selectors, blank letters, and our own mark in
    their place.

    Source: https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt
    (Default_Ignorable_Code_Point)
    """
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return is_selector or character in _BLANKS or unicodedata.category(character) == "Cf"
