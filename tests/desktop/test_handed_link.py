"""A link handed to the program that runs: a good one, and everything else that may come."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from companyportal.desktop.single_instance import SingleInstance
from tests.desktop.second_start import (
    LINK,
    Activations,
    Links,
    first,
    rest,
    runtime,
    said_by,
    socket_of,
    start,
)
from tests.proofs import threat

__all__ = ["first", "runtime"]
pytestmark = threat("T29")


async def test_a_second_start_hands_a_link_over_and_ends(first: SingleInstance) -> None:
    activations, links = Activations(first), Links(first)
    assert await said_by(start("demo", LINK.upper())) == "False"
    assert await links.next() == LINK
    assert activations.count == 0


async def test_a_second_start_with_a_bad_link_only_brings_the_first_to_the_front(
    first: SingleInstance,
) -> None:
    activations, links = Activations(first), Links(first)
    assert await said_by(start("demo", f"{LINK}?action=wipe")) == "False"
    await activations.next()
    assert links.heard == []


@pytest.mark.parametrize(
    "said",
    [
        *(b"quit\n", b"activate", b"activate \n", b"ACTIVATE\n", b"activate\nactivate\n"),
        *(b"\0" * 4096, b"open ", b"open \n", b"open x\n", b"open " + b"x" * 4096),
        *(f"open {LINK}{end}".encode() for end in ("", " \n", "\r\n", "?wipe\n", "\0\n", "\n\n")),
        *(f"open {LINK.upper()}\n".encode(), f"OPEN {LINK}\n".encode()),
        *(f"open  {LINK}\n".encode(), f"activate\nopen {LINK}\n".encode()),
        "open companyportal://ſettings\n".encode(),
        b"open https://example.org/\n",
        b"open --data\n",
    ],
)
async def test_anything_but_activate_and_a_good_link_is_not_heard(
    said: bytes, first: SingleInstance, runtime: Path
) -> None:
    activations, links = Activations(first), Links(first)
    reader, writer = await asyncio.open_unix_connection(socket_of(runtime))
    writer.write(said)
    writer.write_eof()

    assert await rest(reader) == b""

    writer.close()
    assert (activations.count, links.heard) == (0, [])


async def test_a_link_that_comes_in_pieces_is_one_link(
    first: SingleInstance, runtime: Path
) -> None:
    links = Links(first)
    reader, writer = await asyncio.open_unix_connection(socket_of(runtime))
    for character in f"open {LINK}\n".encode():
        writer.write(bytes((character,)))
        await writer.drain()
        await asyncio.sleep(0)
    assert await links.next() == LINK
    assert await rest(reader) == b""
    writer.close()
