"""The sign-in pages, as a browser without script sees them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.demo.page_words import WORDS, language_of
from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.demo.test_identity import asked
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def french(demo: DemoServer) -> AsyncIterator[HttpBrowser]:
    """A browser that asks for French."""
    async with HttpBrowser(language="fr-CH, fr;q=0.9, en;q=0.8") as browser:
        yield browser


async def test_the_pages_speak_the_browsers_language(
    program: Program, browser: HttpBrowser, french: HttpBrowser
) -> None:
    uri = (await program.start())["auth_uri"]
    english_page, french_page = await browser.open(uri), await french.open(uri)
    assert '<html lang="en">' in english_page.text
    assert "Work or school account" in english_page.text
    assert '<html lang="fr">' in french_page.text
    assert "Compte professionnel ou scolaire" in french_page.text


async def test_the_language_can_be_changed_on_the_page(
    program: Program, french: HttpBrowser
) -> None:
    uri = (await program.start())["auth_uri"]
    page = await french.open(asked(uri, ui_locales="en"))
    assert '<html lang="en">' in page.text
    assert page.is_sign_in


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de, fr;q=0.5, en;q=0.4", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("fr;q=0", "en"),
        ("fr;q=high", "en"),
        ("FR", "fr"),
    ],
)
def test_accept_language(header: str, language: str) -> None:
    assert language_of(header) == language


def test_both_languages_have_the_same_words() -> None:
    assert set(WORDS["en"]) == set(WORDS["fr"])


async def test_a_wrong_password_shows_the_page_again_and_says_so(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    uri = (await program.start())["auth_uri"]
    page = await browser.sign_in(uri, password="guess")
    assert page.is_sign_in
    assert WORDS["en"]["wrong"] in page.text
    assert page.form is not None
    assert page.form.fields["loginfmt"] == demo.people[0].username
    await browser.submit(page, passwd="demo")
    assert "code" in await program.answer()


async def test_an_unknown_person_is_told_the_same_as_a_wrong_password(
    program: Program, browser: HttpBrowser
) -> None:
    uri = (await program.start())["auth_uri"]
    page = await browser.sign_in(uri, "<b>nobody</b>")
    assert WORDS["en"]["wrong"] in page.text
    assert "&lt;b&gt;nobody" in page.text


async def test_cancel_tells_the_program(program: Program, browser: HttpBrowser) -> None:
    flow = await program.start()
    await browser.cancel(flow["auth_uri"])
    answer = await program.answer()
    assert (answer["error"], answer["error_subcode"]) == ("access_denied", "cancel")
    assert (await program.redeem(flow, answer))["error"] == "access_denied"


async def test_a_button_fills_in_a_pretend_person(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    page = await browser.open((await program.start())["auth_uri"])
    assert page.form is not None
    chips = [value for name, value in page.form.buttons if name == "fill"]
    assert chips == [person.username for person in demo.people]
    page = await browser.submit(page, ("fill", chips[1]))
    assert page.form is not None
    assert page.form.fields["loginfmt"] == chips[1]


async def test_enter_in_a_field_signs_in(program: Program, browser: HttpBrowser) -> None:
    await program.sign_in(browser)
    page = await browser.open((await program.start(prompt="select_account"))["auth_uri"])
    assert page.form is not None
    assert page.form.buttons[0] == ("submit", "1")


async def test_login_hint_fills_in_the_name_by_username_or_by_claim(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    result = await program.sign_in(browser)
    for hint in (demo.people[0].username, result["id_token_claims"]["login_hint"]):
        page = await browser.open(
            (await program.start(prompt="login", login_hint=hint))["auth_uri"]
        )
        assert page.form is not None
        assert page.form.fields["loginfmt"] == demo.people[0].username


async def test_prompt_none_without_a_session_is_login_required(
    program: Program, browser: HttpBrowser
) -> None:
    flow = await program.start(prompt="none")
    await browser.open(flow["auth_uri"])
    assert (await program.answer())["error"] == "login_required"


async def test_a_session_answers_without_a_form_unless_credentials_are_asked_for(
    program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    for options in ({}, {"prompt": "none"}, {"max_age": 60}):
        page = await browser.open((await program.start(**options))["auth_uri"])
        assert not page.is_sign_in
        assert "code" in await program.answer()
    for prompt in ("login", "select_account"):
        page = await browser.open((await program.start(prompt=prompt))["auth_uri"])
        assert page.is_sign_in


async def test_max_age_asks_again_for_the_password_when_the_session_is_older(
    program: Program, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    await program.sign_in(browser)
    await demo_clock.advance(61)
    page = await browser.open((await program.start(max_age=60))["auth_uri"])
    assert page.is_sign_in
    flow = await program.start(prompt="none", max_age=60)
    await browser.open(flow["auth_uri"])
    assert (await program.answer())["error"] == "login_required"


async def test_choosing_an_account_of_the_session_needs_no_password(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    flow = await program.start(prompt="select_account")
    page = await browser.open(flow["auth_uri"])
    assert WORDS["en"]["choose"] in page.text
    await browser.submit(page, ("account", demo.people[0].username))
    result = await program.redeem(flow, await program.answer())
    assert result["id_token_claims"]["oid"] == demo.people[0].user_id
    page = await browser.open((await program.start(prompt="select_account"))["auth_uri"])
    page = await browser.submit(page, ("account", demo.people[1].username))
    assert page.is_sign_in


async def test_signing_out_ends_the_session_and_comes_back(
    program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    flow = await program.start()
    logout = flow["auth_uri"].partition("/authorize")[0] + "/logout"
    target = f"{program.redirect_uri}/"
    await browser.open(f"{logout}?post_logout_redirect_uri={target}&state=42")
    assert await program.answer() == {"state": "42"}
    assert (await browser.open(flow["auth_uri"])).is_sign_in


async def test_signing_out_never_leads_elsewhere(program: Program, browser: HttpBrowser) -> None:
    logout = (await program.start())["auth_uri"].partition("/authorize")[0] + "/logout"
    page = await browser.open(f"{logout}?post_logout_redirect_uri=https://evil.example/")
    assert page.url.startswith(logout)
    assert WORDS["en"]["signed_out"] in page.text


async def test_cookies_are_for_this_site_and_not_for_scripts(
    program: Program, browser: HttpBrowser
) -> None:
    page = await browser.open((await program.start())["auth_uri"])
    assert page.form is not None
    fields = {"loginfmt": browser.username, "passwd": "demo"}
    async with program.http.post(page.form.action, data=fields) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


async def test_pages_allow_no_script_but_the_one_that_sends_the_answer(
    program: Program, browser: HttpBrowser
) -> None:
    page = await browser.open((await program.start())["auth_uri"])
    assert "script-src 'none'" in page.headers["Content-Security-Policy"]
    assert "<script" not in page.text
    await browser.submit(page, loginfmt=browser.username, passwd="demo")
    sent_on = browser.pages[-2]
    policy = sent_on.headers["Content-Security-Policy"]
    nonce = sent_on.text.partition('<script nonce="')[2].partition('"')[0]
    assert nonce
    assert f"script-src 'nonce-{nonce}'" in policy
    assert "<noscript><button" in sent_on.text


async def test_the_style_comes_from_the_same_site(program: Program, browser: HttpBrowser) -> None:
    uri = (await program.start())["auth_uri"]
    page = await browser.open(urlsplit(uri)._replace(path="/style.css", query="").geturl())
    assert page.headers["Content-Type"].startswith("text/css")
    assert "prefers-color-scheme" in page.text


async def test_the_address_of_the_other_language_keeps_the_request(
    program: Program, browser: HttpBrowser
) -> None:
    flow = await program.start()
    page = await browser.open(flow["auth_uri"])
    link = page.text.partition('hreflang="fr" href="')[2].partition('"')[0]
    query = parse_qs(link.replace("&amp;", "&").partition("?")[2])
    assert query["state"] == [flow["state"]]
    assert query["ui_locales"] == ["fr"]


async def test_a_session_of_somebody_else_does_not_answer_for_the_hinted_person(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    hint = demo.people[1].username
    page = await browser.open((await program.start(login_hint=hint))["auth_uri"])
    assert page.form is not None
    assert page.form.fields["loginfmt"] == hint


async def test_a_form_for_a_wrong_address_is_refused(
    program: Program, browser: HttpBrowser
) -> None:
    page = await browser.open((await program.start())["auth_uri"])
    assert page.form is not None
    page.form.action = asked(page.form.action, redirect_uri="http://localhost.evil.example/")
    page = await browser.submit(page, loginfmt=browser.username, passwd="demo")
    assert (page.status, "AADSTS50011" in page.text) == (400, True)
