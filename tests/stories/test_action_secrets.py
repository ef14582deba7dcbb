"""Recovery keys, the PIN of a locked Mac and places: seen on request and for minutes, kept nowhere.

The net for secrets knows every key, PIN and place that the organisation has made, and looks for
them in files, logs, the clipboard, the session bus, other processes, and all that the windows hold
or tell a screen reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from companyportal.domain import Action
from companyportal.models.followed_register import SHOWN_S, UNSEEN_S
from companyportal.views.protected_step import ProtectedStep
from tests.http_browser import HttpBrowser
from tests.program import passing, until
from tests.proofs import promise, threat
from tests.stories.asking import PC, Asking
from tests.stories.sitting import Sitting
from tests.stories.test_nothing_stays import sign_out

pytestmark = [pytest.mark.desktop, promise(1), threat("T41"), threat("T23")]

MAC = "MacBook d’Inès"


class Kind(NamedTuple):
    """One kind of secret, and whose device has it."""

    action: Action
    person: int
    device: str
    page: str
    """The name of the step that shows it."""
    gone: str
    """What that page says when it can no longer be shown."""


KINDS = {
    "BitLocker keys": Kind(Action.RECOVERY_KEY, 0, PC, "keys", "The key is no longer kept here."),
    "a FileVault key": Kind(
        Action.RECOVERY_KEY, -1, MAC, "keys", "The key is no longer kept here."
    ),
    "a Mac's PIN": Kind(Action.REMOTE_LOCK, -1, MAC, "pin", "The PIN is no longer kept here."),
    "a place": Kind(Action.LOCATE, 0, PC, "place", "The place is no longer kept here."),
}
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


class Telling:
    """A sitting that has come to the page of a secret."""

    def __init__(self, sitting: Sitting, kind: Kind) -> None:
        self.sitting = sitting
        self.kind = kind

    @property
    def page(self) -> ProtectedStep:
        """The step with the secret."""
        page: ProtectedStep = getattr(self.sitting.window.protected_page, self.kind.page)
        return page

    @property
    def secrets(self) -> Sequence[str]:
        """What the organisation has made that people read: all but tokens and the like."""
        return [each for each in self.sitting.demo.tenant.secrets if not each.startswith("CNRY-")]

    @property
    def places(self) -> set[str]:
        """The kinds of places where one of them is found now."""
        return {hit.split()[0] for hit in self.sitting.net.hits()}

    def button(self, words: str) -> QPushButton:
        """The first one of the page with these words; a second key has its own."""
        buttons = self.page.findChildren(QPushButton)
        return next(each for each in buttons if each.isVisible() and each.text().startswith(words))

    async def press(self, words: str) -> None:
        """By the mouse."""
        button = self.button(words)
        await self.sitting.click_at(button, button.rect().center())

    async def show(self) -> None:
        """On the screen; a place is there without asking, for it opens nothing."""
        if self.kind.action is not Action.LOCATE:
            assert self.places == set(), "hidden until it is asked for"
            await self.press("Show")
        assert self.places == {"screen"}

    async def open_again(self) -> None:
        """From the list to the page once more."""
        await self.sitting.choose(self.kind.device)
        await self.sitting.click("See the result")
        await self.sitting.rest()
        assert self.page.isVisible()


async def come_to(sitting: Sitting, browser: HttpBrowser, kind: Kind) -> Telling:
    """Signed in, asked, and answered; its page is open."""
    browser.username = sitting.demo.people[kind.person].username
    await sitting.sign_in()
    asking = Asking(sitting, kind.action, kind.device)
    await asking.ask()
    await passing(sitting.clock, lambda: sitting.portal.notifications.entries, 5)
    await sitting.rest()
    telling = Telling(sitting, kind)
    assert telling.secrets
    if kind.action is Action.REMOTE_LOCK:
        await sitting.click("See the result")
    assert telling.page.isVisible()
    return telling


@every_kind
async def test_it_is_on_the_screen_while_it_is_asked_for_and_nowhere_else(
    session_bus: str, sitting: Sitting, browser: HttpBrowser, kind: Kind
) -> None:
    telling = await come_to(sitting, browser, kind)
    await telling.show()
    if kind.action is not Action.LOCATE:
        await telling.press("Hide")
        assert telling.places == set()
    await telling.press("Copy")
    clipboard = QGuiApplication.clipboard()
    assert any(secret in clipboard.text() for secret in telling.secrets)
    await sitting.let_pass(11)
    await until(lambda: clipboard.text() == "")
    await sitting.click("Back to devices")
    assert telling.places == set()
    await sitting.portal.bubbles.show("n", "by the test", "")
    sitting.net.check()


@every_kind
async def test_five_minutes_after_it_was_seen_it_is_gone(
    sitting: Sitting, browser: HttpBrowser, kind: Kind
) -> None:
    telling = await come_to(sitting, browser, kind)
    await telling.show()
    await sitting.click("Back to devices")
    sitting.net.check()
    await sitting.let_pass(60)
    await telling.open_again()
    await telling.show()
    await sitting.clock.advance(SHOWN_S - 60 + 1)
    await sitting.wait_for(kind.gone)
    assert telling.places == set()
    assert [each.answer for each in sitting.portal.follow_up.all] == [None]


@pytest.mark.parametrize("kind", [*KINDS.values()][:3], ids=[*KINDS][:3])
async def test_what_nobody_looks_at_is_kept_for_a_quarter_of_an_hour(
    sitting: Sitting, browser: HttpBrowser, kind: Kind
) -> None:
    telling = await come_to(sitting, browser, kind)
    await sitting.click("Back to devices")
    await sitting.clock.advance(UNSEEN_S + 1)
    await telling.open_again()
    sitting.sees(kind.gone)


@every_kind
async def test_a_lock_takes_it_from_the_screen_and_from_the_clipboard(
    sitting: Sitting, browser: HttpBrowser, kind: Kind
) -> None:
    telling = await come_to(sitting, browser, kind)
    await telling.show()
    await telling.press("Copy")
    sitting.portal.session_events.interrupted.emit("lock")
    await sitting.wait_for(kind.gone)
    assert QGuiApplication.clipboard().text() == ""
    assert telling.places == set()
    assert all(each.answer is None for each in sitting.portal.follow_up.all)


@every_kind
async def test_signing_out_takes_it_away(
    sitting: Sitting, browser: HttpBrowser, kind: Kind
) -> None:
    telling = await come_to(sitting, browser, kind)
    await telling.show()
    await telling.press("Copy")
    await sign_out(sitting, sitting.demo.people[kind.person].display_name)
    assert sitting.portal.follow_up.all == ()
    assert QGuiApplication.clipboard().text() == ""
    assert telling.places == set()
