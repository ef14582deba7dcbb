"""Moments and spans in words, by the language and the country of the person.

Near moments are short ("10:42", "Yesterday", "3 Nov"), because they are read at a glance; far ones
are whole dates. Nothing is computed here but words: what is measured is measured by a clock.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from companyportal.clock import Clock

_SAME_YEAR_DAYS = 300
"""A day further away than this is written with its year, so that it is never taken for the next."""
_NEVER_BEFORE = 1971
"""Graph writes year 1, and old exports 1970, where something has never happened."""

_YEAR = re.compile(r"[,\s]*\by{2,4}\b")


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
        age_days = self._age_days(moment)
        if age_days == 0:
            return self.time(moment)
        if age_days == 1:
            return self.tr("Yesterday")
        if 1 < age_days < _SAME_YEAR_DAYS:
            return QLocale().toString(_qt(moment), self._day_and_month())
        return self.full_date(moment)

    def contact(self, moment: datetime | None) -> str:
        """The day with its time, or "Never": for the last contact of a device."""
        if moment is None or moment.year < _NEVER_BEFORE:
            return self.tr("Never")
        time, age_days = self.time(moment), self._age_days(moment)
        if age_days == 0:
            return self.tr("Today, {time}").format(time=time)
        if age_days == 1:
            return self.tr("Yesterday, {time}").format(time=time)
        return self.tr("{date}, {time}").format(date=self.day(moment), time=time)

    def full_date(self, moment: datetime | None) -> str:
        """The whole date, "12 March 2025"; empty where it is not known."""
        if moment is None or moment.year < _NEVER_BEFORE:
            return ""
        pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat)
        return QLocale().toString(_qt(moment), _without_weekday(pattern))

    def today(self, moment: datetime) -> str:
        """The day with its name and without its year: "Tuesday 14 May"."""
        pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat)
        return QLocale().toString(_qt(moment), _YEAR.sub("", pattern).strip())

    def at(self, moment: datetime) -> str:
        """For a sentence: "at 10:42", "yesterday at 10:42", "on 3 Nov at 10:42"."""
        time, age_days = self.time(moment), self._age_days(moment)
        if age_days == 0:
            return self.tr("at {time}").format(time=time)
        if age_days == 1:
            return self.tr("yesterday at {time}").format(time=time)
        return self.tr("on {date} at {time}").format(date=self.day(moment), time=time)

    def since(self, moment: datetime) -> str:
        """How far back something is known, for a sentence: "at 10:42", "12 days ago"."""
        age_days = self._age_days(moment)
        if age_days <= 1 or age_days >= _SAME_YEAR_DAYS:
            return self.at(moment)
        return self.tr("%n day(s) ago", "", age_days)

    def age(self, moment: datetime) -> timedelta:
        """How long ago that was."""
        return self._clock.now() - moment

    def brief(self, moment: datetime) -> str:
        """For a caption, after a participle: "10:42", "yesterday, 10:42", "3 Nov, 10:42"."""
        time, age_days = self.time(moment), self._age_days(moment)
        if age_days == 0:
            return self.tr("{time}", "Requested 10:42").format(time=time)
        if age_days == 1:
            return self.tr("yesterday, {time}", "Requested yesterday, 10:42").format(time=time)
        words = self.tr("{date}, {time}", "Requested 3 Nov, 10:42")
        return words.format(date=self.day(moment), time=time)

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

    def _age_days(self, moment: datetime) -> int:
        """Midnights between then and now; negative in the future."""
        return (self._clock.now().astimezone().date() - moment.astimezone().date()).days

    def _day_and_month(self) -> str:
        """Qt knows no such format: the order is taken from the country's whole date."""
        whole = _without_weekday(QLocale().dateFormat(QLocale.FormatType.LongFormat))
        return "MMM d" if whole.find("M") < whole.find("d") else "d MMM"


def _qt(moment: datetime) -> QDate:
    day = moment.astimezone().date()
    return QDate(day.year, day.month, day.day)


def _without_weekday(pattern: str) -> str:
    return re.sub(r"\bd{3,4}\b,?\s*|,?\s*\bd{3,4}\b", "", pattern).strip()
