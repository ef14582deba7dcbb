"""The foot of every page at the kiosk: who helps, and how one reads better here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from companyportal.organisation import Organisation
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.language import LANGUAGES
from companyportal.views.quiet_ground import QuietGround
from companyportal.views.spacing import Margins, row, spaced
from companyportal.views.support_line import support_line
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.visit import TEXT_STEPS, Comfort

_TOOLS_BESIDE, _FEWER_TOOLS_BESIDE, _FACTS_BESIDE = 700, 500, 880
"""From that width on, in pixels at 100 % text, the buttons stand beside the words, and the words
beside each other.
"""
_AIR: Margins = (36, 10, 28, 18)
_LITTLE_AIR: Margins = (32, 6, 22, 8)
"""Round everything, in pixels at 100 % text."""
_NARROW, _NARROW_SIDE = 500, 16
"""Below that width the sides give way, so that the buttons still stand in one row."""


class KioskFoot(QuietGround):
    """Shows a comfort and asks for another; it changes nothing itself.

    Signals:
        comfort_asked(comfort: Comfort).
    """

    comfort_asked = Signal(object)

    def __init__(
        self,
        organisation: Organisation,
        *,
        has_phone: bool = True,
        has_languages: bool = True,
        has_promise: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``has_phone``, ``has_languages``: no page above has them; ``has_promise``: say that
        nothing stays.
        """
        super().__init__(parent)
        self._organisation = organisation
        self._has_phone = has_phone
        self._comfort = Comfort()
        self._is_low = False
        self._phone = Text("", "medium")
        self._promise = Text("", "body", "text2")
        self.language = _tool("globe")
        self.contrast = _tool("contrast")
        self.text_size = _tool("text-size")
        self._tools_beside = _TOOLS_BESIDE if has_languages else _FEWER_TOOLS_BESIDE
        self._lay_out(has_promise=has_promise)
        current().changed.connect(self._measure)
        self.language.setVisible(has_languages)
        self.language.clicked.connect(lambda: self.ask_for_language(self._next_language))
        self.contrast.clicked.connect(self._on_contrast_clicked)
        self.text_size.clicked.connect(self._on_text_size_clicked)
        self._render()

    def set_low(self, is_low: bool) -> None:
        """Leave the page as much as can be, on a low screen with large words."""
        self._is_low = is_low
        self._measure()

    def set_comfort(self, comfort: Comfort) -> None:
        """How the visitor reads now."""
        self._comfort = comfort
        self._render()

    def ask_for_language(self, code: str) -> None:
        """Somebody wants to read in that one, a key of LANGUAGES; a page has such buttons, too."""
        self.comfort_asked.emit(replace(self._comfort, language=code))

    def set_organisation(self, organisation: Organisation) -> None:
        """Whose people help."""
        self._organisation = organisation
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._measure()

    def arrange(self, width: int) -> None:
        """As it will stand at that width, for a page that measures before it moves anything."""
        em, directions = current().em(width), QBoxLayout.Direction
        left, above, right, below_it = _LITTLE_AIR if self._is_low else _AIR
        if em < _NARROW:
            left = right = _NARROW_SIDE
        spaced(self._across, 14, (left, above, right, below_it))
        beside, below = directions.LeftToRight, directions.TopToBottom
        self._facts.setDirection(beside if em >= _FACTS_BESIDE else below)
        is_beside = em >= self._tools_beside
        self._across.setDirection(beside if is_beside else below)
        # Words wrap before the buttons do.
        self._tools.setMinimumWidth(self._tools.sizeHint().width() if is_beside else 0)

    def _measure(self) -> None:
        self.arrange(self.width())

    @property
    def _next_language(self) -> str:
        codes = list(LANGUAGES)
        here = codes.index(self._comfort.language) if self._comfort.language in codes else -1
        return codes[(here + 1) % len(codes)]

    def _render(self) -> None:
        comfort = self._comfort
        self._phone.setText(support_line(self._organisation))
        self._phone_line.setVisible(self._has_phone and bool(self._phone.text()))
        self._promise.setText(self.tr("Nothing stays here. When you leave, everything is erased."))
        self.language.setText(LANGUAGES[self._next_language])
        self.contrast.setText(self.tr("Contrast"))
        self.contrast.set_on(comfort.has_contrast)
        self.text_size.setText(self.tr("Text size"))
        self.text_size.set_on(comfort.text_step > 0)
        step = comfort.text_step + 1
        words = self.tr("{step} of {steps}", "Step of the text size")
        words = words.format(step=step, steps=len(TEXT_STEPS))
        self.text_size.setAccessibleDescription(words)
        self._measure()

    def _on_contrast_clicked(self) -> None:
        comfort = self._comfort
        self.comfort_asked.emit(replace(comfort, has_contrast=not comfort.has_contrast))

    def _on_text_size_clicked(self) -> None:
        comfort = self._comfort
        step = (comfort.text_step + 1) % len(TEXT_STEPS)
        self.comfort_asked.emit(replace(comfort, text_step=step))

    def _lay_out(self, *, has_promise: bool) -> None:
        self._phone_line = _line("telephone", self._phone)
        promise = _line("lock", self._promise)
        promise.setVisible(has_promise)
        self._facts = row(gap=16)
        self._facts.addWidget(self._phone_line)
        self._facts.addWidget(promise, 1)
        self._tools = tools = QWidget()
        flow = FlowLayout(tools, gap=12, align="end", stacks=False)
        for tool in (self.language, self.contrast, self.text_size):
            flow.addWidget(tool)
        self._across = row(self, 14, _AIR)
        self._across.addLayout(self._facts, 1)
        self._across.addWidget(tools, 0, Qt.AlignmentFlag.AlignVCenter)


def _tool(icon: str) -> KioskButton:
    return KioskButton(icon=icon, height=44, role="medium", padding=15)


def _line(icon: str, words: Text) -> QWidget:
    host = QWidget()
    box = row(host, 10)
    box.addWidget(IconView(icon, "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
    box.addWidget(words, 1)
    return host
