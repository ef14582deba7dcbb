"""The loopback page: what it refuses, that the right answer gets through, and when it is gone."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import pytest

from companyportal.auth.form_post import MAX_BODY_BYTES
from companyportal.auth.receiver import MAX_CONNECTIONS, Receiver, bind_loopback
from companyportal.errors import SignInFailed
from tests.auth.hostile_requests import GOOD, SITE, STATE, form, hostile, request
from tests.proofs import fault, threat

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def page(is_signed_in: bool) -> str:
    return f"<!doctype html><title>é {is_signed_in}</title>"


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with Receiver(page=page, origins=[SITE]) as made:
        yield made


async def post(port: int, content: bytes, host: str = "127.0.0.1") -> bytes:
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(content)
    try:
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def is_listening(port: int, host: str = "127.0.0.1") -> bool:
    try:
        _, writer = await asyncio.open_connection(host, port)
    except ConnectionError:
        return False
    writer.close()
    return True


async def answered(receiver: Receiver, *contents: bytes) -> tuple[dict[str, str], list[bytes]]:
    """Send them one after the other while the receiver waits."""

    async def send() -> list[bytes]:
        return [await post(receiver.port, content) for content in contents]

    async with asyncio.timeout(30):
        fields, replies = await asyncio.gather(receiver.answer(STATE), send())
    return fields, replies


@threat("T12")
async def test_right_answer_is_handed_over_and_the_page_is_shown(receiver: Receiver) -> None:
    fields, [reply] = await answered(receiver, request(receiver.port))
    assert fields == GOOD
    head, _, body = reply.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert body.decode() == page(True)
    for header in (
        b"Connection: close",
        b"Cache-Control: no-store",
        b"Referrer-Policy: no-referrer",
        b"Content-Security-Policy: default-src 'none'",
        b"Content-Type: text/html; charset=utf-8",
    ):
        assert header in head
    assert b"Access-Control" not in head
    assert STATE.encode() not in reply


async def test_refusal_of_the_provider_is_a_right_answer(receiver: Receiver) -> None:
    body = urlencode({"error": "access_denied", "error_description": "é", "state": STATE})
    fields, [reply] = await answered(receiver, request(receiver.port, body))
    assert fields == {"error": "access_denied", "error_description": "é", "state": STATE}
    assert page(False).encode() in reply


@pytest.mark.parametrize("origin", [None, "null", SITE])
@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
async def test_each_way_a_browser_says_it_is_accepted(
    receiver: Receiver, origin: str | None, host: str
) -> None:
    content = request(receiver.port, Origin=origin, Host=f"{host}:{receiver.port}")
    fields, _ = await answered(receiver, content)
    assert fields["code"] == GOOD["code"]


@threat("T12", "T13")
@pytest.mark.parametrize("name", hostile(1))
async def test_hostile_request_learns_nothing_and_the_right_one_still_gets_through(
    receiver: Receiver, name: str
) -> None:
    fields, replies = await answered(receiver, hostile(receiver.port)[name], request(receiver.port))
    assert fields == GOOD
    constant = await refused_reply()
    # A long request may be cut off before its sender has read the answer.
    assert replies[0] in (constant, b"")
    assert STATE.encode() not in constant
    assert replies[1].startswith(b"HTTP/1.1 200 OK")


async def refused_reply() -> bytes:
    async with Receiver(page=page) as other:
        return await post(other.port, b"GET / HTTP/1.1\r\n\r\n")


@threat("T12")
async def test_nothing_is_accepted_before_the_state_is_known(receiver: Receiver) -> None:
    assert b" 400 " in await post(receiver.port, request(receiver.port))


@threat("T12")
async def test_no_origin_is_allowed_unless_named() -> None:
    async with Receiver(page=page) as bare:
        _, replies = await answered(bare, request(bare.port), request(bare.port, Origin="null"))
    assert [b" 200 " in reply for reply in replies] == [False, True]


@threat("T13")
async def test_silent_and_slow_connections_do_not_keep_the_right_one_out() -> None:
    crowd: list[Streams] = []
    # Nobody is sent away for being slow, so all that makes room is the number of them.
    patient = Receiver(page=page, origins=[SITE], head_limit_s=3_600, body_limit_s=3_600)
    async with patient as receiver:
        for number in range(3 * MAX_CONNECTIONS):
            reader, writer = await asyncio.open_connection("127.0.0.1", receiver.port)
            writer.write(b"POST / HTTP/1.1\r\nHost: localh" if number % 2 else b"")
            crowd.append((reader, writer))
        # The first of the crowd was sent away for the last.
        async with asyncio.timeout(30):
            assert await crowd[0][0].read() == b""
        fields, _ = await answered(receiver, request(receiver.port))
    assert fields == GOOD
    for _, writer in crowd:
        writer.close()


@threat("T13")
@pytest.mark.parametrize("begun", [b"", b"POST / HTTP/1.1\r\n", request(1, b"x")[:-1]])
async def test_slow_request_is_ended(begun: bytes) -> None:
    async with Receiver(page=page, head_limit_s=0.01, body_limit_s=0.01) as quick:
        begun = begun.replace(b"localhost:1", f"localhost:{quick.port}".encode())
        assert await post(quick.port, begun.replace(SITE.encode(), b"null")) == b""
        assert await is_listening(quick.port)


async def test_answer_in_pieces_is_accepted(receiver: Receiver) -> None:
    async def send() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", receiver.port)
        for byte in request(receiver.port):
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0)
        reply = await reader.read()
        writer.close()
        return reply

    fields, reply = await asyncio.gather(receiver.answer(STATE), send())
    assert fields == GOOD
    assert b" 200 " in reply


@threat("T13")
async def test_largest_body_is_accepted(receiver: Receiver) -> None:
    body = form(x="")
    body += "x" * (MAX_BODY_BYTES - len(body))
    fields, _ = await answered(receiver, request(receiver.port, body))
    assert fields["code"] == GOOD["code"]


@threat("T12")
async def test_one_answer_and_the_port_is_closed(receiver: Receiver) -> None:
    await answered(receiver, request(receiver.port))
    assert not await is_listening(receiver.port)
    assert not await is_listening(receiver.port, "::1")


@threat("T12")
async def test_second_answer_on_an_open_connection_is_refused(receiver: Receiver) -> None:
    early = await asyncio.open_connection("127.0.0.1", receiver.port)
    await answered(receiver, request(receiver.port))
    early[1].write(request(receiver.port, form(code="other")))
    assert b" 200 " not in await early[0].read()
    early[1].close()


@fault("R25")
async def test_cancelling_frees_the_port_at_once(receiver: Receiver) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(receiver.answer(STATE))
        assert await is_listening(receiver.port)
        waiting.cancel()
    assert not await is_listening(receiver.port)


@pytest.mark.parametrize("turns", range(5))
async def test_cancelling_while_it_begins_frees_the_port(turns: int) -> None:
    made = Receiver(page=page)

    async def enter() -> None:
        async with made:
            await made.answer(STATE)

    async with asyncio.TaskGroup() as group:
        entering = group.create_task(enter())
        for _ in range(turns):
            await asyncio.sleep(0)
        entering.cancel()
    assert made.port or not turns
    assert not made.port or not await is_listening(made.port)


async def test_leaving_ends_open_connections() -> None:
    async with Receiver(page=page) as left:
        reader, writer = await asyncio.open_connection("127.0.0.1", left.port)
        await post(left.port, b"x\r\n\r\n")
    with contextlib.suppress(ConnectionResetError):
        assert await reader.read() == b""
    assert not await is_listening(left.port)
    writer.close()


@threat("T14")
async def test_both_addresses_of_localhost_are_ours_on_one_port(receiver: Receiver) -> None:
    assert receiver.redirect_uri == f"http://localhost:{receiver.port}"
    assert await is_listening(receiver.port)
    with socket.socket(socket.AF_INET6) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            pytest.skip("only on a computer with IPv6")
    assert await is_listening(receiver.port, "::1")


def test_computer_without_ipv6_is_served_on_ipv4(monkeypatch: pytest.MonkeyPatch) -> None:
    bind = socket.socket.bind

    def bind_ipv4_only(made: socket.socket, address: tuple[str, int]) -> None:
        if made.family is socket.AF_INET6:
            raise OSError("no such address")
        bind(made, address)

    monkeypatch.setattr(socket.socket, "bind", bind_ipv4_only)
    [only] = bind_loopback([0])
    assert only.family is socket.AF_INET
    only.close()


@fault("R26")
def test_port_that_is_taken_is_not_used() -> None:
    with socket.socket() as squatter:
        squatter.bind(("127.0.0.1", 0))
        taken = squatter.getsockname()[1]
        sockets = bind_loopback([taken, 0])
        assert {made.getsockname()[1] for made in sockets} != {taken}
        for made in sockets:
            made.close()


@threat("T14")
@fault("R26")
def test_port_that_is_taken_on_ipv6_is_not_used() -> None:
    with socket.socket(socket.AF_INET6) as squatter:
        try:
            squatter.bind(("::1", 0))
        except OSError:
            pytest.skip("only on a computer with IPv6")
        taken = squatter.getsockname()[1]
        sockets = bind_loopback([taken, 0])
        assert {made.getsockname()[1] for made in sockets} != {taken}
        for made in sockets:
            made.close()
        with pytest.raises(SignInFailed, match="no loopback port"):
            bind_loopback([taken] * 3)
