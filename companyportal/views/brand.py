"""Whose portal this is: the organisation's picture and name in one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from companyportal.organisation import Organisation
from companyportal.views.brand_mark import BrandMark
from companyportal.views.spacing import row
from companyportal.views.text import Text, display
from companyportal.views.theme import current

_LONGEST_NAME = 40
"""Source: the limit of the organisation name in Intune's customization settings,
https://learn.microsoft.com/intune/intune-service/apps/company-portal-app"""


class Brand(QWidget):
    """Mark and name; a wide logo, or one that shall stand alone, says the name itself."""

    def __init__(
        self, parent: QWidget | None = None, *, size: int = 28, role: str = "subtitle"
    ) -> None:
        """``size``: the height of the mark in pixels at 100 % text; ``role``: that of the name."""
        super().__init__(parent)
        self.mark = BrandMark(size)
        self._name = Text("", role, elide=True)
        self._organisation = Organisation()
        self._is_terse = False
        line = row(self, 10)
        line.addWidget(self.mark)
        line.addWidget(self._name, 1)
        line.addStretch(0)
        # Another theme may show another logo, of another shape.
        current().changed.connect(self._render)

    def set_organisation(self, organisation: Organisation) -> None:
        """Name and logo, or the product's own until they are known."""
        self._organisation = organisation
        self.mark.set_organisation(organisation)
        self._render()

    @property
    def elided_width(self) -> int:
        """Pixels that the name would need beside the few that it takes at least."""
        if self._name.isHidden():
            return 0
        return self._name.sizeHint().width() - self._name.minimumSizeHint().width()

    def set_terse(self, is_terse: bool) -> None:
        """Only the mark, where there is no room for more."""
        if is_terse != self._is_terse:
            self._is_terse = is_terse
            self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Another language has another name for the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _render(self) -> None:
        name = display(self._organisation.name, _LONGEST_NAME) or self.tr("Company Portal")
        stands_alone = self.mark.is_wide or not self._organisation.shows_name
        is_said = self.mark.is_own and stands_alone
        self._name.setText(name)
        self._name.setVisible(not (is_said or self._is_terse))
        self.mark.setAccessibleName("" if self._name.isVisibleTo(self) else name)
