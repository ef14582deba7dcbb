"""What is wrong with this computer itself, in words: its files and its clock.

``error_text.py`` asks here where a class of error alone does not say enough.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.errors import ClockWrong, SettingsError, StoreError


class ComputerWords(QObject):
    """Each answer is a title and one sentence of advice."""

    def unreadable(self, error: StoreError) -> tuple[str, str]:
        """The store was damaged, and where the damaged file is."""
        title = self.tr("The program’s records were damaged, so it began new ones.")
        advice = self.tr("Earlier notifications are gone. IT support can look at the old file.")
        if error.path is not None:
            advice = self.tr(
                "Earlier notifications are gone. The damaged file was kept as {file}."
            ).format(file=error.path)
        return title, advice

    def clock_wrong(self, error: ClockWrong) -> tuple[str, str]:
        """By how much the clock is off, in round numbers."""
        minutes = max(1, round(abs(error.off_by_s) / 60))
        if minutes < 100:
            title = self.tr("This computer’s clock is off by %n minute(s).", "", minutes)
        elif minutes < 2_160:
            title = self.tr("This computer’s clock is off by %n hour(s).", "", round(minutes / 60))
        else:
            title = self.tr("This computer’s clock is off by %n day(s).", "", round(minutes / 1440))
        advice = self.tr("Signing in still works. Correct the clock: times shown here are wrong.")
        return title, advice

    def settings(self, error: SettingsError) -> tuple[str, str]:
        """A settings file, by line and key where they are known."""
        title = self.tr("A settings file cannot be used as it is.")
        if error.line and error.key:
            text = self.tr(
                "“{key}” in line {line} of {file} is not valid. Mend it and start again."
            )
        elif error.line:
            text = self.tr("Line {line} of {file} cannot be read. Mend it and start again.")
        elif error.key:
            text = self.tr("“{key}” in {file} is not valid. Mend it and start again.")
        else:
            text = self.tr("{file} cannot be read. Mend it and start again.")
        advice = text.format(key=error.key, line=error.line, file=error.path)
        return title, advice

    def not_saved(self, error: SettingsError) -> tuple[str, str]:
        """A choice holds for this run only, and which file is in the way."""
        advice = self.tr("{file} cannot be written. What you chose holds until you quit.")
        return self.tr("Your choice could not be saved."), advice.format(file=error.path)
