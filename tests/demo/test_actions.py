"""What is asked of a device becomes something as time goes by."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from companyportal.demo.device_record import ResetKind
from companyportal.demo.device_secrets import passcode_of
from companyportal.demo.server import DemoServer
from companyportal.demo.tenant import Post
from tests.demo.finding import MANAGED, named
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


async def reset(
    demo: DemoServer, program: Program, browser: HttpBrowser, name: str
) -> tuple[int, Any]:
    """Sign the device's person in and ask for a reset: status and body."""
    device = named(demo, name)
    browser.username = device.owner.username
    await program.sign_in(browser, prompt="login")
    answer, body = await program.call("POST", f"{MANAGED}/{device.device_id}/resetPasscode")
    return answer.status, body


async def last_result(demo: DemoServer, program: Program, name: str) -> dict[str, Any]:
    """The newest action result of that device."""
    path = f"{MANAGED}/{named(demo, name).device_id}"
    body = await program.get(path, select="id,deviceActionResults")
    result: dict[str, Any] = body["deviceActionResults"][-1]
    return result


async def test_a_reset_is_pending_then_active_then_done(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    assert (await reset(demo, program, browser, "Marie’s Galaxy"))[0] == 204
    seen = []
    for seconds in (0, 1, 1):
        await demo_clock.advance(seconds)
        seen.append(await last_result(demo, program, "Marie’s Galaxy"))
    assert [result["actionState"] for result in seen] == ["pending", "active", "done"]
    assert [result["passcode"] is None for result in seen] == [True, True, False]
    assert seen[2]["@odata.type"] == "#microsoft.graph.resetPasscodeActionResult"
    starts = {result["startDateTime"] for result in seen}
    updates = {result["lastUpdatedDateTime"] for result in seen}
    assert (len(starts), len(updates)) == (1, 3)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("Marie’s Galaxy", r"[A-Za-z0-9]{8}"),
        ("Nexus d’Aminata", r"[A-Za-z0-9]{8}"),
        ("Lumia 950", r"[A-Za-z0-9]{8}"),
        ("Lumia 930", r"[0-9]{6}"),
        ("Fairphone d’Aminata", r"[A-Za-z0-9]{8}"),
    ],
)
async def test_a_passcode_of_the_platforms_kind_is_made(
    demo: DemoServer,
    demo_clock: VirtualClock,
    program: Program,
    browser: HttpBrowser,
    name: str,
    pattern: str,
) -> None:
    assert (await reset(demo, program, browser, name))[0] == 204
    await demo_clock.advance(10)
    result = await last_result(demo, program, name)
    assert result["actionState"] == "done"
    assert re.fullmatch(pattern, result["passcode"])
    assert result["passcode"] in demo.tenant.secrets


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Marie’s iPhone", "done"),
        ("Meeting room iPad", "done"),
        ("Lucas’s iPhone", "failed"),
        ("Lucas’s Pixel", "notSupported"),
        ("Spare phone", "pending"),
    ],
)
async def test_without_a_passcode(
    demo: DemoServer,
    demo_clock: VirtualClock,
    program: Program,
    browser: HttpBrowser,
    name: str,
    state: str,
) -> None:
    assert (await reset(demo, program, browser, name))[0] == 204
    await demo_clock.advance(86_400 / 48)
    result = await last_result(demo, program, name)
    assert (result["actionState"], result["passcode"]) == (state, None)
    assert (result["errorCode"] != 0) is (state in ("failed", "notSupported"))


@pytest.mark.parametrize(
    "name",
    [
        "PC-0042",
        "ATELIER-81",
        "Surface d’accueil",
        "Lucas’s own iPhone",
        "Lucas’s MacBook Air",
        "lab-build-03",
        "Warehouse scanner",
    ],
)
async def test_a_system_without_a_passcode_to_reset_is_refused(
    demo: DemoServer, program: Program, browser: HttpBrowser, name: str
) -> None:
    status, body = await reset(demo, program, browser, name)
    assert (status, body["error"]["code"]) == (400, "BadRequest")
    assert "not supported" in json.loads(body["error"]["message"])["Message"]
    assert demo.tenant.taken == []


async def test_what_is_pending_already_is_a_conflict(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    status, body = await reset(demo, program, browser, "Delivery tablet")
    assert (status, body["error"]["code"]) == (409, "Conflict")
    assert (await last_result(demo, program, "Delivery tablet"))["actionState"] == "pending"
    assert (await reset(demo, program, browser, "Marie’s Galaxy"))[0] == 204
    assert (await reset(demo, program, browser, "Marie’s Galaxy"))[0] == 409
    await demo_clock.advance(5)
    assert (await reset(demo, program, browser, "Marie’s Galaxy"))[0] == 204


async def test_results_are_sent_only_when_selected_or_without_select(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    path = f"{MANAGED}/{named(demo, 'Marie’s Galaxy').device_id}"
    assert "deviceActionResults" in await program.get(path)
    assert "deviceActionResults" not in await program.get(path, select="id,deviceName")


async def test_tests_can_see_every_post(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    await reset(demo, program, browser, "Marie’s Galaxy")
    device_id = named(demo, "Marie’s Galaxy").device_id
    path = f"/v1.0{MANAGED}/{device_id}/resetPasscode"
    post = Post(path, device_id, "marie.dubois@valcombe.example")
    assert demo.tenant.posts == demo.tenant.taken == [post]
    await program.call("POST", f"{MANAGED}/{device_id}/wipe", token="invented")
    assert demo.tenant.posts[1].user == ""


def test_temporary_passcodes_hold_letters_digits_and_look_alikes() -> None:
    for _ in range(50):
        passcode = passcode_of(ResetKind.LETTERS_AND_DIGITS) or ""
        assert re.search("[A-Za-z]", passcode)
        assert re.search("[0-9]", passcode)
        assert set(passcode) & set("0Oo1lISs")
    assert passcode_of(ResetKind.REMOVED) is None
