"""Whatever breaks, wherever: the log says of which kind and where, and no secret that was near."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import requests

from companyportal import logs
from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountState
from tests.program import until
from tests.proofs import fault, promise, threat
from tests.stories.computer import computer
from tests.stories.copied_details import copied_details
from tests.stories.secrets_net import SecretsNet
from tests.stories.sitting import Sitting

pytestmark = [promise(1), threat("T03")]
Story = Callable[[Sitting, pytest.MonkeyPatch], Awaitable[None]]
PASSCODES = ("k7Qm0x4B", "482913", "482911-103015-660011-094391-571109-220308-411917-006589")
HOOKS = {
    "nobody caught this\\n": 2,
    "nobody caught this in planted": 1,
    "nobody caught this in the event loop": 2,
    "task planted failed": 1,
    "ignored in a function": 1,
    "qt default: ": 2,
}
"""What each hook writes, and how often for one secret."""


@fault("R31")
@pytest.mark.desktop
async def test_no_hook_tells_what_a_failure_held(secrets_net: SecretsNet, demo: DemoServer) -> None:
    secrets = [demo.tenant.mint("AT"), *map(demo.tenant.remember, PASSCODES)]
    secrets_net.allow("process")
    for secret in secrets:
        secrets_net.allow("process", secret)  # the test itself gives them on the command line
    with computer() as pc:
        file = pc.folder / "connection.json"
        file.write_text(json.dumps(demo.describe()), encoding="utf-8")
        program = pc.run(
            "tests.stories.failing_program",
            *(*secrets, "--", "--debug", "--connect", str(file), "--data", str(pc.data)),
        )
        await program.told("failed everywhere")
        assert await program.end() == 0
        log = (pc.data / "logs" / logs.FILE_NAME).read_text(encoding="utf-8")
        told = [line for line in log.splitlines() if "CRITICAL" in line or "ERROR" in line]
        told += [line for line in log.splitlines() if "WARNING" in line]
        for words, times in HOOKS.items():
            assert len([line for line in told if words in line]) == times * len(secrets), words
        assert len(told) == sum(HOOKS.values()) * len(secrets)
        for line in told:
            assert "in fail" in line or " qt default: " in line
    secrets_net.check()


class BrokenLibrary(Exception):
    """Of no kind that anybody expects."""


def breaks(*given: Any, **named: Any) -> Any:
    """As a library with a fault: its message holds all that it was given."""
    raise BrokenLibrary(f"cannot cope with {given!r} and {named!r}")


async def sign_in_breaks(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the code is redeemed: MSAL's library for HTTP."""
    await until(lambda: sitting.portal.account.state is AccountState.SIGNED_OUT)
    monkeypatch.setattr(requests.Session, "request", breaks)
    await sitting.click("Sign in")
    await until(lambda: sitting.portal.messages.current)
    assert sitting.portal.account.state is AccountState.SIGNED_OUT


async def renewing_breaks(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the refresh token is sent."""
    await sitting.sign_in()
    monkeypatch.setattr(requests.Session, "request", breaks)
    sitting.demo.tenant.faults.add("claims-challenge")
    await refresh(sitting)


async def request_breaks(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the access token is sent."""
    await sitting.sign_in()
    monkeypatch.setattr(aiohttp.ClientSession, "_request", breaks)
    await refresh(sitting)


async def store_breaks(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the list is written down."""
    await sitting.sign_in()
    monkeypatch.setattr(json, "dumps", breaks)
    await refresh(sitting)


async def refresh(sitting: Sitting) -> None:
    """Read the list again, and wait for its end."""
    sitting.portal.devices.refresh()
    await until(lambda: sitting.portal.messages.current)


@pytest.mark.parametrize("story", [sign_in_breaks, renewing_breaks, request_breaks, store_breaks])
async def test_a_library_that_breaks_with_a_secret_in_its_hands(
    sitting: Sitting,
    story_folder: Path,
    story: Story,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: set[str],
) -> None:
    expected_logs.add("^ERROR companyportal.tasks: task .* failed")
    with monkeypatch.context() as patched:
        await story(sitting, patched)
    sitting.sees("This program made a mistake.")
    assert "cannot cope" not in sitting.words()
    told = await copied_details(sitting)
    log = (story_folder / "state" / logs.FILE_NAME).read_text(encoding="utf-8")
    [line] = [line for line in log.splitlines() if " ERROR " in line]
    assert "in breaks" in line
    assert "BrokenLibrary: cannot cope with " in line
    for personal in ("Marie", "Dubois", "marie.dubois", "Galaxy", "R5CW30D17F3K"):
        assert personal not in line + told
    sitting.net.allow("log")  # what the program's own filter was given
    sitting.net.check()
