"""Whom this process is connected to, as the kernel sees it, whichever library asked for it.

Source: https://docs.kernel.org/networking/proc_net_tcp.html
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from typing import NamedTuple

_TABLES = [Path("/proc/self/net", name) for name in ("tcp", "tcp6", "udp", "udp6")]
_OPEN_FILES = Path("/proc/self/fd")
_LISTENS = "0A"
_LOOKS = 50
"""So often a socket is looked at that has no address: it may get one, or be no network's."""


class Link(NamedTuple):
    """One socket: its own port, and the other end."""

    port: int
    peer: str
    peer_port: int


class _Watch:
    """Looks at the sockets that were not there when it was made."""

    def __init__(self) -> None:
        self.found = set[Link]()
        self._known = _inodes()
        self._looks = Counter[str]()

    async def go_on(self) -> None:
        """Look at every turn of the loop, until cancelled."""
        while True:
            if new := _inodes() - self._known:
                self._look(new)
            await asyncio.sleep(0)

    def _look(self, new: set[str]) -> None:
        for table in _TABLES:
            for line in table.read_text().splitlines()[1:]:
                _, here, there, state, *rest = line.split()
                if rest[5] in new:
                    self._known.add(rest[5])
                    if state != _LISTENS:
                        self.found.add(Link(_address(here)[1], *_address(there)))
        self._looks.update(new)
        self._known.update(each for each in new if self._looks[each] >= _LOOKS)


@asynccontextmanager
async def own_links() -> AsyncIterator[set[Link]]:
    """Every connection from now on that lives for at least one turn of the loop.

    Of a connection within this process, both ends. Nothing is found where there is no /proc.
    """
    watch = _Watch()
    looking = asyncio.get_running_loop().create_task(watch.go_on())
    try:
        yield watch.found
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


def _inodes() -> set[str]:
    found = set[str]()
    for each in _OPEN_FILES.iterdir() if _OPEN_FILES.exists() else ():
        with suppress(OSError):  # closed meanwhile
            kind, _, inode = str(each.readlink()).partition(":")
            if kind == "socket":
                found.add(inode.strip("[]"))
    return found


def _address(text: str) -> tuple[str, int]:
    """The kernel writes an address as words of this computer's own byte order."""
    host, _, port = text.partition(":")
    words = [int(host[at : at + 8], 16) for at in range(0, len(host), 8)]
    packed = b"".join(word.to_bytes(4, "little") for word in words)
    address = IPv4Address(packed) if len(packed) == 4 else IPv6Address(packed)
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address), int(port, 16)
