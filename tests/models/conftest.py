"""Marie, signed in, with her hands on the program and on her browser."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from companyportal.demo.server import DemoServer
from companyportal.portal import Portal
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.program import running_portal, sign_in, until
from tests.virtual_clock import VirtualClock


@pytest.fixture
def hands(browser: HttpBrowser) -> Hands:
    """The person in front of the program."""
    return Hands(browser)


@pytest.fixture
async def portal(demo: DemoServer, hands: Hands, demo_clock: VirtualClock) -> AsyncIterator[Portal]:
    """Marie is signed in and everything is read; her browser does what the program asks."""
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
        hands.opened.clear()
        yield portal
