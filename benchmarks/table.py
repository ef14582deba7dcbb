"""Rows as a table that can be read as it is, and pasted into a page."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.row import Row

HEAD = ("what", "Company Portal", "against", "ratio", "goal", "met")
_MET = {True: "yes", False: "no", None: ""}


def table(rows: Iterable[Row]) -> str:
    """A Markdown table with its columns in line."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, _line(tuple("-" * width for width in widths), widths))
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    return (row.what, row.ours, row.against, row.ratio, row.goal, _MET[row.met])


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
