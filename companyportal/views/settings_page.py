"""Few and plain choices; each is in force at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.own_data import OwnData
from companyportal.models.preferences import Preferences
from companyportal.models.start_with_system import StartWithSystem
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.combo import ComboBox
from companyportal.views.data_card import DataCard
from companyportal.views.divider import Divider
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.language import LANGUAGES
from companyportal.views.scroll import ScrollPage
from companyportal.views.segments import Segments
from companyportal.views.setting_row import SettingRow
from companyportal.views.spacing import spaced
from companyportal.views.switch import Switch
from companyportal.views.text import Text
from companyportal.views.theme import current

_THEMES = ("system", "light", "dark")
_LANGUAGES = ("system", *LANGUAGES)
_GROUPS = (
    ("theme", "language"),
    ("bubbles", "bubbles_problems"),
    ("start_with_system", "keep_in_tray"),
)


class SettingsPage(ScrollPage):
    """Appearance, notifications, this program, and the person's data on this computer.

    Signals:
        folder_asked(path: str), erase_asked(): see DataCard.
        shortcuts_asked(): the page of keys.
    """

    folder_asked = Signal(str)
    erase_asked = Signal()
    shortcuts_asked = Signal()

    def __init__(
        self,
        preferences: Preferences,
        start: StartWithSystem,
        data: OwnData,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(max_width=760, parent=parent)
        self._preferences = preferences
        self._start = start
        self._data = data
        self.theme_choice = Segments()
        self.language_choice = ComboBox()
        self.switches = {key: Switch() for group in _GROUPS[1:] for key in group}
        self.data_card = DataCard(data)
        self.shortcuts = Button("", "link")
        self._title = Text("", "title")
        self._headings = [Text("", "strong", "text2") for _ in range(4)]
        controls = {"theme": self.theme_choice, "language": self.language_choice, **self.switches}
        self._rows = {key: SettingRow(control) for key, control in controls.items()}
        self._lay_out()
        self._connect()
        self._render()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to its first choice."""
        self.theme_choice.focus_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        """The system and the disk may say something else by now."""
        super().showEvent(event)
        self._start.look()
        self._data.look()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()
            self.data_card.render_data()

    def _connect(self) -> None:
        choose = self._preferences.set
        self.theme_choice.chosen.connect(lambda i: choose("theme", _THEMES[i]))
        self.language_choice.activated.connect(lambda i: choose("language", _LANGUAGES[i]))
        for key in ("bubbles", "bubbles_problems"):
            self.switches[key].toggled.connect(lambda on, key=key: choose(key, on))
        self.switches["keep_in_tray"].toggled.connect(
            lambda on: self._preferences.decide("keep_in_tray", on)
        )
        self.switches["start_with_system"].toggled.connect(self._start.set)
        self.data_card.folder_asked.connect(self.folder_asked)
        self.data_card.erase_asked.connect(self.erase_asked)
        self.shortcuts.clicked.connect(self.shortcuts_asked)
        self._preferences.changed.connect(self._render)
        self._start.changed.connect(self._render)

    def _lay_out(self) -> None:
        self.content.addWidget(self._title)
        for heading, keys in zip(self._headings, _GROUPS, strict=False):
            self._add_heading(heading)
            card = Card(padding=20)
            spaced(card.body, 0, (20, 0, 20, 0))
            for number, key in enumerate(keys):
                if number:
                    card.body.addWidget(Divider())
                card.body.addWidget(self._rows[key])
            self.content.addWidget(card)
        self._add_heading(self._headings[-1])
        self.content.addWidget(self.data_card)
        foot = QWidget()
        FlowLayout(foot).addWidget(self.shortcuts)
        self.content.addSpacing(current().px(8))
        self.content.addWidget(foot)
        self.content.addStretch(1)

    def _add_heading(self, heading: Text) -> None:
        self.content.addSpacing(current().px(8))
        self.content.addWidget(heading)

    def _render(self) -> None:
        self._title.setText(self.tr("Settings"))
        words = (
            self.tr("Appearance"),
            self.tr("Notifications"),
            self.tr("This program"),
            self.tr("Data on this computer"),
        )
        for heading, text in zip(self._headings, words, strict=True):
            heading.setText(text)
        self.shortcuts.setText(self.tr("Keyboard shortcuts"))
        self._render_choices()
        for key, (title, line) in self._words().items():
            self._rows[key].set_words(title, line, is_locked=self._preferences.is_locked(key))
        self._render_start()

    def _render_start(self) -> None:
        """The system may not be able to start this run."""
        if not (self._start.is_possible or self._start.is_locked):
            switch = self.switches["start_with_system"]
            switch.setEnabled(False)

    def _render_choices(self) -> None:
        chosen = self._preferences.settings
        self.theme_choice.set_labels([self.tr("System"), self.tr("Light"), self.tr("Dark")])
        self.theme_choice.set_current(_THEMES.index(chosen.theme))
        self.language_choice.set_items([self.tr("System"), *LANGUAGES.values()])
        self.language_choice.setCurrentIndex(_LANGUAGES.index(chosen.language))
        states = {
            "bubbles": chosen.bubbles,
            "bubbles_problems": chosen.bubbles_problems,
            "keep_in_tray": chosen.keep_in_tray,
            "start_with_system": self._start.is_on,
        }
        for key, is_on in states.items():
            switch = self.switches[key]
            switch.blockSignals(True)
            switch.setChecked(is_on)
            switch.blockSignals(False)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "theme": (self.tr("Theme"), self.tr("Contrast themes of the system win.")),
            "language": (self.tr("Language"), ""),
            "bubbles": (
                self.tr("Results of my requests"),
                self.tr("A short message of the desktop. It never shows a passcode."),
            ),
            "bubbles_problems": (
                self.tr("Requests that failed"),
                self.tr("Also those whose outcome is not known."),
            ),
            "start_with_system": (
                self.tr("Start with the computer"),
                self.tr("Waits as an icon in the notification area.")
                if self._start.is_possible
                else self.tr("This run cannot be started by the system."),
            ),
            "keep_in_tray": (
                self.tr("Keep the icon when the window closes"),
                self.tr("Otherwise closing the window ends the program."),
            ),
        }
