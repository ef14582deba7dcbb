"""IT support: who they are, how they are reached, and what to tell them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.organisation import OrganisationModel
from companyportal.views.card import Card
from companyportal.views.columns import Columns
from companyportal.views.contact_card import ContactCard
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, spaced
from companyportal.views.sunken import Sunken
from companyportal.views.text import Text
from companyportal.views.topics_card import TopicsCard
from companyportal.views.venue import is_public


class SupportPage(ScrollPage):
    """The organisation's own help.

    Signals:
        link_asked(url: str): https, mailto or tel, to be opened outside.
        devices_asked(): to the list.
    """

    link_asked = Signal(str)
    devices_asked = Signal()

    def __init__(
        self,
        organisation: OrganisationModel,
        facts: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """``facts`` tells what the service desk may know: no names and no secrets."""
        super().__init__(max_width=1120, parent=parent)
        self._organisation = organisation
        self._facts = facts
        self._title = Text("", "title")
        self.contact = ContactCard()
        self.topics = TopicsCard()
        self._details_title = Text("", "subtitle")
        self._promise = Text("", "body", "text2")
        self._preview = Text("", "label", "text2", mono=True)
        self._preview.setMinimumWidth(1)
        self.copy = CopyButton()
        self._lay_out()
        self.contact.link_asked.connect(self.link_asked)
        self.topics.devices_asked.connect(self.devices_asked)
        self.copy.clicked.connect(self._on_copy_clicked)
        organisation.changed.connect(self._render)
        self._render()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened."""
        self.contact.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        """The facts may be others now."""
        super().showEvent(event)
        self._render()

    def _render(self) -> None:
        self._title.setText(self.tr("IT support"))
        self.contact.set_organisation(self._organisation.organisation)
        self.topics.render_topics()
        self._details_title.setText(self.tr("Details for the service desk"))
        self._promise.setText(
            self.tr("This is all that is copied: no passcodes, no keys, no names.")
        )
        self._preview.setText("" if is_public() else self._facts())
        self.copy.setText(self.tr("Copy details"))

    def _on_copy_clicked(self) -> None:
        copy_text(self._preview.text())

    def _lay_out(self) -> None:
        content = spaced(self.content, 18)
        content.addWidget(self._title)
        columns = Columns(at=620, gap=16)
        left, right = QWidget(), QWidget()
        first, second = column(left), column(right, gap=16)
        first.addWidget(self.contact)
        first.addStretch(1)
        card = Card(padding=20)
        spaced(card.body, 10, (20, 16, 20, 18))
        quoted = Sunken(8)
        column(quoted, margins=(14, 10, 14, 10)).addWidget(self._preview)
        for part in (self._details_title, self._promise, quoted):
            card.body.addWidget(part)
        buttons = QWidget()
        FlowLayout(buttons).addWidget(self.copy)
        card.body.addWidget(buttons)
        second.addWidget(self.topics)
        second.addWidget(card)
        card.setVisible(not is_public())  # nothing is taken along from there
        second.addStretch(1)
        columns.add(left, 1)
        columns.add(right, 1)
        content.addWidget(columns)
        content.addStretch(1)
