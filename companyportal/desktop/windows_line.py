"""Several words in one line, as Windows' programs take it apart again.

Source: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BEFORE_QUOTE = re.compile(r'(\\*)"')
_AT_END = re.compile(r"(\\+)$")


def windows_line(words: Sequence[str]) -> str:
    """Each word quoted where needed."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    """Backslashes count only before a quotation mark, and are doubled there."""
    escaped = _BEFORE_QUOTE.sub(r'\1\1\\"', word)
    if word and not re.search(r"[ \t]", word):
        return escaped
    return '"' + _AT_END.sub(r"\1\1", escaped) + '"'
