"""Why a device is not compliant, and what the person can do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.domain import Compliance, Device
from companyportal.models.compliance_reasons import ComplianceReasons, ReasonsState
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.compliance_setting_words import ComplianceSettingWords, ProblemWords
from companyportal.views.device_words import Noun, noun
from companyportal.views.divider import Divider
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.problem_row import ProblemRow
from companyportal.views.spacing import column, spaced
from companyportal.views.text import Text


class WhyCard(Card):
    """Not there while there is nothing to explain; says so where the reasons cannot be read.

    Signals:
        check_asked(): the device is to report how it stands now.
        again_asked(): what the service knows is to be read again.
        support_asked(): the person wants help.
    """

    check_asked = Signal()
    again_asked = Signal()
    support_asked = Signal()

    def __init__(self, reasons: ComplianceReasons, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._reasons = reasons
        self._words = ComplianceSettingWords(self)
        self._shown: list[ProblemWords] = []
        self._device: Device | None = None
        self._title = Text("", "subtitle")
        self._note = Text("", "body", "text2")
        self._done = Text("", "body", "text2", wrap=False)
        self.check = Button("", "link")
        self.again = Button("", "link")
        self.support = Button("", "link")
        self._lay_out()
        self.check.clicked.connect(self.check_asked)
        self.again.clicked.connect(self.again_asked)
        self.support.clicked.connect(self.support_asked)
        reasons.changed.connect(self._render)
        self._render()

    @property
    def problems(self) -> tuple[ProblemWords, ...]:
        """What is listed now."""
        return tuple(self._shown)

    def set_device(self, device: Device) -> None:
        """Explain this one."""
        self._device = device
        self._render()

    def _render(self) -> None:
        device, state = self._device, self._reasons.state
        self.setVisible(device is not None and state is not ReasonsState.NONE)
        if device is None or state is ReasonsState.NONE:
            return
        in_grace = device.compliance is Compliance.IN_GRACE_PERIOD
        self._title.setText(
            self.tr("What to fix") if in_grace else self.tr("Why it is not compliant")
        )
        self._list([self._words.problem(each, device) for each in self._reasons.settings])
        note = self._note_words(state)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        is_read = state is ReasonsState.KNOWN
        self._done.setText(self._done_words(device))
        self._done.setVisible(is_read and bool(self._shown))
        self.check.setText(self.tr("Check status"))
        self.check.setVisible(is_read)
        failed = state is ReasonsState.FAILED
        self.again.setText(self.tr("Try again") if failed else self.tr("Check again"))
        self.again.setVisible(state is not ReasonsState.REFUSED)
        self.again.set_busy(state is ReasonsState.READING)
        self.support.setText(self.tr("IT support"))
        self.support.setVisible(state is ReasonsState.REFUSED or (is_read and not self._shown))

    def _note_words(self, state: ReasonsState) -> str:
        if state is ReasonsState.READING:
            return "" if self._shown else self.tr("Reading the reasons…")
        if state is ReasonsState.FAILED:
            return self.tr("The reasons could not be read.")
        if state is ReasonsState.REFUSED:
            return self.tr("The reasons cannot be read here. IT support can see them.")
        if not self._shown:
            return self.tr("Your organisation does not tell which rule it is.")
        return ""

    def _done_words(self, device: Device) -> str:
        return {
            Noun.PHONE: self.tr("Done on the phone?"),
            Noun.IPHONE: self.tr("Done on the iPhone?"),
            Noun.IPAD: self.tr("Done on the iPad?"),
            Noun.COMPUTER: self.tr("Done on the computer?"),
            Noun.DEVICE: self.tr("Done on the device?"),
        }[noun(device)]

    def _list(self, problems: list[ProblemWords]) -> None:
        """All of them anew; nothing flickers where they are the same."""
        if problems == self._shown:
            return
        self._shown = problems
        while (item := self._problems.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, words in enumerate(problems):
            if number:
                self._problems.addWidget(Divider())
            self._problems.addWidget(ProblemRow(words))

    def _lay_out(self) -> None:
        spaced(self.body, 12, (20, 16, 20, 18))
        self.body.addWidget(self._title)
        self._problems = column(gap=12)
        self.body.addLayout(self._problems)
        self.body.addWidget(self._note)
        foot = QWidget()
        flow = FlowLayout(foot, gap=12)
        for part in (self._done, self.check, self.again, self.support):
            flow.addWidget(part)
        self.body.addWidget(foot, 0, Qt.AlignmentFlag(0))
