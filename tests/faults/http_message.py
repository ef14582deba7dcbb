"""HTTP/1.1 as it passes by: cut into whole messages, read, changed and written again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Self

_END = b"\r\n\r\n"
_NEVER_A_BODY = (204, 304)


@dataclass(frozen=True, slots=True)
class Message:
    """A request or an answer."""

    start: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""
    cut_at: int | None = None
    """So many of its bytes are sent, then the connection is closed."""

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """A whole message as it came."""
        head, _, body = raw.partition(_END)
        start, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines)
        return cls(start, tuple((name, value.strip()) for name, _, value in pairs), body)

    @property
    def method(self) -> str:
        """Of a request."""
        return self.start.split(" ")[0]

    @property
    def target(self) -> str:
        """Path and query of a request."""
        return self.start.split(" ")[1]

    @property
    def status(self) -> int:
        """Of an answer."""
        return int(self.start.split(" ")[1])

    @property
    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)

    def header(self, name: str) -> str:
        """The value of a header, empty where there is none."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), "")

    def answering(self, status: int, **headers: str) -> Self:
        """With another status; ``Retry_After="7"`` sets a header, an empty text drops one."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        dropped = {name.lower() for name in named}
        kept = [pair for pair in self.headers if pair[0].lower() not in dropped]
        added = [pair for pair in named.items() if pair[1]]
        return replace(self, start=f"HTTP/1.1 {status} Toxic", headers=(*kept, *added))

    def saying(self, body: bytes | object, kind: str = "application/json") -> Self:
        """With another body, honest about its length; what is not bytes is written as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        kept = [h for h in self.headers if h[0].lower() not in ("content-length", "content-type")]
        told = (("Content-Type", kind), ("Content-Length", str(len(content))))
        return replace(self, headers=(*kept, *told), body=content)

    def written(self) -> bytes:
        """As bytes."""
        lines = [self.start, *(f"{name}: {value}" for name, value in self.headers)]
        return "\r\n".join(lines).encode("latin-1") + _END + self.body


class Splitter:
    """Cuts a stream into whole messages; bodies with a Content-Length only."""

    def __init__(self) -> None:
        self.rest = b""
        """What has come of a message that is not whole yet."""

    def feed(self, data: bytes) -> list[bytes]:
        """The messages that are whole now."""
        self.rest += data
        whole = []
        while (length := self._length()) is not None and len(self.rest) >= length:
            whole.append(self.rest[:length])
            self.rest = self.rest[length:]
        return whole

    def _length(self) -> int | None:
        head, end, _ = self.rest.partition(_END)
        if not end:
            return None
        message = Message.read(head + end)
        is_empty = message.start.startswith("HTTP/") and message.status in _NEVER_A_BODY
        body = 0 if is_empty else int(message.header("Content-Length") or 0)
        return len(head) + len(end) + body
