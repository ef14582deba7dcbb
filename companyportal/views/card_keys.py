"""Where the keys lead among the cards."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from companyportal.views.card_grid import CardGrid

Move = QAbstractItemView.CursorAction

_VERTICAL = (Move.MoveUp, Move.MoveDown, Move.MovePageUp, Move.MovePageDown)


def row_after(grid: CardGrid, move: Move, row: int, *, page: int) -> int:
    """The row after a key was pressed on ``row``; ``page`` is how many lines are in sight."""
    if move in _VERTICAL:
        lines = 1 if move in (Move.MoveUp, Move.MoveDown) else max(1, page)
        is_up = move in (Move.MoveUp, Move.MovePageUp)
        return grid.line_away(row, -lines if is_up else lines)
    last = grid.count - 1
    if move in (Move.MoveHome, Move.MoveEnd):
        return 0 if move is Move.MoveHome else last
    is_back = move is Move.MovePrevious
    if move in (Move.MoveLeft, Move.MoveRight):
        is_back = (move is Move.MoveLeft) is not grid.is_mirrored
    return min(max(row + (-1 if is_back else 1), 0), last)
