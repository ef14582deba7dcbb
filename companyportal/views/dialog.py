"""A question over the window that waits for its answer, and stops nothing meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from companyportal.views import shape
from companyportal.views.announce import announce
from companyportal.views.buttons import Button
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.result_head import ResultHead
from companyportal.views.scroll import scroll_to_top
from companyportal.views.scrolled_part import ScrolledPart
from companyportal.views.spacing import column, row, spaced
from companyportal.views.stage import stage_of
from companyportal.views.theme import current
from companyportal.views.venue import is_public

_WIDTH = 560
_NARROW = 360
"""Both in pixels at 100 % text."""
_SHADOW = 28


class Dialog(QDialog):
    """A child of the window over a scrim: mark, heading, a sentence, and buttons at the end.

    The keyboard goes to the first button and stays inside; Escape rejects, and the focus goes back
    to where it was. ``open`` shows it, nobody waits in a loop of its own.
    """

    def __init__(self, window: QWidget, icon: str, state: str) -> None:
        stage = stage_of(window)
        super().__init__(stage)
        # A child of the window, and still a dialog for a screen reader.
        self.setWindowFlags(Qt.WindowType.Widget)
        self._window = stage
        self._came_from: QWidget | None = None
        self.head = ResultHead(icon, state)
        self.buttons: tuple[Button, ...] = ()
        self._fields: list[QWidget] = []
        self._sheet = _Sheet()
        self._lay_out()
        self.finished.connect(self._on_finished)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while it waits for its answer, also where the window itself is hidden."""
        return not self.isHidden()

    def open(self) -> None:
        """Show it over the whole window."""
        if self.is_open:
            return
        self._came_from = self._window.focusWidget()
        self._window.installEventFilter(self)
        _application().focusChanged.connect(self._on_focus_changed)
        self.setGeometry(self._window.rect())
        self.setAccessibleName(self.head.title)
        self.show()
        self.raise_()
        self._focus_first()
        if is_public():  # read standing, from the first line; its button may be further down
            scroll_to_top(self)
        announce(self, self.head.title, is_urgent=True)

    def done(self, result: int) -> None:
        """Answered once: a press that comes after it, by a screen reader perhaps, says nothing."""
        if self.is_open:
            super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size; takes nothing from anybody."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the words need the room of the mark."""
        super().resizeEvent(event)
        self.head.mark.setVisible(current().em(self.width()) >= _NARROW)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        stops = list(self._stops())
        inside = self._window.focusWidget()
        reasons = Qt.FocusReason
        if inside in stops:
            following = stops[(stops.index(inside) + (1 if forward else -1)) % len(stops)]
            following.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window behind it steps back."""
        painter, theme = QPainter(self), current()
        painter.fillRect(self.rect(), theme.color("scrim"))
        rect = QRectF(self._sheet.geometry())
        strong = 0.5 if theme.is_dark else 0.10
        shape.shadow(painter, rect.translated(0, 8), theme.px(16), _SHADOW - 2, strong)

    def add_body(self, widget: QWidget) -> None:
        """Something between the sentence and the buttons."""
        self._box.insertWidget(self._place, widget)
        self._place += 1
        widgets = (widget, *widget.findChildren(QWidget))
        takers = [each for each in widgets if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        self._fields += [each for each in takers if isinstance(each, QLineEdit | QAbstractButton)]

    def add_buttons(self, *buttons: Button) -> None:
        """The first is the harmless one, which gets the keyboard where there is no field."""
        self.buttons = buttons
        for button in buttons:
            self._row.addWidget(button)

    def _stops(self) -> Iterator[QWidget]:
        stops = (*self._fields, *self.buttons)
        return (stop for stop in stops if stop.isVisibleTo(self) and stop.isEnabled())

    def _focus_first(self) -> None:
        next(self._stops()).setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """A key such as Ctrl+F leads behind the scrim: not now. Another window is left alone."""
        if new is None or self.isAncestorOf(new):
            return
        if new is self._window or self._window.isAncestorOf(new):
            self._focus_first()

    def _on_finished(self) -> None:
        self._window.removeEventFilter(self)
        _application().focusChanged.disconnect(self._on_focus_changed)
        came_from, self._came_from = self._came_from, None
        is_there = came_from is not None and isValid(came_from) and came_from.isVisible()
        (came_from if came_from and is_there else self._window).setFocus(
            Qt.FocusReason.PopupFocusReason
        )

    def _lay_out(self) -> None:
        across = row(self, 0, (16, 16, 16, 16))
        down = column(gap=0)
        down.addStretch(1)
        down.addWidget(self._sheet)
        down.addStretch(1)
        across.addStretch(1)
        across.addLayout(down, 1000)
        across.addStretch(1)
        content = ScrolledPart(max_width=_WIDTH, margin=24)
        sheet = column(self._sheet, gap=0)
        sheet.addWidget(content)
        self._box = spaced(content.content, 20)
        self._box.addWidget(self.head)
        self._place = self._box.count()
        buttons = QWidget()
        self._row = FlowLayout(buttons, align="end")
        if is_public():  # whoever stands before it sees them, however much there is to read
            foot = column(gap=0, margins=(24, 0, 24, 24))
            foot.addWidget(buttons)
            sheet.addLayout(foot)
        else:
            self._box.addWidget(buttons)


class _Sheet(QWidget):
    """What the question is written on."""

    def __init__(self) -> None:
        super().__init__()
        self._measure()
        current().changed.connect(self._measure)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and an edge."""
        theme = current()
        ground, edge = theme.color("surface"), theme.color("line")
        shape.rounded(QPainter(self), QRectF(self.rect()), theme.px(16), ground, edge)

    def _measure(self) -> None:
        self.setMaximumWidth(current().px(_WIDTH))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
