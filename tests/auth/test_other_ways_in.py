"""There is one way to sign in: a person, in their own browser. No other one can be reached."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from companyportal.auth.session import Session
from companyportal.demo.server import DemoServer
from tests.proofs import threat
from tools.run import ROOT

_OTHER_WAYS = (
    "device_flow",
    "device_code",
    "username_password",
    "for_client",
    "on_behalf_of",
    "acquire_token_interactive",
    "broker",
    "refresh_token",
)


def other_ways(source: str) -> Iterator[str]:
    """Whatever a source calls or passes that is named like another way in."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            name: str | None = node.attr
        else:
            name = node.arg if isinstance(node, ast.keyword) else None
        if name and any(way in name for way in _OTHER_WAYS):
            yield name


def test_another_way_in_would_be_seen() -> None:
    assert list(other_ways("app.initiate_device_flow(scopes)")) == ["initiate_device_flow"]
    assert list(other_ways("Client(enable_broker_on_windows=True)"))
    assert list(other_ways("app.acquire_token_by_refresh_token(x)"))
    assert not list(other_ways("app.acquire_token_by_auth_code_flow(flow, fields)"))


@threat("T35", "T07", "T39")
def test_no_other_way_in_is_written_down() -> None:
    program = [p for p in (ROOT / "companyportal").rglob("*.py") if "demo" not in p.parts]
    assert Path(ROOT / "companyportal/auth/msal_client.py") in program
    assert {p.name: found for p in program if (found := list(other_ways(p.read_text())))} == {}


@threat("T35")
async def test_signing_in_asks_for_nothing_but_a_page_and_its_tokens(
    session: Session, demo: DemoServer
) -> None:
    account = await session.sign_in(lambda link: None)
    await session.token(renew=True)
    fresh = await session.reauthenticate(account, lambda link: None, lambda: True)
    fresh.forget()
    await session.sign_out()  # and it ends nothing of the person's elsewhere
    ends = {seen.path.rpartition("/")[2] for seen in demo.tenant.requests}
    assert ends == {"openid-configuration", "authorize", "keys", "token"}
