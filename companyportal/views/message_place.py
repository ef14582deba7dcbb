"""Where the one message of the moment is shown, above the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.errors import ClockWrong, StoreUnreadable
from companyportal.models.messages import Message, Messages
from companyportal.models.notice import Notice
from companyportal.views.announce import announce
from companyportal.views.error_text import ErrorText, Remedy
from companyportal.views.message_bar import MessageBar
from companyportal.views.notice_words import notice_words
from companyportal.views.scrolled_part import ScrolledPart
from companyportal.views.spacing import column, spaced
from companyportal.views.theme import current

_WIDE, _NARROW = (32, 16, 32, 0), (16, 12, 16, 0)
_WIDEST = 4000
_TURN_AT = 600
"""As in ``ScrollPage``."""


class MessagePlace(QWidget):
    """Shows ``Messages.shown`` in words, with its one remedy or the way back.

    Signals:
        retry_asked(), sign_in_asked(), support_asked().
        details_asked(): the person wants to copy what the service desk may know.
    """

    retry_asked = Signal()
    sign_in_asked = Signal()
    support_asked = Signal()
    details_asked = Signal()

    def __init__(
        self, messages: Messages, parent: QWidget | None = None, *, offers_sign_in: bool = True
    ) -> None:
        """``offers_sign_in`` False: the page below has a button for it already."""
        super().__init__(parent)
        self._messages = messages
        self._offers_sign_in = offers_sign_in
        self._words = ErrorText(self)
        self._remedy = Remedy.NONE
        self._told: Message | Notice | None = None
        self.bar = MessageBar("danger", "error")
        self._box = column(self, 0, _WIDE)
        scrolled = ScrolledPart(max_width=_WIDEST, margin=0)
        scrolled.content.addWidget(self.bar)
        self._box.addWidget(scrolled)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.bar.action_clicked.connect(self._on_action_clicked)
        self.bar.copy_asked.connect(self.details_asked)
        self.bar.close_asked.connect(messages.close)
        messages.changed.connect(self._render)
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In line with the page below it."""
        super().resizeEvent(event)
        spaced(self._box, 0, _NARROW if current().em(self.width()) < _TURN_AT else _WIDE)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _render(self) -> None:
        shown, goes_on_s = self._messages.shown, self._messages.goes_on_s
        self.setVisible(shown is not None or goes_on_s > 0)
        if isinstance(shown, Notice):
            self._render_notice(shown)
        elif shown is not None:
            self._render_error(shown)
        elif goes_on_s:
            described = self._words.waiting(goes_on_s)
            self.bar.set_look("info", "clock")
            self.bar.set_words(described.title, described.advice)
        if shown is not self._told:
            self._told = shown
            announce(self, self.bar.accessibleName() if shown is not None else "")

    def _render_notice(self, notice: Notice) -> None:
        words = notice_words(notice)
        self.bar.set_look(words.state, words.icon)
        self.bar.set_words(
            words.title,
            words.advice,
            action=self.tr("Undo") if notice.undo is not None else "",
            close=self.tr("Close this message"),
        )

    def _render_error(self, message: Message) -> None:
        is_counted = message.error.retry_after_s is not None
        left_s = self._messages.left_s if is_counted else None
        described = self._words.describe(message.error, left_s)
        self._remedy = described.remedy
        actions = {
            Remedy.NONE: "",
            Remedy.TRY_AGAIN: self.tr("Try again"),
            Remedy.SIGN_IN: self.tr("Sign in") if self._offers_sign_in else "",
            Remedy.IT_SUPPORT: self.tr("IT support"),
        }
        is_mild = isinstance(message.error, (StoreUnreadable, ClockWrong))
        self.bar.set_look(*(("warning", "warning") if is_mild else ("danger", "error")))
        self.bar.set_words(
            described.title,
            described.advice,
            self._words.caption(message),
            action=actions[described.remedy],
            copy=self.tr("Copy details"),
            close=self.tr("Close this message"),
        )

    def _on_action_clicked(self) -> None:
        if isinstance(self._messages.shown, Notice):
            self._messages.undo()
            return
        asked = {
            Remedy.TRY_AGAIN: self.retry_asked,
            Remedy.SIGN_IN: self.sign_in_asked,
            Remedy.IT_SUPPORT: self.support_asked,
        }
        self._messages.dismiss()
        if (signal := asked.get(self._remedy)) is not None:
            signal.emit()
