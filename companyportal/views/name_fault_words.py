"""What is wrong with a new name, below the field where it is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal.device_name import NameFault


class NameFaultWords(QObject):
    """The words for every fault."""

    def why(self, fault: NameFault) -> str:
        """What to do about it."""
        return {
            NameFault.EMPTY: self.tr("A device needs a name."),
            NameFault.TOO_LONG: self.tr("The name is too long."),
            NameFault.CHARACTERS: self.tr("Letters, digits and hyphens only, without spaces."),
            NameFault.DIGITS_ONLY: self.tr("Digits alone are not enough. Add a letter."),
        }[fault]
