"""The words of the program in a language, by what they are in English."""

from __future__ import annotations

from functools import cache

from tests.ts_files import messages


def said(language: str, source: str) -> str:
    """How the program says it; the first form where there are several."""
    return source if language == "en" else _translated(language)[source]


@cache
def _translated(language: str) -> dict[str, str]:
    return {each.source: each.forms[0] for each in messages(language)}
