"""A real browser types name and password into the sign-in pages."""

from __future__ import annotations

import pytest

from companyportal.demo.page_words import WORDS
from companyportal.demo.server import DemoServer
from tests.chromium import Chromium
from tests.demo.program import Program

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "title"), [("en", "Sign in again"), ("fr", "Se reconnecter")])
async def test_a_person_signs_in_with_a_real_browser(
    demo: DemoServer, program: Program, language: str, title: str
) -> None:
    marie, aminata, *_ = demo.people
    async with Chromium(language=language) as chromium:
        flow = await program.start(prompt="login")
        wrong = await chromium.sign_in(flow["auth_uri"], marie.username, "guess")
        assert title in wrong
        assert WORDS[language]["wrong"] in wrong
        last = await chromium.sign_in(flow["auth_uri"], marie.username)
        assert last == "You may close this tab."
        result = await program.redeem(flow, await program.answer())
        assert result["id_token_claims"]["oid"] == marie.user_id
        flow = await program.start(prompt="login", login_hint=marie.username)
        chromium.username = aminata.username
        assert chromium.open_url(flow["auth_uri"])
        result = await program.redeem(flow, await program.answer())
        assert result["id_token_claims"]["oid"] == aminata.user_id
        await chromium.settle()
        flow = await program.start(prompt="login")
        await chromium.cancel(flow["auth_uri"])
        assert (await program.answer())["error"] == "access_denied"
