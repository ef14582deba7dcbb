"""The top of the window: whose portal, the search, the bell and the person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companyportal.models.account import AccountModel, AccountState
from companyportal.models.device_list import DeviceList
from companyportal.models.notifications import Notifications
from companyportal.models.organisation import OrganisationModel
from companyportal.models.person import PersonModel
from companyportal.views.brand import Brand
from companyportal.views.icon_button import IconButton
from companyportal.views.line_edit import LineEdit
from companyportal.views.navigation import NavigationShape
from companyportal.views.person_button import PersonButton
from companyportal.views.theme import current

_BRAND, _SPRING = 0, 2
"""Their places in the row."""


class Header(QWidget):
    """Always there while somebody uses the portal; the search goes when nobody is signed in.

    Signals:
        searched(needle: str), bell_clicked(), person_clicked().
        search_ended(): Enter; the keyboard goes on to what was found.
    """

    searched = Signal(str)
    search_ended = Signal()
    bell_clicked = Signal()
    person_clicked = Signal()

    def __init__(
        self,
        *,
        account: AccountModel,
        devices: DeviceList,
        notifications: Notifications,
        organisation: OrganisationModel,
        person: PersonModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._devices = devices
        self._notifications = notifications
        self._organisation = organisation
        self._person = person
        self._shape = NavigationShape.COLUMN
        self._is_searching = False
        self._brand = Brand(self)
        self.search = LineEdit(icon="search", search=True, parent=self)
        self._magnifier = IconButton("search", parent=self)
        self.bell = IconButton("bell", parent=self)
        self.person = PersonButton(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._brand)
        self._row.addWidget(self.search, 3)
        self._row.addStretch(2)
        for widget in (self._magnifier, self.bell, self.person):
            self._row.addWidget(widget)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.search_ended)
        self._magnifier.clicked.connect(self._on_magnifier_clicked)
        self.bell.clicked.connect(self.bell_clicked)
        self.person.clicked.connect(self.person_clicked)
        for model in (account, devices, notifications, organisation, person):
            model.changed.connect(self._render)
        self.set_shape(NavigationShape.COLUMN)

    def set_shape(self, shape: NavigationShape) -> None:
        """Less room: no name, then the search behind an icon."""
        self._shape = shape
        px = current().px
        is_bar = shape is NavigationShape.BAR
        self._row.setContentsMargins(
            px(16 if is_bar else 20), px(8), px(8 if is_bar else 14), px(8)
        )
        self._row.setSpacing(px(4))
        # The spring only where there is more room than anybody needs: else name or search take it.
        self._row.setStretch(_BRAND, 1 if is_bar else 0)
        self._row.setStretch(_SPRING, 2 if shape is NavigationShape.COLUMN else 0)
        widths = {NavigationShape.COLUMN: px(236), NavigationShape.RAIL: px(162)}
        self._brand.setMinimumWidth(widths.get(shape, 0))
        self._brand.setMaximumWidth(widths.get(shape, 16_777_215))
        self.search.setMaximumWidth(px(380))
        self.setMinimumHeight(px(56))
        self.person.set_compact(shape is not NavigationShape.COLUMN)
        self._render()

    def focus_search(self) -> None:
        """Ctrl+F."""
        if self._account.state is AccountState.SIGNED_IN:
            self._is_searching = True
            self._render()
            self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _on_magnifier_clicked(self) -> None:
        self._is_searching = not self._is_searching
        if not self._is_searching:
            self.search.clear()
        self._render()
        if self._is_searching:
            self.search.setFocus()

    def _render(self) -> None:
        account = self._account.account
        is_in = account is not None
        is_bar = self._shape is NavigationShape.BAR
        self._brand.set_organisation(self._organisation.organisation)
        self._brand.setVisible(not (is_bar and self._is_searching and is_in))
        self.search.setVisible(is_in and (not is_bar or self._is_searching))
        self.search.setPlaceholderText(self.tr("Search devices"))
        self.search.setAccessibleName(self.tr("Search devices"))
        if self.search.text() != self._devices.needle:
            self.search.setText(self._devices.needle)
        self._magnifier.setVisible(is_in and is_bar)
        self._magnifier.set_name(self.tr("Search devices"))
        self.bell.setVisible(is_in)
        unread = self._notifications.unread
        self.bell.set_count(unread)
        self.bell.set_name(
            self.tr("Notifications, %n unread", "", unread) if unread else self.tr("Notifications")
        )
        known = self._person.profile
        name = (known.display_name or account.display_name) if account else self._state_words()
        self.person.set_person(name, known, self._person.portrait, is_signed_in=is_in)

    def _state_words(self) -> str:
        if self._account.state is AccountState.STARTING:
            return self.tr("Signing in…")
        return self.tr("Signed out")
