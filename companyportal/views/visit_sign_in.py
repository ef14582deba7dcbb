"""Before the visitor has signed in: the browser opens by itself, and here is how it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.account import AccountModel, AccountState
from companyportal.models.organisation import OrganisationModel
from companyportal.views.buttons import Button
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.illustration import Illustration
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import row, spaced
from companyportal.views.text import Text, display
from companyportal.views.theme import current

_LEAST_FOR_PICTURE = 400
"""Pixels at 100 % text."""


class VisitSignIn(ScrollPage):
    """One button, or two while the browser is open."""

    def __init__(
        self,
        account: AccountModel,
        organisation: OrganisationModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(max_width=760, parent=parent)
        self._account = account
        self._organisation = organisation
        centre = Qt.AlignmentFlag.AlignHCenter
        self._picture = Illustration("illustration-devices", 240)
        self._title = Text("", "display", align=centre)
        self._line = Text("", "body", "text2", align=centre)
        self.sign_in = Button("", "primary", icon="sign-in", large=True)
        self.again = Button("", icon="refresh")
        self.cancel = Button("")
        self._promise = Text("", "label", "text2", wrap=True)
        self._lay_out()
        self.sign_in.clicked.connect(account.sign_in)
        self.again.clicked.connect(account.open_again)
        self.cancel.clicked.connect(account.cancel)
        account.changed.connect(self._render)
        organisation.changed.connect(self._render)
        self._render()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened."""
        (self.sign_in if self.sign_in.isVisibleTo(self) else self.again).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture goes first where there is little room."""
        super().resizeEvent(event)
        self._picture.setVisible(current().em(self.height()) >= _LEAST_FOR_PICTURE)

    def _render(self) -> None:
        state = self._account.state
        waits = state is AccountState.SIGNING_IN
        self._title.setText(self._title_words(waits))
        self._line.setText(
            self.tr("Type your name and password there. Then your devices appear here.")
            if waits
            else self.tr("Sign in to see your devices.")
        )
        self.sign_in.setText(self.tr("Sign in"))
        self.sign_in.set_busy(state is AccountState.SIGNING_OUT)
        self.again.setText(self.tr("Open again"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_buttons(waits)
        self._promise.setText(self.tr("Nothing stays here when you end the session."))

    def _show_buttons(self, waits: bool) -> None:
        """The keyboard stays among them. Left to Qt it would go to whatever comes next, and a
        second press of Enter would change the language.
        """
        signing_in, before = (self.again, self.cancel), (self.sign_in,)
        shown, hidden = (signing_in, before) if waits else (before, signing_in)
        had_focus = self.window().focusWidget() in hidden
        for button in shown:
            button.show()
        if had_focus:
            shown[0].setFocus()
        for button in hidden:
            button.hide()

    def _title_words(self, waits: bool) -> str:
        if waits:
            return self.tr("Sign in in the window below")
        name = display(self._organisation.organisation.name)
        return self.tr("Welcome to {name}").format(name=name) if name else self.tr("Welcome")

    def _lay_out(self) -> None:
        content = spaced(self.content, 12)
        centre = Qt.AlignmentFlag.AlignHCenter
        content.addStretch(2)
        content.addWidget(self._picture, 0, centre)
        content.addWidget(self._title)
        content.addWidget(self._line)
        content.addSpacing(12)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12, align="centre")
        for button in (self.sign_in, self.again, self.cancel):
            flow.addWidget(button)
        content.addWidget(buttons)
        content.addSpacing(12)
        promise = row(gap=8)
        promise.addStretch(1)
        promise.addWidget(IconView("lock", "text3", 16))
        promise.addWidget(self._promise)
        promise.addStretch(1)
        content.addLayout(promise)
        content.addStretch(3)
