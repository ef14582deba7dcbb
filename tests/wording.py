"""The rules of the product's words, each a function from a text to its complaints.

Source: the design's chapter on words; for the spaces, Lexique des règles typographiques en usage à
l'Imprimerie nationale: narrow before ; ! ? and full before : and inside « ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NARROW, FULL = "\u202f", "\u00a0"
WORDS_IN_A_SENTENCE = 20
_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+|\s*[\u00a0 ]?:\s+")
_GENDERED = re.compile(
    r"\bvous (?:êtes|serez|étiez|avez été)\s+(?!hors ligne|de retour)|\([es]+\)|·e", re.IGNORECASE
)
_FAMILIAR = re.compile(r"\b(?:tu|toi|ton|ta|tes|te|t’\w+)\b", re.IGNORECASE)
_SLIPS = ("compatibilité", "code secret", "mode plein écran", "serveur de publication")


def plain(text: str, *, never: tuple[str, ...]) -> Iterator[str]:
    """What holds in every language: calm, short sentences, typographic signs."""
    for word in (*never, "!", "...", "'", '"'):
        if word in text.lower():
            yield f"{word!r} in {text!r}"
    for sentence in _SENTENCE_END.split(text):
        if (count := len(re.findall(r"[^\W_][\w’-]*", sentence))) > WORDS_IN_A_SENTENCE:
            yield f"{count} words in {sentence!r}"


def english(text: str) -> Iterator[str]:
    """Of a source text."""
    yield from plain(text, never=("please", "oops", "error occurred", "sorry"))


def french(text: str) -> Iterator[str]:
    """Of a translation."""
    yield from plain(text, never=("veuillez", "s’il vous plaît", "oups", "désolé"))
    yield from french_spaces(text)
    if _GENDERED.search(text):
        yield f"a participle that depends on the person in {text!r}"
    if _FAMILIAR.search(text):
        yield f"not *vous* in {text!r}"
    yield from (f"{slip!r} in {text!r}" for slip in _SLIPS if slip in text.lower())


def french_spaces(text: str) -> Iterator[str]:
    """No-break spaces before high signs and inside « »."""
    for found in re.finditer(r"(.?)([?!;])", text):
        if found[1] != NARROW:
            yield f"no narrow no-break space before {found[2]!r} in {text!r}"
    for found in re.finditer(r"(.?):(?!//)", text):
        is_time = re.match(r"\d:\d", text[found.start() :])
        if found[1] != FULL and not is_time:
            yield f"no no-break space before ':' in {text!r}"
    if re.search(rf"«(?!{FULL})|(?<!{FULL})»", text):
        yield f"no no-break space inside « » in {text!r}"
    if re.search("[“”„]", text):
        yield f"foreign quotation marks in {text!r}"
    if text != text.strip():
        yield f"space around {text!r}"


def device_in_quotes(text: str) -> bool:
    """Names of devices stand in « », unless they head a line: « iPhone : code supprimé »."""
    return re.search(rf"^\{{device\}}{FULL}:|«{FULL}\{{device\}}{FULL}»", text) is not None
