"""What is known of a device, as names and values: the first few, and all of them on request."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.clock import Clock
from companyportal.device_facts import DeviceFacts
from companyportal.domain import Device
from companyportal.views.announce import announce
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.copying import CopyIcon, copy_text
from companyportal.views.detail_line import DetailLine
from companyportal.views.detail_words import DetailGroup, DetailRow, DetailWords
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.views.time_words import TimeWords

_LEAST_FOR_COLUMNS = 280
_WIDEST_NAME = 0.42
"""Of the width of the card."""


class DetailsCard(Card):
    """What is kept back stays so until it is asked for, and is again with another device."""

    def __init__(self, times: TimeWords, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._words = DetailWords(times, clock, self)
        self._device: Device | None = None
        self._groups: tuple[DetailGroup, ...] = ()
        self._is_whole = False
        self._shown: list[tuple[bool, list[str]]] = []
        self._lines: dict[str, DetailLine] = {}
        self._titles: dict[int, _Heading] = {}
        self._title = Text("", "subtitle", wrap=False)
        self.copy = CopyIcon()
        self.more = Button("", "link")
        self._lay_out()
        self.copy.clicked.connect(self._on_copy_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        current().changed.connect(self._place)

    def set_device(self, device: Device, facts: DeviceFacts) -> None:
        """Show this one."""
        if self._device is None or self._device.device_id != device.device_id:
            self._is_whole = False
            for line in self._lines.values():
                line.hide_again()
        self._device = device
        self._groups = self._words.groups(device, facts)
        self._render()

    def line(self, key: str) -> DetailLine:
        """The line of that key; it exists once it was shown."""
        return self._lines[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns need room."""
        super().resizeEvent(event)
        self._place()

    def _render(self) -> None:
        self._title.setText(self.tr("Details"))
        self.copy.set_name(self.tr("Copy details"))
        self.more.setText(self.tr("Show fewer") if self._is_whole else self.tr("Show all details"))
        self.more.setVisible(len(self._groups) > 1)
        shown = self._groups if self._is_whole else self._groups[:1]
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self._rows.isAncestorOf(focus)
        if self._outline(shown) != self._shown:
            # In a visible parent each line that appears would lay out all the others again.
            self._rows.hide()
            self._rearrange(shown)
        for number, group in enumerate(shown):
            if group.title:
                self._titles[number].title.setText(group.title)
            for each in group.rows:
                self._lines[each.key].set_row(each)
        self._place()
        self._rows.show()
        self._order_stops()
        if focus is not None and is_inside and focus.isVisible():
            focus.setFocus()

    def _outline(self, groups: tuple[DetailGroup, ...]) -> list[tuple[bool, list[str]]]:
        """Which lines there are, whatever they say."""
        return [(bool(group.title), [each.key for each in group.rows]) for group in groups]

    def _rearrange(self, groups: tuple[DetailGroup, ...]) -> None:
        """Make what is missing, drop what is too much, and put everything in its place."""
        self._keep_only(groups)
        self._shown = self._outline(groups)
        place = 0
        for number, group in enumerate(groups):
            wanted: list[QWidget] = [self._heading(number)] if group.title else []
            wanted += [self._line(each.key) for each in group.rows]
            for widget in wanted:
                self._table.removeWidget(widget)
                self._table.insertWidget(place, widget)
                place += 1

    def _keep_only(self, groups: tuple[DetailGroup, ...]) -> None:
        """Lines are kept by their keys, so that the keyboard stays where it was."""
        keys = {each.key for group in groups for each in group.rows}
        for key in [key for key in self._lines if key not in keys]:
            self._drop(self._lines.pop(key))
        for number in [number for number in self._titles if number >= len(groups)]:
            self._drop(self._titles.pop(number))

    def _drop(self, widget: QWidget) -> None:
        self._table.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _line(self, key: str) -> DetailLine:
        if key not in self._lines:
            self._lines[key] = DetailLine(self._rows)
        return self._lines[key]

    def _heading(self, number: int) -> _Heading:
        if number not in self._titles:
            self._titles[number] = _Heading(self._rows)
        return self._titles[number]

    def _order_stops(self) -> None:
        """The keyboard goes from top to bottom, whatever was made first."""
        stops: list[QWidget] = [self.copy]
        keys = [key for _, keys in self._shown for key in keys]
        stops += [stop for key in keys for stop in self._lines[key].stops]
        stops.append(self.more)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _place(self) -> None:
        """Names beside their values, or above them."""
        is_narrow = current().em(self.width()) < _LEAST_FOR_COLUMNS
        lines = list(self._lines.values())
        widest = max((line.name.sizeHint().width() for line in lines), default=0)
        width = min(widest + current().px(16), round(self.width() * _WIDEST_NAME))
        for line in lines:
            line.set_narrow(is_narrow=is_narrow, name_width=width)

    def _on_more_clicked(self) -> None:
        self._is_whole = not self._is_whole
        self._render()

    def _on_copy_clicked(self) -> None:
        """As it is seen: what is kept back stays so."""
        parts = []
        for group in self._groups:
            title = [group.title] if group.title else []
            seen = [self._seen(each) for each in group.rows]
            parts.append("\n".join(title + seen))
        copy_text("\n\n".join(parts))
        announce(self, self.tr("Details copied"))

    def _seen(self, row: DetailRow) -> str:
        line = self._lines.get(row.key)
        return line.text if line is not None else f"{row.name}: {row.masked or row.value}"

    def _lay_out(self) -> None:
        spaced(self.body, 6, (20, 14, 12, 14))
        head = row(gap=2)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        self._rows = QWidget(self)
        self._table = column(self._rows, gap=0)
        self.body.addWidget(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)


class _Heading(QWidget):
    """The title of a group, with air above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Text("", "strong")
        column(self, 0, (0, 12, 0, 2)).addWidget(self.title)
