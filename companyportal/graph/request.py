"""One HTTP request as it is handed to the transport, and whether anything of it has left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

LARGEST_REFUSAL = 64 * 1024
"""Bytes that are read of an answer that is no success, and of a change's answer."""


MayLeave = Callable[[], bool]
"""The last question before a request leaves."""


def always() -> bool:
    """For what may leave at any time."""
    return True


@dataclass(slots=True, kw_only=True)
class Request:
    """One try: method, whole address, headers with the token in them."""

    method: str = "GET"
    address: str
    headers: dict[str, str] = field(repr=False)
    body: bytes | None = field(default=None, repr=False)
    """JSON; a PIN may be in it."""
    at_most: int = LARGEST_REFUSAL
    """Bytes of a good answer, decompressed."""
    within_s: float
    """From the name look-up to the last byte of the answer."""
    may_leave: MayLeave = always
    """Asked on the open connection, just before the first byte."""
    has_left: bool = False
    """True from that moment on."""
