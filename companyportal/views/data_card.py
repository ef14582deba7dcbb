"""What the program keeps on this computer, where, and the way to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from companyportal.models.own_data import OwnData
from companyportal.own_files import Kept
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.divider import Divider
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text, display

_LONGEST_PATH = 400
_FORMAT = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class _KeptRow(QWidget):
    """One kind: what it is, and how much of it there is."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", "medium")
        self._line = Text("", "label", "text2")
        self._size = Text("", "label", "text2", wrap=False, tabular=True)
        words = column(gap=2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        box = row(None, 16, (0, 12, 0, 12))
        box.addLayout(words, 1)
        box.addWidget(self._size)
        whole = column(self, 0)
        whole.addLayout(box)
        whole.addWidget(Divider())

    def set_words(self, title: str, line: str, size: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._line.setText(line)
        self._size.setText(size)


class DataCard(Card):
    """A row for each kind that is there, the folder, and two buttons.

    Signals:
        folder_asked(path: str): it is to be shown in the file manager.
        erase_asked(): all of it is to go; nobody has confirmed that yet.
    """

    folder_asked = Signal(str)
    erase_asked = Signal()

    def __init__(self, data: OwnData, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._data = data
        self._rows = {kind: _KeptRow() for kind in Kept}
        self._nothing = Text("", "body", "text2")
        self._place = Text("", "label", "text2")
        self._place.setMinimumWidth(1)
        self.show_folder = Button("", icon="external-link")
        self.erase = Button()
        self._lay_out()
        self.show_folder.clicked.connect(lambda: self.folder_asked.emit(data.folder))
        self.erase.clicked.connect(self.erase_asked)
        data.changed.connect(self.render_data)
        self.render_data()

    def render_data(self) -> None:
        """Anew, also in another language."""
        sizes = self._data.sizes
        words = self._words()
        for kind, each in self._rows.items():
            size = QLocale().formattedDataSize(sizes.get(kind, 0), 0, _FORMAT)
            each.set_words(*words[kind], size)
            each.setVisible(kind in sizes)
        self._nothing.setText(self.tr("Nothing is kept here."))
        self._nothing.setVisible(not sizes)
        self._place.setText(display(self._data.folder, _LONGEST_PATH))
        self.show_folder.setText(self.tr("Show in folder"))
        self.erase.setText(self.tr("Erase all data on this computer"))
        self.erase.set_reason(
            self.tr("A request is under way. Wait until it has ended.")
            if self._data.is_held
            else ""
        )

    def _words(self) -> dict[Kept, tuple[str, str]]:
        return {
            Kept.SESSION: (
                self.tr("Your sign-in"),
                self.tr("Encrypted. Its key lies in the key store of this computer."),
            ),
            Kept.RECORDS: (
                self.tr("Devices and activity"),
                self.tr("The last list, what was asked, notifications. Never a passcode."),
            ),
            Kept.CHOICES: (
                self.tr("Your settings"),
                self.tr("Your choices on this page and the place of the window."),
            ),
            Kept.LOG: (
                self.tr("Log"),
                self.tr("What the program did, for IT support. No names and no secrets."),
            ),
        }

    def _lay_out(self) -> None:
        spaced(self.body, 0, (20, 0, 20, 16))
        for each in self._rows.values():
            self.body.addWidget(each)
        foot = column(gap=12, margins=(0, 12, 0, 0))
        foot.addWidget(self._nothing)
        foot.addWidget(self._place)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.show_folder)
        flow.addWidget(self.erase)
        foot.addWidget(buttons)
        self.body.addLayout(foot)
