"""Everything that has no room in the action row; removal and factory reset come last, in red."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action
from companyportal.views.action_looks import DANGEROUS
from companyportal.views.action_words import action_icon
from companyportal.views.divider import Divider
from companyportal.views.menu_row import MenuRow
from companyportal.views.popover import Popover
from companyportal.views.scrolled_part import ScrolledPart
from companyportal.views.spacing import spaced

_WIDTH = 320
_HEIGHT = 560


class ActionMenu(Popover):
    """A row for each action; those that stand in the row of buttons are hidden here.

    Signals:
        chosen(action: Action).
        reason_asked(action: Action): it cannot be chosen, and the person wants to know why.
    """

    chosen = Signal(object)
    reason_asked = Signal(object)

    def __init__(self, window: QWidget, in_order: tuple[Action, ...]) -> None:
        content = ScrolledPart(max_width=_WIDTH, margin=6)
        super().__init__(window, content, width=_WIDTH, height=_HEIGHT)
        self.rows: dict[Action, MenuRow] = {}
        self._line = Divider()
        box = spaced(content.content, 2)
        for action in (*in_order, *DANGEROUS):
            if action is DANGEROUS[0]:
                box.addWidget(self._line)
            self.rows[action] = self._row(action)
            box.addWidget(self.rows[action])

    def set_row(self, action: Action, words: str, reason: str, *, is_there: bool) -> None:
        """What a row says; ``reason`` is the short one."""
        row = self.rows[action]
        row.set_words(words, reason)
        row.setVisible(is_there)
        dangers = [self.rows[each] for each in DANGEROUS]
        others = [each for each in self.rows.values() if each not in dangers]
        self._line.setVisible(
            any(not each.isHidden() for each in dangers)
            and any(not each.isHidden() for each in others)
        )

    def _row(self, action: Action) -> MenuRow:
        row = MenuRow(action_icon(action), is_danger=action in DANGEROUS)
        row.chosen.connect(lambda: self._on_chosen(action))
        row.reason_asked.connect(lambda: self._on_reason_asked(action))
        return row

    def _on_chosen(self, action: Action) -> None:
        self.close_now()
        self.chosen.emit(action)

    def _on_reason_asked(self, action: Action) -> None:
        self.close_now()
        self.reason_asked.emit(action)
