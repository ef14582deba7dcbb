"""The head of a visit's window: whose kiosk it is, who is there, how long, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from companyportal.models.account import AccountModel
from companyportal.models.organisation import OrganisationModel
from companyportal.models.person import PersonModel
from companyportal.models.visit import Visit
from companyportal.views.brand import Brand
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.kiosk_input import END_KEYS
from companyportal.views.person_disc import PersonDisc
from companyportal.views.portrait import initials
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text, display
from companyportal.views.theme import current
from companyportal.views.time_left import TimeLeft

_LONGEST_NAME = 40
_LEVELS, _TIGHT = 5, 2
"""How many arrangements there are, and from which on there is less air."""
_NAME = 96
"""So much of a long name is worth showing, in pixels at 100 % text."""


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
        self._is_low = False
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
        current().changed.connect(self._fit)
        self.render_words()

    def set_low(self, is_low: bool) -> None:
        """Leave the page as much as can be, on a low screen with large words."""
        self._is_low = is_low
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.render_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

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
        self._fit()
        self.end.setText(self.tr("End session"))
        self.end.setAccessibleName(self.tr("End session ({keys})").format(keys=END_KEYS))
        self._render_left()

    def _fit(self) -> None:
        """Gives up what is only nice until the rest has room beside the way out."""
        for level in range(_LEVELS):
            self._arrange(level)
            if self._least_width() <= self.width():
                return

    def _arrange(self, level: int) -> None:
        """Without the portrait, with less air, without the organisation's name, and at last without
        a logo that is itself a line of words. Nobody is named where nobody has signed in.
        """
        is_known, is_roomy = bool(self._name.text()), level < _TIGHT
        self._name.setVisible(is_known)
        self._disc.setVisible(is_known and level == 0)
        self._brand.set_terse(level > _TIGHT)
        self._brand.setVisible(level < _LEVELS - 1 or not self._brand.mark.is_wide)
        above, left, right = 6 if self._is_low else 16, 32, 22
        if not is_roomy:
            left = right = 16
        spaced(self._box, 20 if is_roomy else 12, (left, above, right, above))

    def _least_width(self) -> int:
        """In pixels, with the organisation's name, or with so much of it that it says something."""
        for layout in (self._box, *self.findChildren(QLayout)):
            layout.invalidate()
        name = 0 if self._brand.isHidden() else self._brand.elided_width
        return self._box.minimumSize().width() + min(name, current().px(_NAME))

    def _render_left(self) -> None:
        words = self._time.words(self._visit.left_s)
        if words != self._left.text():
            self._left.setText(words)
            self._left.set_token("warning" if self._visit.is_nearly_over else "text2")

    def _lay_out(self) -> None:
        self._box = box = row(self, 20)
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
