"""What can be seen of a kiosk: its windows, what is on them, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """Something that can be seen on a window, and where."""

    kind: str
    text: str
    name: str
    place: tuple[int, int, int, int]
    whole: tuple[int, int, int, int]
    is_enabled: bool
    has_focus: bool
    is_button: bool
    is_field: bool = False

    def is_called(self, words: str) -> bool:
        """By what it says, or what a reader is told."""
        return words in (self.text, self.name, self.text.partition("\n")[0])

    @property
    def middle(self) -> tuple[int, int]:
        """Of what can be seen of it."""
        left, top, width, height = self.place
        return left + width // 2, top + height // 2

    @property
    def is_whole(self) -> bool:
        """Enough of it can be seen to hit it."""
        return self.place[3] >= min(self.whole[3], 40) and self.place[2] > 0


@dataclass(frozen=True)
class Window:
    """One window of ours; ``owner`` is ``station`` or ``visit``."""

    owner: str
    kind: str
    title: str
    is_active: bool
    number: int
    place: tuple[int, int, int, int]
    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        """All that can be read, one text a line."""
        return "\n".join(text for each in self.parts if (text := each.text or each.name))

    @property
    def has_raw_plural(self) -> bool:
        """Somewhere the language was never asked how it counts: "30 second(s)"."""
        return any("(s)" in text for each in self.parts for text in (each.text, each.name))


def window_of(owner: str, told: dict[str, Any]) -> Window:
    """As ``tests.kiosk.program`` tells of it."""
    parts = tuple(
        Part(**{**each, "place": tuple(each["place"]), "whole": tuple(each["whole"])})
        for each in told["parts"]
    )
    return Window(owner, **{**told, "place": tuple(told["place"]), "parts": parts})
