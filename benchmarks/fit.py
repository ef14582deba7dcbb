"""The straight line that lies closest to some points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import correlation, linear_regression


@dataclass(frozen=True)
class Line:
    """``intercept + slope * size``; ``r_squared`` is 1 where every point lies on it."""

    slope: float
    intercept: float
    r_squared: float


def fitted(points: Sequence[tuple[int, float]]) -> Line:
    """By least squares; there are two points at least."""
    sizes = [float(size) for size, _ in points]
    costs = [cost for _, cost in points]
    slope, intercept = linear_regression(sizes, costs)
    return Line(slope, intercept, correlation(sizes, costs) ** 2)
