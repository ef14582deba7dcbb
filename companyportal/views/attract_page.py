"""What the kiosk shows while nobody is there: what it is for, and that a touch begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from companyportal.clock import Clock
from companyportal.organisation import Organisation
from companyportal.views.fitting_page import FittingPage
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.illustration import Illustration
from companyportal.views.kiosk_button import KioskButton, is_chord
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.language import LANGUAGES
from companyportal.views.language_button import LanguageButton
from companyportal.views.quiet_ground import QuietGround
from companyportal.views.spacing import column, row, spaced
from companyportal.views.station_head import StationHead
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.visit import Comfort

_PICTURE_WIDTH = 416
_WIDE = 900
"""In pixels at 100 % text: the picture stands beside the words from here on."""
_SIDE, _TIGHT_SIDE = 64, 36


class AttractPage(FittingPage):
    """Any touch and any letter begins, but for those on another control.

    Signals:
        start_asked().
    """

    LEVELS = 3
    start_asked = Signal()

    def __init__(
        self, organisation: Organisation, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_busy = self._is_touched = False
        self.head = StationHead(organisation, clock)
        self._title = Text("", "hero")
        self._line = Text("", "lead", "text2")
        self.start = KioskButton(
            "primary", icon="touch", height=68, role="heading", padding=40, least_width=340
        )
        self.languages = {code: LanguageButton(code) for code in LANGUAGES}
        self.foot = KioskFoot(organisation, has_languages=False, has_promise=True)
        self._picture = Illustration("illustration-devices", _PICTURE_WIDTH)
        self._air_above, self._air_below = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._lay_out()
        self.follow_theme()
        self.start.clicked.connect(self.start_asked)
        for code, button in self.languages.items():
            button.clicked.connect(lambda _=False, code=code: self.foot.ask_for_language(code))
        self._retranslate()

    @property
    def title(self) -> str:
        """For those who cannot see it."""
        return f"{self._title.text()} {self.start.text()}"

    def set_busy(self, is_busy: bool) -> None:
        """Nobody can begin yet."""
        self._is_busy = is_busy
        self.start.set_busy(is_busy)
        self._retranslate()

    def set_comfort(self, comfort: Comfort) -> None:
        """What the person chose to read better."""
        self.foot.set_comfort(comfort)
        for code, button in self.languages.items():
            button.set_on(code == comfort.language)

    def focus_first(self) -> None:
        """Enter and Space begin."""
        self.start.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside all controls."""
        self._is_touched = event.button() is Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """One that slid off a control began elsewhere, and a swipe ends beside the page."""
        was_touched, self._is_touched = self._is_touched, False
        if was_touched and self.rect().contains(event.position().toPoint()):
            self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever would write something; what moves the focus, and chords, are for others."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        writes = is_enter or (event.text().isprintable() and bool(event.text()))
        if writes and not event.isAutoRepeat() and not is_chord(event):
            self._begin()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def arrange(self, level: int) -> None:
        """With the picture, without it, and with less air and smaller letters."""
        is_upright = self.is_upright
        # From the bottom, because the words come first.
        self.foot.arrange(self.width())
        directions = QBoxLayout.Direction
        direction = directions.BottomToTop if is_upright else directions.LeftToRight
        self._middle.setDirection(direction)
        for place, share in enumerate((1, 0, 0, 1) if is_upright else (0, 1, 0, 0)):
            self._middle.setStretch(place, share)
        sides = Qt.AlignmentFlag.AlignLeft if is_upright else Qt.AlignmentFlag.AlignHCenter
        self._middle.setAlignment(self._picture, sides | Qt.AlignmentFlag.AlignVCenter)
        is_wide = current().em(self.width()) >= _WIDE
        self._picture.setVisible(level == 0 and (is_upright or is_wide))
        self._set_tight(level == self.LEVELS - 1)

    def _set_tight(self, is_tight: bool) -> None:
        self._title.set_role("display" if is_tight else "hero")
        self._line.set_role("body" if is_tight else "lead")
        side = _TIGHT_SIDE if is_tight else _SIDE
        spaced(self._middle, 24, (side, 8, 36, 8))
        self.head.set_tight(is_tight)
        self.foot.set_low(is_tight)
        self.start.set_height(56 if is_tight else 68)
        for air, pixels in ((self._air_above, 26), (self._air_below, 22)):
            air.changeSize(0, current().px(12 if is_tight else pixels))

    def _begin(self) -> None:
        if not self._is_busy:
            self.start_asked.emit()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Phone locked?"))
        self._line.setText(
            self.tr(
                "Reset its passcode here in a few minutes. "
                "Have your phone and your work password at hand."
            )
        )
        busy, ready = self.tr("One moment…"), self.tr("Touch to start")
        self.start.setText(busy if self._is_busy else ready)
        self.start.updateGeometry()

    def _lay_out(self) -> None:
        self.content.addWidget(self.head)
        self._middle = row()
        self._words = column()
        self._middle.addStretch()
        self._middle.addLayout(self._words)
        self._middle.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignCenter)
        self._middle.addStretch()
        self.content.addLayout(self._middle, 1)
        self.content.addWidget(self.foot)
        self._lay_out_words()

    def _lay_out_words(self) -> None:
        box = self._words
        box.addStretch(1)
        box.addWidget(self._title)
        box.addWidget(self._line)
        box.addSpacerItem(self._air_above)
        box.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacerItem(self._air_below)
        languages = QuietGround()
        flow = FlowLayout(languages, gap=12)
        for button in self.languages.values():
            flow.addWidget(button)
        box.addWidget(languages)
        box.addStretch(1)
