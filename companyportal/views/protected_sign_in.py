"""Step 2: signed out, the browser is open, and the five minutes run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.gate import WINDOW_S
from companyportal.models.protected_progress import Step
from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.count_down_ring import CountDownRing
from companyportal.views.device_words import device_name
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.message_bar import MessageBar
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.spacing import column
from companyportal.views.text import Text, display
from companyportal.views.venue import is_public


class ProtectedSignIn(ProtectedStep):
    """Sign in again."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self.ring = CountDownRing(172)
        self._title = Text("", "heading")
        self._line = Text("", "body", "text2")
        self._username = Text("", "medium")
        self._username.setMinimumWidth(1)
        self.again = Button("", icon="external-link")
        self.copy = CopyButton()
        self.cancel = Button("")
        self._bar = MessageBar("info", "info")
        self._lay_out()
        self.again.clicked.connect(models.protected.open_again)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.cancel.clicked.connect(models.protected.cancel)

    @property
    def announcement(self) -> str:
        """What is waited for."""
        return self._title.text()

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        progress = self._models.protected.progress
        self._render_words(progress.step)
        self._username.setText(display(progress.account.username) if progress.account else "")
        self.ring.set_remaining(self._models.protected.remaining_s, WINDOW_S)
        self.ring.setVisible(progress.step is not Step.SIGNING_OUT)
        waits = progress.step is Step.SIGN_IN_AGAIN
        self.again.setText(self.tr("Open again"))
        self.copy.setText(self.tr("Copy link"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.again, self.copy):
            button.setVisible(waits)
            button.setEnabled(bool(progress.link))
        self.cancel.setVisible(progress.step is not Step.SIGNING_OUT)
        self._bar.setVisible(progress.step is not Step.SIGNING_OUT)
        self._bar.set_words(
            self.tr("You are signed out. Nothing has changed on {device}.").format(
                device=device_name(device.name)
            ),
            self.tr("This window comes back to the front as soon as you have signed in."),
        )

    def _render_words(self, step: Step) -> None:
        organisation = display(self._models.organisation.organisation.name)
        if step is Step.SIGNING_OUT:
            self._title.setText(self.tr("Signing you out"))
            self._line.setText(self.tr("This takes a moment."))
        elif step is Step.CHECKING:
            self._title.setText(self.tr("Checking your sign-in"))
            self._line.setText(
                self.tr("The sign-in is done. It must be this account:")
                if is_public()
                else self.tr("You are back from the browser. It must be this account:")
            )
        else:
            self._title.setText(
                self.tr("Sign in again in the window below")
                if is_public()
                else self.tr("Sign in again in your browser")
            )
            self._line.setText(
                self.tr("The sign-in page of {organisation} is open. Use the same account:").format(
                    organisation=organisation
                )
                if organisation
                else self.tr("The sign-in page is open. Use the same account:")
            )
        self._username.setVisible(step is not Step.SIGNING_OUT)

    def _on_copy_clicked(self) -> None:
        copy_text(self._models.protected.progress.link)

    def _lay_out(self) -> None:
        words = QWidget()
        box = column(words, gap=6)
        box.addStretch(1)
        for text in (self._title, self._line, self._username):
            box.addWidget(text)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.again, self.copy, self.cancel):
            flow.addWidget(button)
        box.addSpacing(8)
        box.addWidget(buttons)
        box.addStretch(1)
        columns = Columns(at=500, gap=32)
        columns.add(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        columns.add(words, 1)
        self._body.addWidget(columns)
        self._page.addWidget(self._bar)
