"""The kiosk's browser is sent on to the sign-in once, and nobody else is."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl

from companyportal.desktop.browser_entry import BrowserEntry
from tests.proofs import promise, threat
from tests.somebody_else import only_root, somebody_else

pytestmark = [promise(7), threat("T32")]
TARGET = "https://login.example/authorize?login_hint=marie%40woodgrove.example&state=%C3%A9%0D%0A"


@pytest.fixture
def entry(qapp: QObject) -> Iterator[BrowserEntry]:
    entry = BrowserEntry(QUrl(TARGET, QUrl.ParsingMode.StrictMode))
    yield entry
    entry.close()


def parts(entry: BrowserEntry) -> tuple[int, str]:
    address = entry.address
    assert address is not None
    assert (address.scheme(), address.host()) == ("http", "localhost")
    return address.port(), address.path()


async def asked(port: int, *pieces: bytes) -> bytes:
    """All that is answered to a request that comes in pieces."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0)
    answer = await reader.read()
    writer.close()
    return answer


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


async def test_the_browser_is_sent_on_once(entry: BrowserEntry) -> None:
    port, path = parts(entry)
    waiting, writer = await asyncio.open_connection("127.0.0.1", port)  # as browsers connect ahead
    request = get(path)
    answer = await asked(port, request[:9], request[9:40], request[40:])
    assert answer.startswith(b"HTTP/1.1 303 ")
    assert f"\r\nLocation: {TARGET}\r\n".encode() in answer
    assert b"\r\nCache-Control: no-store\r\n" in answer
    assert entry.address is None
    writer.write(request)
    assert (await waiting.read()).startswith(b"HTTP/1.1 404 ")
    with pytest.raises(ConnectionRefusedError):
        await asked(port, request)


@pytest.mark.parametrize(
    "words",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"POST {path} HTTP/1.1\r\n\r\n",
        b"GET {path}x HTTP/1.1\r\n\r\n",
        b"GET {short} HTTP/1.1\r\n\r\n",
        b"HEAD {path} HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
        b"\r\n\r\n",
    ],
)
async def test_whoever_knows_less_gets_nothing_and_the_browser_still_comes(
    entry: BrowserEntry, words: bytes
) -> None:
    port, path = parts(entry)
    request = words.replace(b"{path}", path.encode()).replace(b"{short}", path[:-1].encode())
    answer = await asked(port, request)
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"login.example" not in answer
    assert (await asked(port, get(path))).startswith(b"HTTP/1.1 303 ")


@only_root
async def test_another_user_who_read_the_command_line_gets_nothing(entry: BrowserEntry) -> None:
    port, path = parts(entry)
    with somebody_else():
        theirs = socket.create_connection(("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=theirs)
    writer.write(get(path))
    assert (await reader.read()).startswith(b"HTTP/1.1 404 ")
    writer.close()
    assert (await asked(port, get(path))).startswith(b"HTTP/1.1 303 ")


async def test_who_never_stops_talking_is_sent_away(entry: BrowserEntry) -> None:
    port, path = parts(entry)
    with pytest.raises(ConnectionError):
        assert await asked(port, b"x" * 100_000) == b"never"
    assert (await asked(port, get(path))).startswith(b"HTTP/1.1 303 ")


async def test_many_silent_guests_do_not_keep_the_browser_out(entry: BrowserEntry) -> None:
    port, path = parts(entry)
    silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(40)]
    assert (await asked(port, get(path))).startswith(b"HTTP/1.1 303 ")
    for _, writer in silent:
        writer.close()


async def test_nobody_listens_once_it_is_closed(qapp: QObject) -> None:
    entry = BrowserEntry(QUrl(TARGET))
    port, path = parts(entry)
    entry.close()
    with pytest.raises(ConnectionRefusedError):
        await asked(port, get(path))


def test_each_has_an_address_of_its_own(qapp: QObject) -> None:
    entries = [BrowserEntry(QUrl(TARGET)) for _ in range(5)]
    paths = {parts(each)[1] for each in entries}
    assert len(paths) == 5
    assert min(map(len, paths)) > 20
    for each in entries:
        each.close()
