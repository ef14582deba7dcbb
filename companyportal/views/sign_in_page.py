"""The welcome page: one sentence, one button; then waiting for the browser."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companyportal.models.account import AccountModel, AccountState
from companyportal.models.organisation import OrganisationModel
from companyportal.views.brand import Brand
from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.illustration import Illustration
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.message_place import MessagePlace
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.views.theme import current

_LEAST_FOR_BRAND = 320
"""Pixels at 100 % text."""


class SignInPage(QWidget):
    """Signed out, or on the way in.

    Signals:
        support_asked().
        language_asked(anchor: QWidget): the language button was pressed.
    """

    support_asked = Signal()
    language_asked = Signal(object)

    def __init__(
        self,
        *,
        account: AccountModel,
        organisation: OrganisationModel,
        language: Language,
        message_place: MessagePlace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._organisation = organisation
        self._language = language
        self.message_place = message_place
        """What went wrong, above everything else."""
        self._title = Text("", "display", align=Qt.AlignmentFlag.AlignHCenter)
        self._line = Text("", "body", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self.sign_in = Button("", "primary", icon="sign-in", large=True)
        self.again = Button("", icon="external-link")
        self.copy = CopyButton()
        self.cancel = Button("")
        self._promise_icon = IconView("lock", "text3", 16)
        self._promise = Text("", "label", "text2")
        self._notice = Text("", "label", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self._brand = Brand()
        self.support = Button("", "link", icon="support")
        self.language = Button("", "ghost", icon="globe", trailing="chevron-down")
        self._lay_out()
        self.sign_in.clicked.connect(account.sign_in)
        self.again.clicked.connect(account.open_again)
        self.cancel.clicked.connect(account.cancel)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.support.clicked.connect(self.support_asked)
        self.language.clicked.connect(lambda: self.language_asked.emit(self.language))
        account.changed.connect(self._render)
        organisation.changed.connect(self._render)
        self._render()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to the one button, or to the first way on."""
        (self.again if self._waiting.isVisibleTo(self) else self.sign_in).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways on come before the brand where there is little room."""
        super().resizeEvent(event)
        self._brand.setVisible(current().em(self.width()) >= _LEAST_FOR_BRAND)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the content, all over the window."""
        QPainter(self).fillRect(self.rect(), current().color("layer"))

    def _lay_out(self) -> None:
        whole = column(self, 0)
        whole.addWidget(self.message_place)
        scroll = ScrollPage(margin=24)
        whole.addWidget(scroll, 1)
        self._fill(scroll.content)
        px = current().px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(20))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12, stacks=False)
        for button in (self.support, self.language):
            flow.addWidget(button)
        columns = Columns(at=420, gap=4)
        columns.add(self._brand, 1)
        columns.add(buttons)
        foot.addWidget(columns)
        whole.addLayout(foot)

    def _fill(self, page: QVBoxLayout) -> None:
        px = current().px
        page.setSpacing(px(8))
        page.addStretch(3)
        centre = Qt.AlignmentFlag.AlignHCenter
        page.addWidget(Illustration("illustration-devices", 288), 0, centre)
        page.addSpacing(px(12))
        page.addWidget(self._title)
        page.addWidget(self._line)
        page.addSpacing(px(16))
        page.addWidget(self.sign_in, 0, centre)
        self._waiting = QWidget()
        flow = FlowLayout(self._waiting, align="centre")
        for button in (self.again, self.copy, self.cancel):
            flow.addWidget(button)
        page.addWidget(self._waiting)
        page.addSpacing(px(16))
        promise = QHBoxLayout()
        promise.setSpacing(px(8))
        promise.addStretch(1)
        promise.addWidget(self._promise_icon)
        promise.addWidget(self._promise)
        promise.addStretch(1)
        page.addLayout(promise)
        page.addWidget(self._notice)
        page.addStretch(4)

    def _on_copy_clicked(self) -> None:
        copy_text(self._account.link)

    def _render(self) -> None:
        waits = self._account.state is AccountState.SIGNING_IN
        self._brand.set_organisation(self._organisation.organisation)
        if waits:
            self._title.setText(self.tr("Continue in your browser"))
            self._line.setText(
                self.tr("Sign in on the page that has opened. Then this window comes back.")
            )
        else:
            self._title.setText(self.tr("Welcome to Company Portal"))
            self._line.setText(self.tr("Manage your work devices, and reset a forgotten passcode."))
        self.sign_in.setText(self.tr("Sign in"))
        self.sign_in.setVisible(not waits)
        self.sign_in.set_busy(self._account.state is AccountState.SIGNING_OUT)
        self._waiting.setVisible(waits)
        self.again.setText(self.tr("Open again"))
        self.copy.setText(self.tr("Copy link"))
        self.again.setEnabled(bool(self._account.link))
        self.copy.setEnabled(bool(self._account.link))
        self.cancel.setText(self.tr("Cancel"))
        self._promise.setText(
            self.tr("Your browser opens. Your password is typed there, never in this program.")
        )
        self._notice.setText(
            self.tr("No keyring is open on this computer, so you stay signed in until you quit.")
        )
        self._notice.setVisible(self._account.lacks_key_store and not waits)
        self.support.setText(self.tr("Need help?"))
        self.language.setText(LANGUAGES[self._language.code])
        self.language.setAccessibleName(self.tr("Language"))
