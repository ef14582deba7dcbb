"""A sign-in goes on while strangers crowd its loopback port."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlsplit

from companyportal.auth.receiver import MAX_CONNECTIONS
from companyportal.demo.server import DemoServer
from tests.auth.conftest import OpenSession
from tests.auth.hostile_requests import hostile, request
from tests.http_browser import HttpBrowser
from tests.proofs import threat


async def crowd_at(port: int) -> list[asyncio.StreamWriter]:
    """As many as may be there but one, silent or slow, each in its way; they stay."""
    length = str(1024**3)
    begun = [b"", b"P", request(port)[:-1], request(port, Content_Length=length)]
    writers = []
    for number in range(MAX_CONNECTIONS - 1):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun[number % len(begun)])
        writers.append(writer)
    return writers


@threat("T12", "T13")
async def test_hostile_requests_during_a_sign_in_do_not_end_it(
    open_session: OpenSession, browser: HttpBrowser, demo: DemoServer
) -> None:
    links: asyncio.Queue[str] = asyncio.Queue()
    session = open_session(open_url=lambda url: False)

    async def attack_then_sign_in() -> None:
        link = await links.get()
        asked = parse_qs(urlsplit(link).query)
        port = urlsplit(asked["redirect_uri"][0]).port
        assert port is not None
        crowd = await crowd_at(port)
        for content in hostile(port).values():
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(content)
            writer.write_eof()
            writer.close()
        await browser.sign_in(link)
        for writer in crowd:
            writer.close()

    account, _ = await asyncio.gather(session.sign_in(links.put_nowait), attack_then_sign_in())
    assert account.person.user_id == demo.people[0].user_id
