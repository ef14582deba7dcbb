"""Moments and spans in words, by the language and the country of the person.

Near moments are short ("10:42", "Yesterday", "3 Nov"), because they are read at a glance; far ones
are whole dates. Nothing is computed here but words: what is measured is measured by a clock.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from companyportal.clock import Clock

_SAME_YEAR_DAYS = 300
"""A day further away than this is written with its year, so that it is never taken for the next."""
_NEVER_BEFORE = 1971
"""Graph writes year 1, and old exports 1970, where something has never happened."""


class TimeWords(QObject):
    """Times of day, days and dates as a person would say them."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    def time(self, moment: datetime) -> str:
        """The time of day: "10:42"."""
        local = moment.astimezone()
        short = QLocale.FormatType.ShortFormat
        return QLocale().toString(QTime(local.hour, local.minute), short)

    def day(self, moment: datetime) -> str:
        """The time if it was today, else "Yesterday", "3 Nov" or the whole date: for lists."""
        then = moment.astimezone().date()
        age_days = (self._today() - then).days
        if age_days == 0:
            return self.time(moment)
        if age_days == 1:
            return self.tr("Yesterday")
        if 1 < age_days < _SAME_YEAR_DAYS:
            return QLocale().toString(_qt(then), self._day_and_month())
        return self.full_date(moment)

    def contact(self, moment: datetime | None) -> str:
        """The day with its time, or "Never": for the last contact of a device."""
        if moment is None or moment.year < _NEVER_BEFORE:
            return self.tr("Never")
        age_days = (self._today() - moment.astimezone().date()).days
        time = self.time(moment)
        if age_days == 0:
            return self.tr("Today, {time}").format(time=time)
        if age_days == 1:
            return self.tr("Yesterday, {time}").format(time=time)
        return self.tr("{date}, {time}").format(date=self.day(moment), time=time)

    def full_date(self, moment: datetime | None) -> str:
        """The whole date, or "Never" where there is none: "12 March 2025"."""
        if moment is None or moment.year < _NEVER_BEFORE:
            return self.tr("Never")
        pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat)
        return QLocale().toString(_qt(moment.astimezone().date()), _without_weekday(pattern))

    def at(self, moment: datetime) -> str:
        """For the end of a sentence after "at": the time today, else day and time."""
        if moment.astimezone().date() == self._today():
            return self.time(moment)
        return self.contact(moment)

    def countdown(self, seconds: float) -> str:
        """Minutes and seconds, rounded up: "4:12"."""
        whole = max(0, -int(-seconds // 1))
        return f"{whole // 60}:{whole % 60:02}"

    def remaining(self, seconds: float) -> str:
        """The same for a screen reader: "4 minutes 12 seconds left"."""
        whole = max(0, -int(-seconds // 1))
        minutes = self.tr("%n minute(s)", "", whole // 60)
        rest = self.tr("%n second(s)", "", whole % 60)
        if whole < 60:
            return self.tr("{seconds} left").format(seconds=rest)
        return self.tr("{minutes} {seconds} left").format(minutes=minutes, seconds=rest)

    def span(self, seconds: float) -> str:
        """How long something took: seconds, minutes, hours or days."""
        whole = max(1, round(seconds))
        if whole < 120:
            return self.tr("%n second(s)", "", whole)
        if whole < 7200:
            return self.tr("%n minute(s)", "", whole // 60)
        if whole < 172_800:
            return self.tr("%n hour(s)", "", whole // 3600)
        return self.tr("%n day(s)", "", whole // 86_400)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _day_and_month(self) -> str:
        """Qt knows no such format: the order is taken from the country's whole date."""
        whole = _without_weekday(QLocale().dateFormat(QLocale.FormatType.LongFormat))
        return "MMM d" if whole.find("M") < whole.find("d") else "d MMM"


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _without_weekday(pattern: str) -> str:
    return re.sub(r"\bd{3,4}\b,?\s*|,?\s*\bd{3,4}\b", "", pattern).strip()
