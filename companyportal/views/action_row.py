"""The buttons of a device in order of importance; what has no room moves into More."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action
from companyportal.views.action_looks import IN_ORDER
from companyportal.views.action_menu import ActionMenu
from companyportal.views.action_words import action_icon
from companyportal.views.buttons import Button
from companyportal.views.spacing import column, row
from companyportal.views.theme import current
from companyportal.views.venue import is_public

_GAP, _FINGERS_GAP = 8, 12
_MOST = 4
"""Buttons beside More: a row of seven is read by nobody."""
_STACKED_BELOW = 420
"""Pixels at 100 % text: from here on the first action stands above More."""


def _gap() -> int:
    """Pixels at 100 % text: at the kiosk a finger must not hit two of them."""
    return _FINGERS_GAP if is_public() else _GAP


class ActionRow(QWidget):
    """Which actions there are, and why some cannot be, is told with ``set_action``.

    Signals:
        chosen(action: Action).
        reason_asked(action: Action): it cannot be chosen, and the person wants to know why.
    """

    chosen = Signal(object)
    reason_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {action: self._button(action) for action in IN_ORDER}
        self.more = Button("", icon="more", trailing="chevron-down")
        self._menu: ActionMenu | None = None
        self._order: tuple[Action, ...] = ()
        self._words: dict[Action, tuple[str, str]] = {}
        self._lay_out()
        self.more.clicked.connect(self._on_more_clicked)
        current().changed.connect(self._arrange)

    @property
    def menu(self) -> ActionMenu:
        """Made when it is first opened."""
        if self._menu is None:
            self._menu = ActionMenu(self.window(), IN_ORDER)
            self._menu.chosen.connect(self.chosen)
            self._menu.reason_asked.connect(self.reason_asked)
            self._fill_menu()
        return self._menu

    @property
    def in_row(self) -> tuple[Action, ...]:
        """The actions that have a button now."""
        return tuple(each for each in self._order if not self.buttons[each].isHidden())

    def set_order(self, order: Sequence[Action], first: Action | None) -> None:
        """The actions that there are, most important first; ``first`` has the filled button."""
        self._order = tuple(order)
        for action, button in self.buttons.items():
            button.set_kind("primary" if action is first else "secondary")

    def set_action(self, action: Action, words: str, why: str) -> None:
        """What its button says; ``why`` it cannot be chosen, at full length."""
        if action in self.buttons:
            self.buttons[action].setText(words)
            self.buttons[action].set_reason(why)

    def set_menu(self, action: Action, words: str, why: str) -> None:
        """What its row in the menu says; ``why`` it cannot be chosen, in a few words."""
        self._words[action] = (words, why)

    def drop_action(self, action: Action) -> None:
        """The organisation does not use it: it is not even shown."""
        self._words.pop(action, None)

    def set_busy(self, action: Action, is_busy: bool) -> None:
        """Its request is on its way."""
        if action in self.buttons:
            self.buttons[action].set_busy(is_busy)

    def finish(self) -> None:
        """Everything is set: make room."""
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More actions"))
        self._arrange()
        if self._menu is not None:
            self._fill_menu()

    def focus_first(self) -> None:
        """The keyboard goes to the most important action."""
        (self.buttons[self.in_row[0]] if self.in_row else self.more).setFocus()

    def minimumSizeHint(self) -> QSize:
        """The widest of them alone, its words broken: what stands in the row now must not keep it
        that wide.
        """
        buttons = (self.more, *(self.buttons[action] for action in self._order[:1]))
        width = max(button.least_width() for button in buttons)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        shown = self._fitting()
        for place, action in enumerate(self._order):
            button = self.buttons[action]
            button.setVisible(action in shown)
            self._line.removeWidget(button)
            self._line.insertWidget(place, button)
        for action in self.buttons.keys() - set(self._order):
            self.buttons[action].hide()
        is_narrow = current().em(self.width()) < _STACKED_BELOW
        directions = type(self._line).Direction
        self._line.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.more.setVisible(len(shown) < len(self._words))

    def _fitting(self) -> tuple[Action, ...]:
        if current().em(self.width()) < _STACKED_BELOW:
            return self._order[:1]
        gap = current().px(_gap())
        room = self.width() - self.more.sizeHint().width()
        fitting: list[Action] = []
        for action in self._order[:_MOST]:
            room -= self.buttons[action].sizeHint().width() + gap
            if room < 0 and fitting:
                break
            fitting.append(action)
        return tuple(fitting)

    def _fill_menu(self) -> None:
        assert self._menu is not None
        for action in self._menu.rows:
            words, why = self._words.get(action, ("", ""))
            is_there = action in self._words and action not in self.in_row
            self._menu.set_row(action, words, why, is_there=is_there)

    def _on_more_clicked(self) -> None:
        menu = self.menu
        self._fill_menu()
        menu.open_under(self.more)

    def _button(self, action: Action) -> Button:
        button = Button("", icon=action_icon(action))
        button.wrap()
        button.clicked.connect(lambda: self.chosen.emit(action))
        button.reason_asked.connect(lambda: self.reason_asked.emit(action))
        return button

    def _lay_out(self) -> None:
        around = column(self, gap=0)
        self._line = row(gap=_gap())
        for button in self.buttons.values():
            self._line.addWidget(button)
        self._line.addWidget(self.more)
        self._line.addStretch(1)
        around.addLayout(self._line)
