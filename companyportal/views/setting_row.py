"""One choice: its words at the start, its control at the end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.views.columns import Columns
from companyportal.views.icon import IconView
from companyportal.views.spacing import column, row
from companyportal.views.switch import Switch
from companyportal.views.text import Text


class SettingRow(QWidget):
    """ "Set by your organisation" in place of the second line where it is."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._title = Text("", "medium")
        self._building = IconView("building", "text2", 16)
        self._line = Text("", "label", "text2")
        self._second = QWidget()
        second = row(self._second, gap=6)
        second.addWidget(self._building)
        second.addWidget(self._line, 1)
        words = QWidget()
        lines = column(words, gap=2)
        lines.addWidget(self._title)
        lines.addWidget(self._second)
        columns = Columns(at=0 if isinstance(control, Switch) else 320, gap=16)
        columns.add(words, 1)
        columns.add(control)
        row(self, 0, (0, 12, 0, 12)).addWidget(columns)

    def set_words(self, title: str, line: str, *, is_locked: bool) -> None:
        """A locked row says who has set it."""
        self._title.setText(title)
        self._line.setText(self.tr("Set by your organisation") if is_locked else line)
        self._second.setVisible(bool(self._line.text()))
        self._building.setVisible(is_locked)
        self._control.setEnabled(not is_locked)
        self._control.setAccessibleName(title)
        self._control.setAccessibleDescription(self._line.text())
