"""Where the cards stand, and where the keys lead: every card can be found, seen and reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from companyportal.models.device_groups import Group, Section
from companyportal.views.card_grid import CardGrid
from companyportal.views.card_keys import Move, row_after

HEADING = 30
CELL = QSize(100, 40)


def grid(sizes: list[int], columns: int, is_mirrored: bool = False) -> CardGrid:
    """Sections of so many cards, each with a heading."""
    sections, start = [], 0
    for group, size in zip(Group, sizes, strict=False):
        sections.append(Section(group, start, size))
        start += size
    return CardGrid.of(
        sections,
        columns=columns,
        cell=CELL,
        heading=HEADING,
        width=columns * CELL.width() - 14,
        is_mirrored=is_mirrored,
    )


grids = st.builds(
    grid,
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.integers(1, 3),
    st.booleans(),
)


@given(grids)
def test_cards_stand_apart_below_their_headings_and_fill_the_height(grid: CardGrid) -> None:
    rects = [grid.rect(row) for row in range(grid.count)]
    for place, rect in enumerate(rects):
        assert rect.size() == CELL
        assert not any(rect.intersects(other) for other in rects[:place])
    for band in grid.bands:
        heading = QRect(0, band.top, 10_000, HEADING)
        assert not any(rect.intersects(heading) for rect in rects)
        assert rects[band.section.start].top() == band.cards == band.top + HEADING
    assert max(rect.bottom() for rect in rects) + 1 == grid.height
    assert grid.rect(grid.count).isEmpty()
    assert grid.rect(-1).isEmpty()


@given(grids)
def test_whoever_points_at_a_card_finds_it(grid: CardGrid) -> None:
    for row in range(grid.count):
        rect = grid.rect(row)
        for spot in (rect.topLeft(), rect.center(), rect.bottomRight()):
            assert grid.row_at(spot) == row


@given(grids, st.integers(-50, 400), st.integers(0, 400))
def test_a_stripe_is_painted_with_the_cards_that_reach_into_it(
    grid: CardGrid, top: int, height: int
) -> None:
    bottom = top + height
    wanted = [
        row
        for row in range(grid.count)
        if grid.rect(row).top() <= bottom and grid.rect(row).bottom() >= top
    ]
    assert list(grid.rows_in(top, bottom)) == wanted


@given(grids, st.data())
def test_down_leads_to_the_next_line_and_never_out(grid: CardGrid, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    below = row_after(grid, Move.MoveDown, row, page=3)
    lower = {grid.rect(other).top() for other in range(grid.count)}
    lower = {top for top in lower if top > grid.rect(row).top()}
    if not lower:
        assert below == row
        return
    assert grid.rect(below).top() == min(lower)
    assert abs(grid.rect(below).left() - grid.rect(row).left()) <= 2 * CELL.width()
    assert row_after(grid, Move.MoveUp, below, page=3) <= row


@given(grids, st.sampled_from(list(Move)), st.data())
def test_no_key_leads_out_of_the_list(grid: CardGrid, move: Move, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    assert 0 <= row_after(grid, move, row, page=data.draw(st.integers(-1, 99))) < grid.count


@given(grids)
def test_right_and_left_go_through_all_cards(grid: CardGrid) -> None:
    on, back = Move.MoveRight, Move.MoveLeft
    if grid.is_mirrored:
        on, back = back, on
    rows = [0]
    for _ in range(grid.count - 1):
        rows.append(row_after(grid, on, rows[-1], page=1))
    assert rows == list(range(grid.count))
    for row in reversed(rows[:-1]):
        assert row_after(grid, back, row + 1, page=1) == row


@pytest.mark.parametrize(
    ("move", "row", "there"),
    [
        (Move.MoveDown, 1, 2),
        (Move.MoveDown, 2, 3),
        (Move.MoveDown, 3, 4),
        (Move.MoveUp, 5, 3),
        (Move.MoveUp, 4, 3),
        (Move.MovePageDown, 0, 4),
        (Move.MovePageUp, 5, 1),
        (Move.MoveHome, 5, 0),
        (Move.MoveEnd, 0, 5),
        (Move.MoveNext, 5, 5),
        (Move.MovePrevious, 0, 0),
    ],
)
def test_columns_are_kept_across_sections(move: Move, row: int, there: int) -> None:
    """0 1 / 2 in the first section, 3 in the second, 4 5 in the third."""
    assert row_after(grid([3, 1, 2], 2), move, row, page=3) == there


def test_an_empty_list_has_no_height() -> None:
    assert (CardGrid().height, CardGrid().count) == (0, 0)
