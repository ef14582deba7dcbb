"""Few and plain choices; each is in force at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companyportal.models.preferences import Preferences
from companyportal.views.card import Card
from companyportal.views.combo import ComboBox
from companyportal.views.divider import Divider
from companyportal.views.language import LANGUAGES
from companyportal.views.scroll import ScrollPage
from companyportal.views.segments import Segments
from companyportal.views.spacing import spaced
from companyportal.views.switch import Switch
from companyportal.views.text import Text
from companyportal.views.theme import current

_THEMES = ("system", "light", "dark")
_LANGUAGES = ("system", *LANGUAGES)


class SettingRow(QWidget):
    """Words at the start, the control at the end; "set by your organisation" where it is."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._title = Text("", "medium")
        self._line = Text("", "label", "text2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        px = current().px
        row.setContentsMargins(0, px(12), 0, px(12))
        row.setSpacing(px(16))
        row.addLayout(words, 1)
        row.addWidget(control)

    def set_words(self, title: str, line: str, *, is_locked: bool) -> None:
        """A locked row says who has set it."""
        self._title.setText(title)
        self._line.setText(self.tr("Set by your organisation") if is_locked else line)
        self._line.setVisible(bool(self._line.text()))
        self._control.setEnabled(not is_locked)
        self._control.setAccessibleName(title)
        self._control.setAccessibleDescription(self._line.text())


class SettingsPage(ScrollPage):
    """Appearance, notifications, this program."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(max_width=760, parent=parent)
        self._preferences = preferences
        self.theme_choice = Segments()
        self.language_choice = ComboBox()
        self.bubbles = Switch()
        self.tray = Switch()
        self._title = Text("", "title")
        self._headings = [Text("", "strong", "text2") for _ in range(3)]
        self._rows = {
            "theme": SettingRow(self.theme_choice),
            "language": SettingRow(self.language_choice),
            "bubbles": SettingRow(self.bubbles),
            "keep_in_tray": SettingRow(self.tray),
        }
        self.content.addWidget(self._title)
        groups = (("theme", "language"), ("bubbles",), ("keep_in_tray",))
        for heading, keys in zip(self._headings, groups, strict=True):
            self._add_group(heading, keys)
        self.content.addStretch(1)
        self.theme_choice.chosen.connect(lambda i: preferences.set("theme", _THEMES[i]))
        self.language_choice.activated.connect(lambda i: preferences.set("language", _LANGUAGES[i]))
        self.bubbles.toggled.connect(lambda on: preferences.set("bubbles", on))
        self.tray.toggled.connect(lambda on: preferences.set("keep_in_tray", on))
        preferences.changed.connect(self._render)
        self._render()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to its first choice."""
        self.theme_choice.focus_chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _add_group(self, heading: Text, keys: tuple[str, ...]) -> None:
        self.content.addSpacing(current().px(8))
        self.content.addWidget(heading)
        card = Card(padding=20)
        spaced(card.body, 0, (20, 0, 20, 0))
        for number, key in enumerate(keys):
            if number:
                card.body.addWidget(Divider())
            card.body.addWidget(self._rows[key])
        self.content.addWidget(card)

    def _render(self) -> None:
        self._title.setText(self.tr("Settings"))
        words = (self.tr("Appearance"), self.tr("Notifications"), self.tr("This program"))
        for heading, text in zip(self._headings, words, strict=True):
            heading.setText(text)
        self._render_choices()
        self._words("theme", self.tr("Theme"), self.tr("Contrast themes of the system win."))
        self._words("language", self.tr("Language"), "")
        self._words(
            "bubbles",
            self.tr("Results of my requests"),
            self.tr("A short message of the desktop. It never shows a passcode."),
        )
        self._words(
            "keep_in_tray",
            self.tr("Keep the icon when the window closes"),
            self.tr("Otherwise closing the window ends the program."),
        )

    def _render_choices(self) -> None:
        chosen = self._preferences.settings
        self.theme_choice.set_labels([self.tr("System"), self.tr("Light"), self.tr("Dark")])
        self.theme_choice.set_current(_THEMES.index(chosen.theme))
        self.language_choice.set_items([self.tr("System"), *LANGUAGES.values()])
        self.language_choice.setCurrentIndex(_LANGUAGES.index(chosen.language))
        for switch, is_on in ((self.bubbles, chosen.bubbles), (self.tray, chosen.keep_in_tray)):
            switch.blockSignals(True)
            switch.setChecked(is_on)
            switch.blockSignals(False)

    def _words(self, key: str, title: str, line: str) -> None:
        self._rows[key].set_words(title, line, is_locked=self._preferences.is_locked(key))
