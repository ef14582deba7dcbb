"""A language that nobody speaks: every source text with accents, brackets and 40 % more of it.

Whatever is cut, glued together or not translated at all shows in it. It is made from the sources
while the test runs, so that it can never be out of date.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

from tests.ts_files import messages

LONGER = 0.4
_ACCENTS = str.maketrans("aceinouyACEINOUY", "áčéîñöûýÁČÉÎÑÖÛÝ")
_KEPT = re.compile(r"(\{\w*\}|%n)")


def pseudo(source: str) -> str:
    """ "Cancel" → "[Čáñčéļ ~~~]": as long as the longest languages make it."""
    parts = _KEPT.split(source.replace("(s)", "s"))
    accented = "".join(p if _KEPT.fullmatch(p) else p.translate(_ACCENTS) for p in parts)
    more = max(1, round(len(source) * LONGER) - 3)
    return f"[{accented} {_words(more)}]"


def _words(length: int) -> str:
    """Padding that may wrap, as words do."""
    return " ".join("~" * min(7, length - start) for start in range(0, length, 8))


class PseudoTranslator(QTranslator):
    """Knows the texts of the program and no others; Qt's own stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._known = {(message.context, message.source) for message in messages("fr")}

    def isEmpty(self) -> bool:
        """Never: Qt asks before it installs."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The stretched text; None, not an empty one, where Qt should ask on. %n is for Qt."""
        return pseudo(source) if (context, source) in self._known else None
