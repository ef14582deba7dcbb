"""The translations as tests read them: every message of a .ts file, with all its forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from tools.translations import ts


@dataclass(frozen=True)
class Message:
    """One text of the program and what it is in another language."""

    context: str
    source: str
    forms: tuple[str, ...]
    """One text; as many as the language has plural forms where the source counts something."""
    is_plural: bool

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


def messages(language: str) -> tuple[Message, ...]:
    """All of them, in the order of the file."""
    return tuple(_read(ElementTree.parse(ts(language)).getroot()))


def _read(root: ElementTree.Element) -> Iterator[Message]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plurals = [form.text or "" for form in translation.iter("numerusform")]
            yield Message(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                forms=tuple(plurals or [translation.text or ""]),
                is_plural=message.get("numerus") == "yes",
            )
