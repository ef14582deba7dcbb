"""One thing that keeps a device from meeting the rules: what, what is and should be, where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.compliance_setting_words import ProblemWords
from companyportal.views.icon import IconView
from companyportal.views.spacing import column, row
from companyportal.views.text import Text


class ProblemRow(QWidget):
    """Title, sentence, and the way through the settings of the device."""

    def __init__(self, words: ProblemWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{words.title}. {words.text} {words.path}".strip())
        box = column(self, gap=2)
        for text, role, token in ((words.title, "medium", "text"), (words.text, "body", "text2")):
            label = Text(text, role, token)
            # What an organisation calls its rules is perhaps one long word.
            label.setMinimumWidth(1)
            box.addWidget(label)
        if words.path:
            line = row(gap=8, margins=(0, 4, 0, 0))
            line.addWidget(IconView("settings", "text2", 16), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(Text(words.path, "label", "text2"), 1)
            box.addLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
