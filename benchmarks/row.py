"""One measurement beside what it is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A line of the table of measurements, in words ready to print.

    ``what`` was measured, how much it is with ``ours`` and how much ``against`` the yardstick, the
    ``ratio`` of the two, the ``goal``, and whether it was ``met``: None where there is no goal. A
    field that says nothing is empty.
    """

    what: str
    ours: str
    against: str
    ratio: str
    goal: str
    met: bool | None
