"""What a renewal brings is new, but nobody typed anything for it: it is no sign-in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from companyportal.auth.session import Session
from companyportal.demo.server import DemoServer
from companyportal.demo.tokens import TokenDesk
from companyportal.errors import TokenInvalid
from tests.proofs import promise, threat

pytestmark = [threat("T10"), promise(2)]


async def test_an_id_token_as_renewals_bring_it_opens_nothing(
    session: Session, demo: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OpenID Connect Core, 12.2: a renewed ID token carries no nonce."""
    account = await session.sign_in(lambda link: None)
    redeem = TokenDesk.redeem_code

    def as_renewed(desk: TokenDesk, form: dict[str, str]) -> dict[str, Any]:
        answer = redeem(desk, form)
        grant = desk._refresh[answer["refresh_token"]]
        desk._refresh[answer["refresh_token"]] = replace(grant, auth_time=demo.tenant.now_s())
        return desk.redeem_refresh({**form, "refresh_token": answer["refresh_token"]})

    monkeypatch.setattr(TokenDesk, "redeem_code", as_renewed)
    with pytest.raises(TokenInvalid) as refused:
        await session.reauthenticate(account, lambda link: None, lambda: True)
    assert refused.value.code == "nonce"


async def test_renewing_asks_for_no_proof_and_gives_none(
    session: Session, demo: DemoServer
) -> None:
    await session.sign_in(lambda link: None)
    shown = sum(seen.path.endswith("/authorize") for seen in demo.tenant.requests)
    for _ in range(3):
        assert await session.token(renew=True)
    assert shown == sum(seen.path.endswith("/authorize") for seen in demo.tenant.requests)
    assert sum(seen.path.endswith("/token") for seen in demo.tenant.requests) == 1 + 3
