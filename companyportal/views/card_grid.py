"""Where each card of the list stands: equal cells in columns, section by section.

Pure arithmetic over the sections, so that ten thousand cards cost as much as ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize

from companyportal.models.device_groups import Section
from companyportal.views.theme import current

_HEADING = 38
"""Of a section, with the air above it, in pixels at 100 % text."""
_TWO_LINES_BELOW = 300


def heading_in(width: int) -> int:
    """How high the heading of a section is, in a list of so many pixels."""
    is_narrow = current().em(width) < _TWO_LINES_BELOW
    return current().px(_HEADING * (2 if is_narrow else 1))


@dataclass(frozen=True, slots=True)
class Band:
    """A section on the page."""

    section: Section
    top: int
    """Of its heading, in pixels."""
    cards: int
    """The top of its first cards."""
    bottom: int


@dataclass(frozen=True, slots=True)
class CardGrid:
    """``heading`` is the height of a heading with its air, ``width`` that of the list, both in
    pixels; a cell holds the gap to the next one.
    """

    bands: tuple[Band, ...] = ()
    columns: int = 1
    cell: QSize = field(default_factory=lambda: QSize(1, 1))
    width: int = 0
    is_mirrored: bool = False

    @classmethod
    def of(
        cls,
        sections: Sequence[Section],
        *,
        columns: int,
        cell: QSize,
        heading: int,
        width: int,
        is_mirrored: bool = False,
    ) -> CardGrid:
        """All cells for these sections."""
        bands, y = [], 0
        for section in sections:
            top = y
            y += heading if section.has_heading else 0
            cards = y
            y += -(-section.size // columns) * cell.height()
            bands.append(Band(section, top, cards, y))
        return cls(tuple(bands), columns, cell, width, is_mirrored)

    @property
    def height(self) -> int:
        """Of everything."""
        return self.bands[-1].bottom if self.bands else 0

    @property
    def count(self) -> int:
        """Of all cards."""
        return sum(band.section.size for band in self.bands)

    def rect(self, row: int) -> QRect:
        """The cell of a row; empty where there is none."""
        for band in self.bands:
            place = row - band.section.start
            if 0 <= place < band.section.size:
                line, column = divmod(place, self.columns)
                spot = QPoint(column * self.cell.width(), band.cards + line * self.cell.height())
                rect = QRect(spot, self.cell)
                if self.is_mirrored:
                    rect.moveRight(self.width - 1 - rect.left())
                return rect
        return QRect()

    def row_at(self, spot: QPoint) -> int | None:
        """The row whose cell holds that point."""
        x = self.width - 1 - spot.x() if self.is_mirrored else spot.x()
        column = x // self.cell.width()
        if not 0 <= column < self.columns:
            return None
        for band in self.bands:
            if band.cards <= spot.y() < band.bottom:
                line = (spot.y() - band.cards) // self.cell.height()
                place = line * self.columns + column
                return band.section.start + place if place < band.section.size else None
        return None

    def rows_in(self, top: int, bottom: int) -> Iterator[int]:
        """The rows whose cells reach into that stripe."""
        height = self.cell.height()
        for band in self.bands:
            if band.bottom <= top or band.cards > bottom:
                continue
            first = max(0, (top - band.cards) // height) * self.columns
            last = ((bottom - band.cards) // height + 1) * self.columns
            start = band.section.start
            yield from range(start + first, start + min(last, band.section.size))

    def line_away(self, row: int, lines: int) -> int:
        """The row so many lines below, or above where negative, as near to its column as the line
        has cards; beyond the ends, the same column at the end.
        """
        starts = list(self._lines())
        here = max(number for number, (first, _) in enumerate(starts) if first <= row)
        there = min(max(here + lines, 0), len(starts) - 1)
        first, after = starts[there]
        return min(first + row - starts[here][0], after - 1)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """The first row of each line, and the first row after it."""
        for band in self.bands:
            start, end = band.section.start, band.section.start + band.section.size
            yield from pairwise((*range(start, end, self.columns), end))
