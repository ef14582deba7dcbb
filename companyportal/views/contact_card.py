"""How the organisation's IT support is reached."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from companyportal.organisation import Organisation
from companyportal.views.brand_mark import BrandMark
from companyportal.views.card import Card
from companyportal.views.contact_row import ContactRow
from companyportal.views.copying import copy_text
from companyportal.views.divider import Divider
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text, display
from companyportal.views.venue import is_public

_LONGEST_NOTE = 1000


class ContactCard(Card):
    """Name, phone, e-mail, site, hours, notes, privacy, terms; what is not known is left out.

    Signals:
        link_asked(url: str): https or mailto, to be opened outside.
    """

    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=22, parent=parent)
        self._organisation = Organisation()
        self._logo = BrandMark(44, widest=2.0)
        self._name = Text("", "subtitle")
        self._company = Text("", "body", "text2")
        self._unknown = Text("", "body", "text2")
        opens = "phone" if is_public() else "external-link"
        self.phone = ContactRow("telephone", "copy")
        self.email = ContactRow("mail", "external-link")
        self.site = ContactRow("globe", opens)
        self.hours = ContactRow("clock")
        self._divider = Divider()
        self._notes = Text("", "body", "text2")
        self.privacy = ContactRow("info", opens)
        self.terms = ContactRow("building", "external-link")
        self._lay_out()
        self.phone.clicked.connect(self._on_phone_clicked)
        self.email.clicked.connect(self._on_email_clicked)
        self.site.clicked.connect(self._on_site_clicked)
        self.privacy.clicked.connect(self._on_privacy_clicked)
        self.terms.clicked.connect(self._on_terms_clicked)

    @property
    def organisation(self) -> Organisation:
        """Whose support is shown."""
        return self._organisation

    def focus_first(self) -> None:
        """The first way that is known."""
        for way in (self.phone, self.email, self.site, self.privacy, self.terms):
            if way.isVisible():
                way.button.setFocus()
                return

    def set_organisation(self, organisation: Organisation) -> None:
        """Show how this one is reached."""
        self._organisation = organisation
        self._logo.set_organisation(organisation)
        self._name.setText(display(organisation.support_name) or self.tr("IT support"))
        self._company.setText(display(organisation.name))
        self._company.setVisible(bool(organisation.name))
        phone, email = organisation.support_phone, organisation.support_email
        copy, write = ("", "") if is_public() else (self.tr("Copy"), self.tr("Write"))
        self.phone.set_words(self.tr("Phone"), phone, copy)
        self.email.set_words(self.tr("E-mail"), email, write)
        site = _host(organisation.support_site_url)
        self.site.set_words(self.tr("Website"), site, self._way(organisation.support_site_url))
        self.hours.set_words(self.tr("Hours"), organisation.support_hours)
        self._notes.setText(display(organisation.support_notes, _LONGEST_NOTE))
        self._notes.setVisible(bool(organisation.support_notes))
        privacy, terms = _host(organisation.privacy_url), _host(organisation.terms_url)
        way = self._way(organisation.privacy_url)
        self.privacy.set_words(self.tr("How your data is treated"), privacy, way)
        open_it = "" if is_public() else self.tr("Open")
        self.terms.set_words(self.tr("Terms of use"), terms, open_it)
        self._divider.setVisible(bool(organisation.support_notes or privacy or terms))
        self._unknown.setText(self.tr("Your organisation has not said how to reach it."))
        self._unknown.setVisible(not organisation.has_support)

    def _way(self, address: str) -> str:
        """To a page of the organisation; nothing is opened at the kiosk, but a telephone can read
        a code from its screen.
        """
        if not is_public():
            return self.tr("Open")
        from companyportal.views.qr_code import public_host

        return self.tr("Show code") if public_host(address) else ""

    def _on_phone_clicked(self) -> None:
        copy_text(self._organisation.support_phone)

    def _on_email_clicked(self) -> None:
        address = bytes(QUrl.toPercentEncoding(self._organisation.support_email, b"@").data())
        self.link_asked.emit(f"mailto:{address.decode('ascii')}")

    def _on_site_clicked(self) -> None:
        self.link_asked.emit(self._organisation.support_site_url)

    def _on_privacy_clicked(self) -> None:
        self.link_asked.emit(self._organisation.privacy_url)

    def _on_terms_clicked(self) -> None:
        self.link_asked.emit(self._organisation.terms_url)

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
        support = (self._unknown, self.phone, self.email, self.site, self.hours)
        for part in (*support, self._divider, self._notes, self.privacy, self.terms):
            self.body.addWidget(part)


def _host(address: str) -> str:
    """Where a link really leads, whatever it calls itself: nobody is led elsewhere by a name."""
    url = QUrl(address)
    return url.host() if url.isValid() else ""
