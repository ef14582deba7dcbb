"""What can be wrong with a list that comes in pages, and with what stands in it."""

from __future__ import annotations

from enum import Enum
from itertools import count
from typing import Any

from tests.faults.http_message import Message
from tests.faults.http_toxics import HttpToxic

_NEXT = "@odata.nextLink"


class DuplicatePage(HttpToxic):
    """Every page begins with the entries of the page before it once more."""

    def __init__(self, path: str = "", *, times: int | None = None) -> None:
        super().__init__(path, times=times)
        self._before: list[Any] = []

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        page = answer.json
        again, self._before = self._before, page["value"]
        return answer.saying({**page, "value": [*again, *page["value"]]})


class EmptyPages(HttpToxic):
    """Pages without entries that still name a next one; give it ``times``."""

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        asked = f"https://{request.header('Host')}{request.target}"
        link = f"{asked}&again={self.struck}"
        return answer.saying({**answer.json, "value": [], _NEXT: link})


class Loop(Enum):
    """How links can have no end."""

    SELF = "self"
    PAIR = "pair"
    GROWING = "growing"


class LoopNextLink(HttpToxic):
    """Each page names a next one, for ever: itself, one of two, or always a new one."""

    def __init__(self, loop: Loop = Loop.SELF, path: str = "") -> None:
        super().__init__(path)
        self._loop = loop
        self._numbers = count(1)

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        asked = f"https://{request.header('Host')}{request.target.partition('&loop=')[0]}"
        number = next(self._numbers)
        link = {
            Loop.SELF: f"https://{request.header('Host')}{request.target}",
            Loop.PAIR: f"{asked}&loop={number % 2}",
            Loop.GROWING: f"{asked}&loop={number}",
        }[self._loop]
        return answer.saying({**answer.json, _NEXT: link})


class SetField(HttpToxic):
    """A field of every entry, or of the one document, has this value: a wrong type, a member of an
    enum that nobody has heard of.
    """

    def __init__(self, name: str, value: Any, path: str = "") -> None:
        super().__init__(path)
        self._change = {name: value}

    def bend(self, answer: Message, request: Message) -> Message:
        """See HttpToxic."""
        document = answer.json
        if isinstance(document.get("value"), list):
            entries = [{**entry, **self._change} for entry in document["value"]]
            return answer.saying({**document, "value": entries})
        return answer.saying({**document, **self._change})
