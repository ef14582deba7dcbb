"""The head of a visit's window: whose kiosk it is, who is there, how long, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.models.account import AccountModel
from companyportal.models.organisation import OrganisationModel
from companyportal.models.person import PersonModel
from companyportal.models.visit import Visit
from companyportal.views.brand import Brand
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.kiosk_input import END_KEYS
from companyportal.views.person_disc import PersonDisc
from companyportal.views.portrait import initials
from companyportal.views.spacing import Margins, column, row, spaced
from companyportal.views.text import Text, display
from companyportal.views.theme import current
from companyportal.views.time_left import TimeLeft

_LONGEST_NAME = 40
_WIDE = 600
"""Pixels at 100 % text, from which on there is room for the disc."""
_AIR: Margins = (32, 16, 22, 16)
_LITTLE_AIR: Margins = (32, 6, 22, 6)


class VisitHeader(QWidget):
    """Always there while somebody uses the kiosk.

    Signals:
        end_asked(): the visitor has finished.
    """

    end_asked = Signal()

    def __init__(
        self,
        *,
        account: AccountModel,
        organisation: OrganisationModel,
        person: PersonModel,
        visit: Visit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._organisation = organisation
        self._person = person
        self._visit = visit
        self._brand = Brand(size=34)
        self._disc = PersonDisc(34)
        self._name = Text("", "strong", elide=True)
        self._name.setMinimumWidth(1)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._left = Text("", "label", "text2", wrap=False, tabular=True)
        self._time = TimeLeft(self)
        self.end = KioskButton("primary", icon="sign-out")
        self._lay_out()
        self.end.clicked.connect(self.end_asked)
        for model in (account, organisation, person):
            model.changed.connect(self.render_words)
        visit.changed.connect(self._render_left)
        self.render_words()

    def set_low(self, is_low: bool) -> None:
        """Leave the page as much as can be, on a low screen with large words."""
        spaced(self._box, 20, _LITTLE_AIR if is_low else _AIR)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.render_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._show_person()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome."""
        QPainter(self).fillRect(self.rect(), current().color("chrome"))

    def render_words(self) -> None:
        """Read the models."""
        self._brand.set_organisation(self._organisation.organisation)
        account, known = self._account.account, self._person.profile
        name = (known.display_name or account.display_name) if account is not None else ""
        self._name.setText(display(name, _LONGEST_NAME))
        self._disc.set_person(initials(display(name), known), self._person.portrait)
        self._show_person()
        self.end.setText(self.tr("End session"))
        self.end.setAccessibleName(self.tr("End session ({keys})").format(keys=END_KEYS))
        self._render_left()

    def _show_person(self) -> None:
        """Only the name where it is narrow; nobody where nobody has signed in."""
        is_known = bool(self._name.text())
        is_wide = current().em(self.width()) >= _WIDE
        self._name.setVisible(is_known)
        self._disc.setVisible(is_known and is_wide)

    def _render_left(self) -> None:
        words = self._time.words(self._visit.left_s)
        if words != self._left.text():
            self._left.setText(words)
            self._left.set_token("warning" if self._visit.is_nearly_over else "text2")

    def _lay_out(self) -> None:
        self._box = box = row(self, 20, _AIR)
        box.addWidget(self._brand, 1)
        person = row(gap=10)
        person.addWidget(self._disc)
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._left)
        words.addStretch(1)
        person.addLayout(words)
        box.addLayout(person)
        box.addWidget(self.end)
