"""How the organisation's IT support is reached."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from companyportal.organisation import Organisation
from companyportal.views.brand import BrandMark
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.contact_row import ContactRow
from companyportal.views.divider import Divider
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text, display

_LONGEST_NOTE = 1000


class ContactCard(Card):
    """Name, phone, e-mail, site, notes, privacy; what is not known is left out.

    Signals:
        link_asked(url: str): https or mailto, to be opened outside.
    """

    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=22, parent=parent)
        self._organisation = Organisation()
        self._logo = BrandMark(44)
        self._name = Text("", "subtitle")
        self._company = Text("", "body", "text2")
        self._unknown = Text("", "body", "text2")
        self.phone = ContactRow("telephone", "copy")
        self.email = ContactRow("mail", "external-link")
        self.site = ContactRow("globe", "external-link")
        self._divider = Divider()
        self._notes = Text("", "body", "text2")
        self.privacy = Button("", "link")
        self._lay_out()
        self.phone.clicked.connect(self._on_phone_clicked)
        self.email.clicked.connect(self._on_email_clicked)
        self.site.clicked.connect(self._on_site_clicked)
        self.privacy.clicked.connect(self._on_privacy_clicked)

    def focus_first(self) -> None:
        """The first way that is known."""
        for widget in (self.phone.button, self.email.button, self.site.button, self.privacy):
            if widget.isVisible():
                widget.setFocus()
                return

    def set_organisation(self, organisation: Organisation) -> None:
        """Show how this one is reached."""
        self._organisation = organisation
        self._logo.set_logo(organisation.logo)
        self._name.setText(display(organisation.support_name) or self.tr("IT support"))
        self._company.setText(display(organisation.name))
        self._company.setVisible(bool(organisation.name))
        phone, email = organisation.support_phone, organisation.support_email
        self.phone.set_words(self.tr("Phone"), phone, self.tr("Copy"))
        self.email.set_words(self.tr("E-mail"), email, self.tr("Write"))
        self.site.set_words(self.tr("Website"), self._site(), self.tr("Open"))
        self._notes.setText(display(organisation.support_notes, _LONGEST_NOTE))
        self._notes.setVisible(bool(organisation.support_notes))
        self.privacy.setText(self.tr("How your data is treated"))
        self.privacy.setVisible(bool(organisation.privacy_url))
        self._divider.setVisible(bool(organisation.support_notes or organisation.privacy_url))
        self._unknown.setText(self.tr("Your organisation has not said how to reach it."))
        self._unknown.setVisible(not (phone or email or organisation.support_site_url))

    def _site(self) -> str:
        """The real host, whatever the site calls itself: nobody is led elsewhere by a name."""
        url = QUrl(self._organisation.support_site_url)
        return url.host() if url.isValid() else ""

    def _on_phone_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._organisation.support_phone)

    def _on_email_clicked(self) -> None:
        address = bytes(QUrl.toPercentEncoding(self._organisation.support_email, b"@").data())
        self.link_asked.emit(f"mailto:{address.decode('ascii')}")

    def _on_site_clicked(self) -> None:
        self.link_asked.emit(self._organisation.support_site_url)

    def _on_privacy_clicked(self) -> None:
        self.link_asked.emit(self._organisation.privacy_url)

    def _lay_out(self) -> None:
        spaced(self.body, 12, (22, 22, 22, 22))
        head = row(gap=14)
        head.addWidget(self._logo)
        words = column(gap=1)
        words.addWidget(self._name)
        words.addWidget(self._company)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(Divider())
        for part in (self._unknown, self.phone, self.email, self.site):
            self.body.addWidget(part)
        self.body.addWidget(self._divider)
        self.body.addWidget(self._notes)
        self.body.addWidget(self.privacy)
