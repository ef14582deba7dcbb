"""Takes apart what a visit writes: good lines become messages, whatever else comes is dropped."""

from __future__ import annotations

from collections.abc import Iterator

from companyportal.visit_messages import LINE_LIMIT, Message, decode

_NONSENSE = 100
"""So many lines that are none end the patience."""
_NONSENSE_BYTES = 1_000_000


class MessageLines:
    """Never keeps more than one line in memory, however long it gets."""

    def __init__(self) -> None:
        self._rest = b""
        self._is_too_long = False
        """The line that is being read already was; its end still has to come."""
        self._nonsense = 0
        self._nonsense_bytes = 0

    @property
    def are_nonsense(self) -> bool:
        """True where so much of it was no message that nobody needs to listen any longer."""
        return self._nonsense > _NONSENSE or self._nonsense_bytes > _NONSENSE_BYTES

    def feed(self, chunk: bytes) -> Iterator[Message]:
        """The messages whose lines end in this chunk."""
        *ended, rest = (self._rest + chunk).split(b"\n")
        for line in ended:
            message = None if self._is_too_long else decode(line)
            self._is_too_long = False
            if message is not None:
                yield message
            else:
                self._note_nonsense(len(line))
            if self.are_nonsense:
                return
        if len(rest) > LINE_LIMIT:
            self._is_too_long = True
            self._note_nonsense(len(rest), lines=0)
            rest = b""
        self._rest = rest

    def _note_nonsense(self, size: int, *, lines: int = 1) -> None:
        self._nonsense += lines
        self._nonsense_bytes += size
