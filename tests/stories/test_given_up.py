"""The person gives up, or never comes back: nothing was sent, and the page says so."""

from __future__ import annotations

from socket import socket

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import fault, threat
from tests.stories.sitting import Sitting

CANCELLED = ("The reset was cancelled", "Nothing was reset.", "You are signed out.")
LATE = ("Time is up", "Nothing was changed. Start again.", "You are signed out.")


async def wait_in_browser(sitting: Sitting, hands: Hands, does: str = "nothing") -> str:
    """Signed out, and the person only looks at the sign-in page; its address."""
    hands.does = does
    await sitting.begin_reset()
    await sitting.click("Sign out")
    await until(lambda: sitting.portal.protected.progress.link)
    sitting.sees(
        "Sign in again in your browser",
        "You are signed out. Nothing has changed on Marie’s Galaxy.",
        "5 minutes left",
    )
    return sitting.portal.protected.progress.link


async def given_up(sitting: Sitting, *words: str) -> None:
    """Over, in these words, with nothing sent and nobody signed in."""
    await until(lambda: sitting.step is Step.ENDED)
    sitting.sees(*words)
    assert sitting.demo.tenant.posts == []
    await sitting.assert_signed_out()


async def test_cancel_before_the_start_leads_back_to_the_device(signed_in: Sitting) -> None:
    await signed_in.begin_reset()
    signed_in.sees("Nothing changes on the phone yet.")
    await signed_in.click("Cancel")
    assert signed_in.window.router.place is Place.DEVICE
    assert signed_in.portal.account.account is not None
    assert signed_in.demo.tenant.posts == []


@fault("R25")
async def test_cancel_while_the_browser_is_open(signed_in: Sitting, hands: Hands) -> None:
    await wait_in_browser(signed_in, hands)
    await signed_in.click("Cancel")
    await given_up(signed_in, *CANCELLED)


async def test_cancel_on_the_web_page(
    signed_in: Sitting, hands: Hands, browser: HttpBrowser
) -> None:
    page = await browser.cancel(await wait_in_browser(signed_in, hands))
    assert "Sign-in did not" in page.text or "close this tab" in page.text
    await given_up(signed_in, *CANCELLED)


async def test_cancel_at_the_question(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    signed_in.sees("Reset the passcode of Marie’s Galaxy?", "You are signed in again as")
    await signed_in.click("Cancel")
    assert signed_in.window.router.place is Place.DEVICE
    assert signed_in.step is Step.NONE
    assert signed_in.portal.account.account is not None
    await signed_in.let_pass(1)
    assert signed_in.portal.tasks.names == ()
    assert signed_in.demo.tenant.posts == []
    await signed_in.assert_ports_closed()


async def test_the_way_back_from_the_open_browser_gives_up(
    signed_in: Sitting, hands: Hands
) -> None:
    await wait_in_browser(signed_in, hands)
    await signed_in.click("Marie’s Galaxy")
    await until(lambda: signed_in.window.router.place is Place.WELCOME)
    assert signed_in.demo.tenant.posts == []
    await signed_in.assert_signed_out()


@fault("R25")
async def test_the_browser_is_closed_and_nobody_comes_back(
    signed_in: Sitting, hands: Hands, browser: HttpBrowser
) -> None:
    link = await wait_in_browser(signed_in, hands)
    await signed_in.let_pass(121)
    signed_in.sees("2 minutes 59 seconds left")
    await signed_in.let_pass(180)
    await given_up(signed_in, *LATE)
    browser.open_url(link)
    await browser.settle()
    assert len(browser.failures) == 1
    await given_up(signed_in, *LATE)


async def test_time_runs_out_at_the_question(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    await signed_in.let_pass(295)
    signed_in.sees("Reset the passcode of Marie’s Galaxy?")
    await signed_in.let_pass_until(Step.ENDED)
    signed_in.sees("Time is up", "Nothing was changed. Start again.")
    assert signed_in.demo.tenant.posts == []
    await signed_in.click("Start again")
    assert signed_in.step is Step.BEFORE_START


async def test_a_click_in_the_last_seconds_sends_nothing(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    await signed_in.let_pass(297)
    await signed_in.confirm()
    await until(lambda: signed_in.step is Step.ENDED)
    signed_in.sees("Time is up", "Nothing was changed. Start again.")
    assert signed_in.demo.tenant.posts == []


@fault("R25")
async def test_without_a_browser_the_copied_link_still_works(
    signed_in: Sitting, hands: Hands, browser: HttpBrowser
) -> None:
    link = await wait_in_browser(signed_in, hands, "have no browser")
    await signed_in.click("Open again")
    assert hands.opened.count(link) == 2
    await signed_in.click("Copy link")
    assert QGuiApplication.clipboard().text() == link
    await browser.sign_in(QGuiApplication.clipboard().text())
    await until(lambda: signed_in.step is Step.CONFIRM)
    signed_in.sees("Reset the passcode of Marie’s Galaxy?")
    assert signed_in.demo.tenant.posts == []


@fault("R25")
async def test_without_a_browser_one_can_cancel(signed_in: Sitting, hands: Hands) -> None:
    await wait_in_browser(signed_in, hands, "have no browser")
    await signed_in.click("Cancel")
    await given_up(signed_in, *CANCELLED)


@fault("R26")
async def test_without_a_local_port_it_is_explained(
    sitting: Sitting, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def refuse(_socket: socket, address: object) -> None:
        tried.append(address)
        raise PermissionError(13, "the firewall says no")

    await until(lambda: sitting.window.welcome.sign_in.isVisible())
    with monkeypatch.context() as patch:
        patch.setattr(socket, "bind", refuse)
        await sitting.click("Sign in")
        await sitting.wait_for("Your browser’s answer could not reach this program.")
    assert len(tried) == 10
    sitting.sees("No port of this computer is free for it.", "Error loopback_port")
    assert hands.opened == []
    await sitting.click("Sign in")
    await until(lambda: sitting.portal.devices.total)


@fault("R25")
@pytest.mark.parametrize("way", ["cancel", "close", "page"])
async def test_giving_up_at_the_first_sign_in(
    sitting: Sitting, hands: Hands, browser: HttpBrowser, way: str
) -> None:
    hands.does = "nothing"
    await until(lambda: sitting.window.welcome.sign_in.isVisible())
    await sitting.click("Sign in")
    await until(lambda: sitting.portal.account.link)
    sitting.sees("Continue in your browser", "Open again", "Copy link")
    if way == "page":
        await browser.cancel(sitting.portal.account.link)
        await sitting.wait_for("Signing in was cancelled.")
        sitting.sees("Nothing was changed. Sign in when you are ready.", "Copy details")
    elif way == "cancel":
        await sitting.click("Cancel")
    else:
        sitting.life.quit()
        return
    await until(lambda: sitting.window.welcome.sign_in.isVisible())
    await sitting.assert_signed_out()
    assert sitting.demo.tenant.secrets == []


@threat("T28")
async def test_an_impatient_person_clicks_everything_twice(signed_in: Sitting) -> None:
    await signed_in.begin_reset()
    button = signed_in.button("Sign out")
    for _ in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await until(lambda: signed_in.step is Step.CONFIRM)
    assert len(signed_in.links) == 2
    reset = signed_in.window.protected_page.confirm.go
    await until(reset.isEnabled)
    for _ in range(3):
        QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    await until(lambda: signed_in.step is Step.FOLLOWING)
    assert len(signed_in.demo.tenant.posts) == 1
