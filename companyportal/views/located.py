"""Where the device was: coordinates, how exact, how old, and the way to a map."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from companyportal.domain import Device, Secret
from companyportal.location import Location
from companyportal.records import OperationState
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyButton
from companyportal.views.message_bar import MessageBar
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.public_reveal import PublicReveal
from companyportal.views.result_head import ResultHead
from companyportal.views.secret_watch import SecretWatch
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.venue import is_public

MAP = (
    "https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}"
    "#map=16/{latitude:.5f}/{longitude:.5f}"
)
"""Source: https://wiki.openstreetmap.org/wiki/Browsing#Sharing_a_link_to_the_map"""
_KILOMETRE = 1000


class Located(ProtectedStep):
    """The place, or that it can no longer be shown.

    Signals:
        link_asked(address: str): open it in the browser.
    """

    link_asked = Signal(str)

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = OutcomeWords(self)
        self._times = TimeWords(models.clock, self)
        self._head = ResultHead("locate", "success")
        self._place = Text("", "subtitle", tabular=True)
        self._exact = Text("", "body", "text2")
        self._age = Text("", "body", "text2")
        self._gone = MessageBar("info", "info")
        self._notice = Text("", "label", "text3")
        self._copied = Text("", "label", "text2")
        self._hint = Text("", "body", "text2")
        self.open_map = Button("", "primary", icon="external-link")
        self.copy = CopyButton()
        self.done = Button("")
        self.reveal = PublicReveal(models.clock) if is_public() else None
        self._watch = SecretWatch(
            is_kept=lambda: models.answer is not None, on_gone=self._clear, parent=self
        )
        reveal = () if self.reveal is None else (self.reveal,)
        words = (self._place, self._exact, self._age, *reveal, self._gone, self._hint)
        for part in (self._head, *words, self._notice, self._copied):
            self._body.addWidget(part)
        if self.reveal is not None:
            self.reveal.revealed.connect(self._render_all_of_place)
            self.reveal.concealed.connect(self._render_all_of_place)
        self._add_buttons(self.open_map, self.copy, self.done, in_card=True)
        self.open_map.clicked.connect(self._on_map_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.done.clicked.connect(self.devices_asked)
        if models.clipboard is not None:
            models.clipboard.changed.connect(self._render_copied)

    @property
    def announcement(self) -> str:
        """The result, without the place."""
        return self._head.title

    @property
    def _location(self) -> Location | None:
        answer = self._models.answer
        return answer.location if answer is not None else None

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        location = self._location
        page = self._words.describe(self._models.action, device, OperationState.DONE)
        self._head.mark.set_state(page.icon, page.kind)
        self._head.set_words(page.title, page.line)
        self._hint.setText(page.hint)
        self._render_place(location)
        self._gone.setVisible(location is None)
        self._gone.set_words(
            self.tr("The place is no longer kept here."), self.tr("Locate the device again.")
        )
        self.open_map.setText(self.tr("Open the map"))
        self.copy.setText(self.tr("Copy"))
        self.done.setText(self.tr("Back to devices"))
        self._notice.setText(
            self.tr("The map opens in your browser, at openstreetmap.org, which learns the place.")
        )
        self._note_shown()
        self._render_copied()
        self._watch.watch(location is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Its words were there before."""
        super().showEvent(event)
        self._note_shown()

    def leave(self) -> None:
        """Nothing of the place stays in the widgets."""
        self._watch.watch(is_there=False)
        self._clear()

    def _note_shown(self) -> None:
        if self._location is not None and self.isVisible():
            self._models.note_shown()

    def _render_place(self, location: Location | None) -> None:
        for part in (self._place, self._exact, self._age, self.copy):
            part.setVisible(location is not None)
        can_open = location is not None and self.reveal is None
        self._notice.setVisible(can_open)
        self.open_map.setVisible(can_open)
        if self.reveal is not None:
            self.reveal.setVisible(location is not None)
        if location is None or not self._may_be_read:
            self._clear()
            return
        self._place.setText(_written(location))
        self._exact.setText(self._accuracy(location))
        self._exact.setVisible(location.accuracy_m is not None)
        if location.collected_at is not None:
            when = self._times.at(location.collected_at)
            self._age.setText(self.tr("It was there {when}.").format(when=when))
        self._age.setVisible(location.collected_at is not None)

    @property
    def _may_be_read(self) -> bool:
        """Where others pass by, only while the visitor wants to see it."""
        return self.reveal is None or self.reveal.is_revealed

    def _render_all_of_place(self) -> None:
        self._render_place(self._location)

    def _accuracy(self, location: Location) -> str:
        metres = location.accuracy_m or 0.0
        locale = QLocale()
        if metres >= _KILOMETRE:
            far = locale.toString(metres / _KILOMETRE, "f", 1)
            return self.tr("Within {distance} km of this point").format(distance=far)
        near = locale.toString(round(metres))
        return self.tr("Within {distance} m of this point").format(distance=near)

    def _clear(self) -> None:
        for text in (self._place, self._exact, self._age):
            text.setText("")

    def _on_map_clicked(self) -> None:
        if (place := self._location) is not None and not is_public():
            address = MAP.format(latitude=place.latitude, longitude=place.longitude)
            self.link_asked.emit(address)

    def _on_copy_clicked(self) -> None:
        """Into clipboards that forget: no history, and nothing after some seconds."""
        place, clipboard = self._location, self._models.clipboard
        if place is not None and clipboard is not None and not is_public():
            clipboard.copy(Secret(_written(place)))

    def _render_copied(self) -> None:
        clipboard = self._models.clipboard
        if clipboard is None:
            self._copied.hide()
            return
        self._copied.setVisible(clipboard.holds_secret)
        left = math.ceil(clipboard.seconds_left)
        self._copied.setText(self.tr("Copied. The clipboard is emptied in %n second(s).", "", left))


def _written(place: Location) -> str:
    """As maps understand it when it is pasted: always with points, whatever the language."""
    return f"{place.latitude:.5f}, {place.longitude:.5f}"
