"""What the person does with the program and in their browser, step by step."""

from __future__ import annotations

from typing import Any

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.gate import Closed
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from tests.http_browser import HttpBrowser
from tests.program import device_called, until


class Hands:
    """What the person does when the program opens their browser."""

    def __init__(self, browser: HttpBrowser) -> None:
        self.browser = browser
        self.does = "sign in"
        self.opened: list[str] = []

    def open_url(self, url: str) -> bool:
        """Sign in, look and do nothing, or have no browser at all."""
        self.opened.append(url)
        if self.does == "sign in":
            return self.browser.open_url(url)
        return self.does == "nothing"


def begin(portal: Portal, name: str = "Galaxy") -> None:
    """The first page of the reset."""
    portal.protected.begin(Action.RESET_PASSCODE, device_called(portal, name))
    assert portal.protected.progress.step is Step.BEFORE_START


async def sign_in_again(portal: Portal) -> None:
    """Through the browser to the confirmation."""
    begin(portal)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)


async def wait_for_browser(portal: Portal, hands: Hands, does: str = "nothing") -> None:
    """Signed out; the browser has been asked for, and the person ``does`` something."""
    hands.does = does
    begin(portal)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)


async def ended(portal: Portal, demo: DemoServer, reason: Closed) -> None:
    """Over for ``reason``, and nothing was sent."""
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    await until(lambda: not portal.tasks.is_running("sign-in-again"))
    assert portal.protected.closed_because is reason
    assert demo.tenant.posts == []


def emissions(signal: Any) -> list[tuple[Any, ...]]:
    """Grows with every emission of the signal, by its arguments."""
    seen: list[tuple[Any, ...]] = []
    signal.connect(lambda *arguments: seen.append(arguments))
    return seen
