"""The second sign-in is not good enough: in words, with nothing sent and nobody signed in."""

from __future__ import annotations

import pytest

from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.sitting import Sitting

OTHER = (
    "This was another account",
    "Nothing was reset.",
    "It works only if the person who asked for it signs in again.",
)
NOT_FRESH = ("Your browser did not ask for your password", "Nothing was reset.")
INVALID = (
    "The sign-in could not be trusted",
    "Nothing was reset.",
    "The answer of the sign-in page failed a check, so it was thrown away.",
)
REFUSALS = {
    "other-person": OTHER,
    "stale-id-token": NOT_FRESH,
    "silent-sso": NOT_FRESH,
    "slow-second-factor": NOT_FRESH,
    "no-auth-time": NOT_FRESH,
    "future-auth-time": NOT_FRESH,
    "forged-id-token": INVALID,
    "unknown-key": INVALID,
    "alg-none": INVALID,
    "wrong-nonce": INVALID,
    "wrong-audience": INVALID,
    "wrong-issuer": INVALID,
    "wrong-tenant": INVALID,
    "expired-id-token": INVALID,
    "odd-auth-time": INVALID,
}


async def refused(sitting: Sitting, *words: str) -> None:
    """The page says it, names nobody, and everything is as after a sign-out."""
    await until(lambda: sitting.step is Step.ENDED)
    sitting.sees(*words)
    assert sitting.window.header.person.accessibleName() == "Account: Signed out"
    assert sitting.window.router.place is Place.PROTECTED
    assert sitting.demo.tenant.posts == []
    words_now = sitting.words()
    for person in sitting.demo.people:
        assert person.display_name not in words_now
        assert person.username not in words_now
    await sitting.assert_signed_out()


@threat("T04")
@threat("T06")
@threat("T11")
@promise(2)
@pytest.mark.parametrize("fault", REFUSALS)
@promise(1)
@threat("T01")
async def test_a_sign_in_that_proves_nothing_is_refused_and_nothing_is_reset(
    signed_in: Sitting, fault: str
) -> None:
    await signed_in.let_pass(30)
    await signed_in.begin_reset()
    signed_in.demo.tenant.faults.add(fault)
    await signed_in.click("Sign out")
    await refused(signed_in, *REFUSALS[fault])
    signed_in.demo.tenant.faults.clear()
    await signed_in.click("Sign in")
    await until(lambda: signed_in.portal.account.account)
    assert signed_in.step is Step.ENDED


@threat("T04")
@promise(2)
async def test_another_person_signs_in_and_nothing_is_reset(
    signed_in: Sitting, browser: HttpBrowser
) -> None:
    marie, aminata, *_ = signed_in.demo.people
    await signed_in.begin_reset()
    browser.username = aminata.username
    await signed_in.click("Sign out")
    await refused(signed_in, *OTHER)
    assert signed_in.demo.tenant.person(marie.username) is marie


@threat("T05")
async def test_somebody_too_slow_is_signed_in_but_has_to_start_again(
    signed_in: Sitting, hands: Hands, browser: HttpBrowser
) -> None:
    hands.does = "nothing"
    await signed_in.begin_reset()
    await signed_in.click("Sign out")
    await until(lambda: hands.opened)
    await signed_in.let_pass(250)
    signed_in.demo.tenant.faults.add("slow-second-factor", times=1)
    await browser.sign_in(hands.opened[-1])
    await until(lambda: signed_in.step is Step.ENDED)
    signed_in.sees("You signed in, but too late", "Nothing was changed. Start again.")
    assert signed_in.demo.tenant.posts == []
    assert signed_in.portal.session.account is not None
    hands.does = "sign in"
    await signed_in.click("Start again")
    assert signed_in.step is Step.BEFORE_START


async def test_a_second_answer_of_the_browser_finds_nobody(
    signed_in: Sitting, hands: Hands, browser: HttpBrowser
) -> None:
    signed_in.demo.tenant.faults.add("forged-id-token")
    await signed_in.begin_reset()
    await signed_in.click("Sign out")
    await refused(signed_in, *INVALID)
    signed_in.demo.tenant.faults.clear()
    hands.browser.open_url(hands.opened[-1])
    await browser.settle()
    assert len(browser.failures) == 1
    await refused(signed_in, *INVALID)


@threat("T04")
@promise(1)
async def test_the_other_person_who_then_signs_in_comes_to_their_own_list(
    signed_in: Sitting, browser: HttpBrowser
) -> None:
    await signed_in.begin_reset()
    browser.username = signed_in.demo.people[1].username
    await signed_in.click("Sign out")
    await refused(signed_in, *OTHER)
    await signed_in.click("Sign in")
    await until(lambda: signed_in.portal.devices.total)
    assert (signed_in.window.router.place, signed_in.step) == (Place.DEVICES, Step.NONE)
    assert "Marie" not in signed_in.words()
