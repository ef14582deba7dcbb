"""Shown where no organisation is configured: what is missing, a form for it, and the demo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.errors import SettingsError
from companyportal.settings import Settings
from companyportal.views.buttons import Button
from companyportal.views.error_text import ErrorText
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.illustration import Illustration
from companyportal.views.scroll import ScrollPage
from companyportal.views.setup_form import SetupForm
from companyportal.views.spacing import column, spaced
from companyportal.views.text import Text
from companyportal.views.theme import current


class NotConnectedWindow(QWidget):
    """One page, three ways on.

    Signals:
        chosen(demo: bool): the demo organisation, or the end.
        entered(values: dict[str, str]): settings to be saved.
    """

    chosen = Signal(bool)
    entered = Signal(object)

    def __init__(
        self,
        error: SettingsError,
        problems: Sequence[SettingsError] = (),
        known: Settings | None = None,
    ) -> None:
        """``error`` says what is missing and where it belongs; ``problems`` are what was wrong with
        the files on the way, the gravest first: then the organisation may be set up after all.
        ``known``: what was set before, where it may be set here; None where only the organisation
        may.
        """
        super().__init__()
        self.setWindowTitle(self.tr("Company Portal"))
        self.cause = Text("", "body")
        self.advice = Text("", "body", "text2")
        self._set_words(error, problems)
        px = current().px
        self.resize(px(720), px(520))
        self.demo = Button(self.tr("Look round in the demo"), "primary")
        self.end = Button(self.tr("Quit"))
        self.form = SetupForm(known or Settings())
        self.form.hide()
        self.set_up = Button(self.tr("Connect an organisation"))
        if known is None:
            self.set_up.hide()
        self._lay_out()
        self.demo.clicked.connect(lambda: self.chosen.emit(True))
        self.end.clicked.connect(lambda: self.chosen.emit(False))
        self.set_up.clicked.connect(self._on_set_up_clicked)
        self.form.entered.connect(self.entered)

    def tell(self, error: SettingsError) -> None:
        """What was entered could not be saved."""
        described = ErrorText(self).describe(error)
        self.cause.setText(described.title)
        self.advice.setText(described.advice)

    def come_to_front(self) -> None:
        """Somebody started the program a second time."""
        self.showNormal()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it ends the program."""
        self.chosen.emit(False)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().color("layer"))

    def _on_set_up_clicked(self) -> None:
        # One thing at a time, and one way on that stands out.
        for part in (self.set_up, self.demo, self._picture):
            part.hide()
        self.form.show()
        self.form.tenant.edit.setFocus()

    def _lay_out(self) -> None:
        scroll = ScrollPage(max_width=640)
        column(self).addWidget(scroll)
        box = spaced(scroll.content, 12, (20, 40, 20, 40))
        box.addStretch(1)
        self._picture = Illustration("illustration-devices", 240)
        box.addWidget(self._picture)
        box.addWidget(Text(self.tr("No organisation is set up yet"), "title"))
        box.addWidget(self.cause)
        box.addWidget(self.advice)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.demo)
        flow.addWidget(self.set_up)
        flow.addWidget(self.end)
        box.addWidget(self.form)
        box.addWidget(row)
        box.addStretch(2)

    def _set_words(self, error: SettingsError, problems: Sequence[SettingsError]) -> None:
        if problems:
            described = ErrorText(self).describe(problems[0])
            self.cause.setText(described.title)
            self.advice.setText(described.advice)
            return
        self.cause.setText(self.tr("This program does not know yet where to sign you in."))
        words = self.tr("IT support can tell you what to set: “{key}” is missing in {file}.")
        self.advice.setText(words.format(key=error.key, file=error.path))
