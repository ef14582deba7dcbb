"""What is left of half a minute, as a ring and as a number."""

from __future__ import annotations

from companyportal.views.count_down_ring import CountDownRing


class SecondsRing(CountDownRing):
    """In the colour of a warning; whoever shows it says it, too."""

    MARKS_S = ()

    def _figures(self) -> str:
        return self.locale().toString(self._seconds)

    def _unit(self) -> str:
        return self.tr("second(s)", "", self._seconds)
