"""A field for one line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from companyportal.views import icon, style
from companyportal.views.theme import current


class LineEdit(QLineEdit):
    """With an icon at its start and, for a search, a cross at its end and a quiet look."""

    def __init__(
        self, *, icon: str = "", search: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._is_search = search
        self.setClearButtonEnabled(search)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        current().changed.connect(self._dress)

    def _dress(self) -> None:
        theme = current()
        self.setFont(theme.font("body"))
        self.setMinimumHeight(theme.px(36 if self._is_search else 40))
        if self._icon_name:
            for action in self.actions():
                self.removeAction(action)
            picture = icon.icon(self._icon_name, "text3", theme.px(18))
            self.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)
        style.dress(self, is_quiet=self._is_search)
