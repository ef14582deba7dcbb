"""What no text may speak of where everybody passes by, by language; told by ``venue.is_public``."""

from __future__ import annotations

import re
from collections.abc import Iterable

BROWSER = {
    "en": r"your browser|the browser|\btabs?\b|\bbell\b|hidden after five",
    "fr": r"navigateur|onglet|\bcloche\b|masquée après cinq",
}
"""What nobody has before a kiosk, and how long no secret is shown there."""
COMPUTER = {
    "en": r"this computer|your connection|\bdisk\b|\blog\b|details|program again|newer version|"
    r"\bfiles?\b|settings\.toml|store\.db|\bquit\b|correct the clock|mend it",
    "fr": r"cet ordinateur|votre connexion,|disque|journal|détails|relancez|redémarrez|"
    r"version plus récente|fichier|settings\.toml|store\.db|quittez|corrigez|réglez",
}
"""What only those can put right whose computer it is."""


def found(pattern: str, texts: Iterable[str]) -> list[str]:
    """Those texts in which it occurs."""
    return [text for text in texts if re.search(pattern, text, re.IGNORECASE)]
