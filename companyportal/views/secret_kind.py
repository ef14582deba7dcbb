"""The kinds of secrets that are shown, as far as their look and words differ."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.views.public_reveal import SHOWN_S
from companyportal.views.venue import is_public


class SecretKind(Enum):
    """What the characters are for."""

    PASSCODE = auto()
    PIN = auto()
    RECOVERY_KEY = auto()

    @property
    def is_long(self) -> bool:
        """Typed elsewhere in one go: smaller cells, and five minutes instead of one."""
        return self is SecretKind.RECOVERY_KEY

    @property
    def shown_s(self) -> float:
        """So long the characters can be read before they hide by themselves."""
        if is_public():
            return float(SHOWN_S)
        return 300.0 if self.is_long else 60.0


class KindWords(NamedTuple):
    """What one kind is called."""

    show: str
    """On the button."""
    hidden: str
    """For a screen reader, while it is hidden."""
    told: str
    """The same while it is shown, with a place for the ``{characters}``."""
    hint: str
    """Below the buttons, while it is hidden."""
    reading: str
    """The same while it is shown."""


class SecretWords(QObject):
    """The words of every kind."""

    def of(self, kind: SecretKind) -> KindWords:
        """All words of ``kind``."""
        names = self.tr("Digits have a bar. Look-alike characters carry their name.")
        one_minute, five_minutes = self._how_long()
        return {
            SecretKind.PASSCODE: KindWords(
                self.tr("Show passcode"),
                self.tr("Temporary passcode, hidden"),
                self.tr("Temporary passcode: {characters}"),
                one_minute,
                names,
            ),
            SecretKind.PIN: KindWords(
                self.tr("Show PIN"),
                self.tr("PIN, hidden"),
                self.tr("PIN: {characters}"),
                one_minute,
                names,
            ),
            SecretKind.RECOVERY_KEY: KindWords(
                self.tr("Show recovery key"),
                self.tr("Recovery key, hidden"),
                self.tr("Recovery key: {characters}"),
                five_minutes,
                self.tr("Digits have a bar. Type the key in groups, as it stands here."),
            ),
        }[kind]

    def _how_long(self) -> tuple[str, str]:
        """Of short secrets and of long ones; where everybody passes by, the question whether
        anybody can see it stands above the buttons.
        """
        if is_public():
            words = self.tr("It hides by itself after %n second(s).", "", SHOWN_S)
            return words, words
        return (
            self.tr("Can anyone else see this screen? It hides again after one minute."),
            self.tr("Can anyone else see this screen? It hides again after five minutes."),
        )
