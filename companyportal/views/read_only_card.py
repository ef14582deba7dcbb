"""Why the devices can only be looked at here, and who can do more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companyportal.models.organisation import OrganisationModel
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.contact_card import ContactCard
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.mark import Mark
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text


class ReadOnlyCard(Card):
    """The explanation; ``contact``, how IT support is reached, has its place below the devices.

    Signals:
        again_asked(): the person expects to be allowed more now.
        support_asked(): the page of IT support is wanted.
        link_asked(url: str): https or mailto, to be opened outside.
    """

    again_asked = Signal()
    support_asked = Signal()
    link_asked = Signal(str)

    def __init__(self, organisation: OrganisationModel, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._organisation = organisation
        self._title = Text("", "subtitle")
        self._lines = [Text("", "body", "text2") for _ in range(2)]
        self.support = Button("", icon="support")
        self.again = Button("", "link")
        self.contact = ContactCard()
        self._fill(spaced(self.body, 12, (20, 18, 20, 18)))
        self.support.clicked.connect(self.support_asked)
        self.again.clicked.connect(self.again_asked)
        self.contact.link_asked.connect(self.link_asked)
        organisation.changed.connect(self.render_words)
        self.render_words()

    def render_words(self) -> None:
        """In today's language, with what is known of IT support."""
        self._title.setText(self.tr("You can look at your devices here"))
        seen, more = self._lines
        seen.setText(
            self.tr(
                "Your organisation lets this program see your devices, not manage them. "
                "So nothing can be reset, locked or removed from here."
            )
        )
        more.setText(self.tr("IT support can do it for you, or can give you the right to do it."))
        self.support.setText(self.tr("IT support"))
        self.again.setText(self.tr("Ask again"))
        self.again.setAccessibleDescription(self.tr("Do I have the right now?"))
        self.contact.set_organisation(self._organisation.organisation)

    def _fill(self, body: QVBoxLayout) -> None:
        head = row(gap=14)
        head.addWidget(Mark("eye", "info", "info_bg"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=6)
        for part in (self._title, *self._lines):
            words.addWidget(part)
        head.addLayout(words, 1)
        body.addLayout(head)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.support)
        flow.addWidget(self.again)
        body.addWidget(buttons)
