"""What the demo's own tests share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from companyportal.demo.server import DemoServer
from tests.demo.asking import Asking
from tests.demo.program import Program
from tests.http_browser import HttpBrowser


@pytest.fixture
async def program(demo: DemoServer) -> AsyncIterator[Program]:
    """A foreign program, connected to ``demo``."""
    async with Program(demo.endpoints) as program:
        yield program


@pytest.fixture
def asking(demo: DemoServer, program: Program, browser: HttpBrowser) -> Asking:
    """Somebody who asks."""
    return Asking(demo, program, browser)


@pytest.fixture
async def marie(program: Program, browser: HttpBrowser) -> Program:
    """The program with Marie's token."""
    await program.sign_in(browser)
    return program
