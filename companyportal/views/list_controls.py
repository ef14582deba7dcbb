"""Order, sections and filters of a long list, in one row that wraps; a short list has none."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.device_filter import DeviceFilter
from companyportal.models.device_groups import GroupBy
from companyportal.models.device_list import DeviceList
from companyportal.models.device_order import SortBy
from companyportal.views.buttons import Button
from companyportal.views.combo import ComboBox
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.list_words import ListWords
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.views.theme import current

_ARROW = 56
"""What a choice takes beside its words, in pixels at 100 % text."""
_NARROW = 560
"""Below it the controls would fill half the window, so they are folded away."""
_Value = TypeVar("_Value", bound=StrEnum)


class Choice(ComboBox):
    """One of several values; None stands for all of them.

    Signals:
        chosen(value: StrEnum | None): by the person.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, least_width=0)
        self._values: list[StrEnum | None] = []
        self.activated.connect(lambda place: self.chosen.emit(self._values[place]))

    def sizeHint(self) -> QSize:
        """As wide as the chosen words, so that all choices stand in one row."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.currentText())
        return QSize(math.ceil(words) + current().px(_ARROW), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """As wide as the longest choice."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + current().px(_ARROW))
        super().showPopup()

    def offer(self, name: str, words: dict[Any, str], value: StrEnum | None) -> None:
        """``name`` is what a screen reader calls it, ``words`` are the choices."""
        self._values = list(words)
        self.set_items(list(words.values()))
        self.setCurrentIndex(self._values.index(value))
        self.updateGeometry()
        self.setAccessibleName(name)


class ListControls(QWidget):
    """Says how many devices there are and lets the person choose among them."""

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._words = ListWords(self)
        self.family, self.health, self.ownership = Choice(), Choice(), Choice()
        self.group, self.sort = Choice(), Choice()
        self.fold = Button("", "link")
        self._is_open = False
        self._row, self._line = QWidget(), QWidget()
        self.count = Text("", "label", "text3", wrap=False)
        self.clear = Button("", "link")
        self._lay_out()
        self.family.chosen.connect(lambda value: self._narrow(family=value))
        self.health.chosen.connect(lambda value: self._narrow(health=value))
        self.ownership.chosen.connect(lambda value: self._narrow(ownership=value))
        self.group.chosen.connect(lambda value: devices.arrange(group=value))
        self.sort.chosen.connect(lambda value: devices.arrange(sort=value))
        self.clear.clicked.connect(devices.show_all)
        self.fold.clicked.connect(self._on_fold_clicked)

    def render_state(self) -> None:
        """Read the model."""
        devices, words = self._devices, self._words
        self.setVisible(devices.is_long)
        if not devices.is_long:
            return
        chosen = devices.arrangement
        self._render_filters(chosen.filter)
        self.group.offer(
            self.tr("Sections"), {each: words.group_by(each) for each in GroupBy}, chosen.group
        )
        self.sort.offer(self.tr("Order"), {each: words.sort(each) for each in SortBy}, chosen.sort)
        self.count.setText(words.count(len(devices.shown), devices.total))
        self.clear.setText(self.tr("Clear filters"))
        self._line.setVisible(chosen.hides_some)
        self.clear.setVisible(bool(devices.shown))  # else that button stands in place of the cards
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room, or more."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        box = column(self, gap=8)
        flow = FlowLayout(self._row, gap=8)
        for choice in (self.family, self.health, self.ownership, self.group, self.sort):
            flow.addWidget(choice)
        counts = FlowLayout(self._line, gap=10)
        counts.addWidget(self.count)
        counts.addWidget(self.clear)
        box.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._row)
        box.addWidget(self._line)

    def _fold(self) -> None:
        is_narrow = current().em(self.width()) < _NARROW
        self.fold.setVisible(is_narrow)
        self._row.setVisible(self._is_open or not is_narrow)
        is_folded = self._row.isHidden()
        words = self.tr("Filter and sort") if is_folded else self.tr("Hide filters and order")
        self.fold.setText(words)

    def _on_fold_clicked(self) -> None:
        self._is_open = not self._is_open
        self._fold()

    def _render_filters(self, chosen: DeviceFilter) -> None:
        words, kinds = self._words, self._devices.variety
        every = {None: self.tr("All systems")}
        families = {each: words.family(each) for each in _with(kinds.families, chosen.family)}
        self.family.offer(self.tr("System"), every | families, chosen.family)
        every = {None: self.tr("All states")}
        states = {each: words.health(each) for each in _with(kinds.healths, chosen.health)}
        self.health.offer(self.tr("Compliance"), every | states, chosen.health)
        every = {None: self.tr("All owners")}
        owners = {each: words.ownership(each) for each in _with(kinds.ownerships, chosen.ownership)}
        self.ownership.offer(self.tr("Owner"), every | owners, chosen.ownership)
        for choice in (self.family, self.health, self.ownership):
            # Nobody wants to choose where all devices are alike.
            choice.setVisible(choice.count() > 2)

    def _narrow(self, **changes: Any) -> None:
        self._devices.narrow(replace(self._devices.arrangement.filter, **changes))


def _with(values: tuple[_Value, ...], chosen: _Value | None) -> tuple[_Value, ...]:
    """What can be chosen; what was chosen stays among it."""
    return values if chosen is None or chosen in values else (*values, chosen)
