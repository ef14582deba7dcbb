"""Every key of the window, from the table that binds them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from companyportal.views.back_button import BackButton
from companyportal.views.card import Card
from companyportal.views.columns import Columns
from companyportal.views.divider import Divider
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.keycap import Keycap
from companyportal.views.scroll import ScrollPage
from companyportal.views.shortcut_words import key_name, shortcut_groups
from companyportal.views.spacing import row, spaced
from companyportal.views.text import Text
from companyportal.views.theme import current


class ShortcutsPage(ScrollPage):
    """Keys in groups, each with what it does.

    Signals:
        back(): to the settings.
    """

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_width=760, parent=parent)
        self.back_button = BackButton()
        self._title = Text("", "title")
        self._headings: list[Text] = []
        self._rows: list[tuple[Text, tuple[Keycap, ...]]] = []
        self.content.addWidget(self.back_button)
        self.content.addWidget(self._title)
        for group in shortcut_groups():
            self._add_group([keys for _, keys in group.rows])
        self.content.addStretch(1)
        self.back_button.clicked.connect(self.back)
        self._retranslate()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened."""
        self.back_button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _add_group(self, rows: list[tuple[str, ...]]) -> None:
        heading = Text("", "strong", "text2")
        self._headings.append(heading)
        self.content.addSpacing(current().px(8))
        self.content.addWidget(heading)
        card = Card(padding=20)
        spaced(card.body, 0, (20, 0, 20, 0))
        for number, keys in enumerate(rows):
            if number:
                card.body.addWidget(Divider())
            card.body.addWidget(self._line(keys))
        self.content.addWidget(card)

    def _line(self, keys: tuple[str, ...]) -> QWidget:
        line, words, held = QWidget(), Text("", "medium"), QWidget()
        flow = FlowLayout(held, gap=8)
        caps = tuple(Keycap() for _ in keys)
        for cap in caps:
            flow.addWidget(cap)
        columns = Columns(at=240, gap=8)
        columns.add(words, 1)
        columns.add(held)
        row(line, 0, (0, 10, 0, 10)).addWidget(columns)
        self._rows.append((words, caps))
        return line

    def _retranslate(self) -> None:
        self.back_button.set_words(self.tr("Settings"))
        self._title.setText(self.tr("Keyboard shortcuts"))
        groups = shortcut_groups()
        for heading, group in zip(self._headings, groups, strict=True):
            heading.setText(group.title)
        rows = [each for group in groups for each in group.rows]
        for (words, caps), (text, keys) in zip(self._rows, rows, strict=True):
            words.setText(text)
            for cap, key in zip(caps, keys, strict=True):
                cap.setText(key_name(key))
