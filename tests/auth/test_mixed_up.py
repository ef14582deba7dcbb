"""Somebody else’s answer, brought to the right place at the right time."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from companyportal.auth.session import Session
from companyportal.demo.server import DemoServer
from companyportal.errors import PortalError, SignInFailed, TokenInvalid
from tests.auth.conftest import OpenSession
from tests.http_browser import HttpBrowser
from tests.proofs import threat

pytestmark = threat("T16")
Asked = dict[str, str]


def asked_by(link: str) -> Asked:
    """What a sign-in link asks for."""
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


async def attacked(session: Session, others: Session, demo: DemoServer, taken: list[str]) -> Asked:
    """Sign in while an attacker, who knows everything of the link but what is ``taken`` from
    another one, signs in with it as somebody else; the questions of the attacker's own link.
    """
    links: asyncio.Queue[str] = asyncio.Queue()
    own: asyncio.Queue[str] = asyncio.Queue()
    eve = demo.people[1]

    async def attack() -> Asked:
        link = await links.get()
        theirs = asyncio.get_running_loop().create_task(others.sign_in(own.put_nowait))
        other = asked_by(await own.get())
        mixed = asked_by(link) | {name: other[name] for name in taken}
        async with HttpBrowser(username=eve.username, password=eve.password) as browser:
            page, _, _ = link.partition("?")
            await browser.sign_in(f"{page}?{urlencode(mixed)}")
        theirs.cancel()
        await asyncio.wait([theirs])
        return other

    failure, other = await asyncio.gather(
        session.sign_in(links.put_nowait), attack(), return_exceptions=True
    )
    assert isinstance(other, dict)
    assert isinstance(failure, PortalError), failure
    raise failure


@pytest.mark.parametrize(
    ("taken", "kind"),
    [
        (["code_challenge"], SignInFailed),
        (["nonce"], TokenInvalid),
        (["code_challenge", "nonce"], SignInFailed),
    ],
)
async def test_a_code_of_another_sign_in_is_worth_nothing_even_with_the_right_state(
    open_session: OpenSession, demo: DemoServer, taken: list[str], kind: type[PortalError]
) -> None:
    session = open_session(open_url=lambda url: False)
    others = open_session(open_url=lambda url: False)
    with pytest.raises(kind):
        await attacked(session, others, demo, taken)
    assert session.account is None
    assert others.account is None


async def test_every_sign_in_has_secrets_of_its_own(open_session: OpenSession) -> None:
    questions = []
    for _ in range(2):
        links: asyncio.Queue[str] = asyncio.Queue()
        session = open_session(open_url=lambda url: False)
        waiting = asyncio.get_running_loop().create_task(session.sign_in(links.put_nowait))
        questions.append(asked_by(await links.get()))
        waiting.cancel()
        await asyncio.wait([waiting])
    for name in ("state", "nonce", "code_challenge"):
        first, second = (asked[name] for asked in questions)
        assert first != second
        # 128 bits take 22 letters.
        assert min(len(first), len(second)) >= 22
