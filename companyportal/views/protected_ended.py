"""Over without anything sent: why, what has not happened, and the way on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.errors import Conflict, NotFound, NotPermitted, PortalError
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.dispatch import task_of
from companyportal.models.messages import Message
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.end_words import EndWords
from companyportal.views.error_text import ErrorText
from companyportal.views.message_bar import MessageBar
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.text import Text
from companyportal.views.venue import is_public


class ProtectedEnded(ProtectedStep):
    """Signed out: sign in. Signed in: start again."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = EndWords(self)
        self._errors = ErrorText(self)
        self._ended: Message | None = None
        self._head = ResultHead("info", "info")
        self._text = Text("", "body")
        self._hint = Text("", "body", "text2")
        self._bar = MessageBar("info", "info")
        self.sign_in = Button("", "primary", icon="sign-in")
        self.start_again = Button("", "primary", icon="passcode")
        self.open_again = Button("", icon="external-link")
        self.copy_link = CopyButton()
        self.cancel = Button("")
        self.devices = Button("")
        self.support = Button("", icon="support")
        self.copy = CopyButton("link")
        self._lay_out()
        self._connect()

    @property
    def announcement(self) -> str:
        """Why it ended."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        reason, error = self._models.protected.closed_because, self._models.protected.progress.error
        self._remember(reason, error)
        page = self._words.describe(reason, error, self._models.action)
        self._head.mark.set_state(page.icon, page.kind)
        self._head.set_words(page.title, page.not_done)
        self._text.setText(page.text)
        self._hint.setText(page.hint)
        self._hint.setVisible(bool(page.hint))
        self._render_bar()
        self._render_buttons()

    def leave(self) -> None:
        """The next end has a time of its own."""
        self._ended = None

    def _remember(self, reason: Closed, error: PortalError | None) -> None:
        """The facts for the service desk, with the moment they were first seen."""
        if self._ended is None:
            facts = error or PortalError(code=reason.value)
            self._ended = Message(facts, task_of(self._models.action), self._models.clock.now())

    def _render_bar(self) -> None:
        waits = self._models.account.state is AccountState.SIGNING_IN
        # The page about another account has said already that nobody is signed in.
        is_told = self._models.protected.closed_because is Closed.OTHER_PERSON
        self._bar.setVisible(waits or (self._models.is_signed_out and not is_told))
        if waits:
            self._bar.set_words(
                self.tr("Sign in in the window below.")
                if is_public()
                else self.tr("Continue in your browser."),
                self.tr("Sign in on the page that has opened. Then this window comes back."),
            )
        else:
            self._bar.set_words(
                self.tr("You are signed out."), self.tr("Sign in to see your devices again.")
            )

    def _render_buttons(self) -> None:
        waits = self._models.account.state is AccountState.SIGNING_IN
        is_out = self._models.is_signed_out
        error = self._models.protected.progress.error
        is_vain = isinstance(error, NotPermitted | NotFound | Conflict)
        can_begin = not (is_out or is_vain) and self._models.protected.can_begin_again
        link = bool(self._models.account.link)
        for button, text, is_shown in (
            (self.sign_in, self.tr("Sign in"), is_out and not waits),
            (self.start_again, self.tr("Start again"), can_begin),
            (self.open_again, self.tr("Open again"), waits),
            (self.copy_link, self.tr("Copy link"), waits),
            (self.cancel, self.tr("Cancel"), waits),
            (self.devices, self.tr("Back to devices"), not is_out),
            (self.support, self.tr("IT support"), True),
            (self.copy, self.tr("Copy details"), True),
        ):
            button.setText(text)
            button.setVisible(is_shown)
        self.open_again.setEnabled(link)
        self.copy_link.setEnabled(link)
        self.sign_in.setEnabled(self._models.account.state is AccountState.SIGNED_OUT)

    def _on_start_again_clicked(self) -> None:
        if (device := self._models.device) is not None:
            self._models.protected.begin(self._models.action, device)

    def _on_copy_link_clicked(self) -> None:
        copy_text(self._models.account.link)

    def _on_copy_clicked(self) -> None:
        if self._ended is not None:
            copy_text(self._errors.details(self._ended))

    def _connect(self) -> None:
        account = self._models.account
        self.sign_in.clicked.connect(account.sign_in)
        self.open_again.clicked.connect(account.open_again)
        self.cancel.clicked.connect(account.cancel)
        self.start_again.clicked.connect(self._on_start_again_clicked)
        self.copy_link.clicked.connect(self._on_copy_link_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.devices.clicked.connect(self.devices_asked)
        self.support.clicked.connect(self.support_asked)

    def _lay_out(self) -> None:
        for part in (self._head, self._text, self._hint, self._bar):
            self._body.addWidget(part)
        self._add_buttons(
            self.sign_in,
            self.start_again,
            self.open_again,
            self.copy_link,
            self.cancel,
            self.devices,
            self.support,
            self.copy,
        )
