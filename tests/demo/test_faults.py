"""Each fault shows its effect, and only while it is on."""

from __future__ import annotations

import asyncio
import base64
import json
import re

import aiohttp
import pytest

from companyportal.demo.faults import FAULTS, FaultSet, UnknownFault, table
from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.demo.waiting import wake
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

LIST = "/me/managedDevices"
ANSWERS = {
    "throttle": (429, "TooManyRequests"),
    "storm-500": (500, "InternalServerError"),
    "storm-503": (503, "ServiceUnavailable"),
    "forbidden": (403, "Forbidden"),
    "unauthorized-forbidden": (401, "UnknownError"),
}
CUTS = ("reset", "truncation")
CONTENTS = ("wrong-types", "unknown-enums", "html-in-names", "hostile-texts")
LINKS = ("foreign-nextlink", "loop-nextlink")
POSTS = ("post-500", "post-500-after-accept", "post-reset-after-accept")
CHALLENGES = ("claims-challenge", "claims-challenge-endless", "step-up")
OTHERS = (
    "latency",
    "html-200",
    "gone",
    *CHALLENGES,
)
ON_THE_WAY_TO_GRAPH = (*ANSWERS, *CUTS, *CONTENTS, *LINKS, *POSTS, *OTHERS)


def reset_path(demo: DemoServer) -> str:
    """Where to ask for a reset of Marie's first device."""
    device_id = demo.tenant.devices_of(demo.people[0])[0].device_id
    return f"/deviceManagement/managedDevices/{device_id}/resetPasscode"


@pytest.mark.parametrize("fault", ANSWERS)
async def test_graph_answers_an_error(demo: DemoServer, marie: Program, fault: str) -> None:
    demo.tenant.faults.add(fault)
    for method, path in (("GET", LIST), ("POST", reset_path(demo))):
        answer, body = await marie.call(method, path)
        assert (answer.status, body["error"]["code"]) == ANSWERS[fault]
    assert demo.tenant.taken == []
    demo.tenant.faults.discard(fault)
    await marie.get(LIST)


async def test_throttle_says_when_to_come_back(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("throttle", times=1)
    answer, _ = await marie.call("GET", LIST)
    assert answer.headers["Retry-After"] == "7"
    await marie.get(LIST)


async def test_a_401_that_means_403_has_no_challenge(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("unauthorized-forbidden")
    answer, body = await marie.call("GET", LIST)
    assert "WWW-Authenticate" not in answer.headers
    assert json.loads(body["error"]["message"])["ErrorCode"] == "Forbidden"


@pytest.mark.parametrize("fault", CUTS)
async def test_the_connection_breaks_in_the_middle(
    demo: DemoServer, marie: Program, fault: str
) -> None:
    demo.tenant.faults.add(fault)
    with pytest.raises(aiohttp.ClientError):
        await marie.get(LIST)
    with pytest.raises(aiohttp.ClientError):
        await marie.call("POST", reset_path(demo))
    assert (len(demo.tenant.posts), demo.tenant.taken) == (1, [])


async def test_latency_waits_by_the_demos_clock(
    demo: DemoServer, demo_clock: VirtualClock, marie: Program
) -> None:
    demo.tenant.faults.add("latency")
    body, waited = await asyncio.gather(marie.get(LIST), wake(demo_clock, 3))
    assert (len(body["value"]), waited) == (5, True)


@pytest.mark.parametrize("fault", ["", *CUTS])
async def test_whoever_has_gone_meanwhile_is_no_trouble(
    demo: DemoServer, demo_clock: VirtualClock, marie: Program, fault: str
) -> None:
    demo.tenant.faults.add("latency", times=1)
    if fault:
        demo.tenant.faults.add(fault, times=1)
    await marie.ask_and_go(LIST, wake(demo_clock, 3))
    await marie.get(LIST)


async def test_a_captive_portal_answers_html(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("html-200")
    url = marie.endpoints.service + LIST
    async with marie.http.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")


async def test_a_device_that_is_gone(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("gone")
    answer, _ = await marie.call("POST", reset_path(demo))
    assert answer.status == 404
    await marie.get(LIST)


async def test_the_next_page_is_somewhere_else(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("foreign-nextlink")
    link = (await marie.get(LIST))["@odata.nextLink"]
    assert link.startswith("https://127.0.0.1:")
    await marie.call("GET", link)
    assert demo.tenant.requests[-1].host.startswith("127.0.0.1:")


async def test_the_next_page_is_always_this_one(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("loop-nextlink")
    first = await marie.get(LIST, top="2")
    second = await marie.get(first["@odata.nextLink"])
    assert second["value"] == first["value"]
    assert second["@odata.nextLink"] == first["@odata.nextLink"]


async def test_values_of_wrong_types(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("wrong-types")
    first, second, *_, last = (await marie.get(LIST))["value"]
    assert (first["deviceName"], first["complianceState"], last) == (42, 7, "not a device")
    assert second["deviceName"] == "Marie’s iPhone"
    path = reset_path(demo).removesuffix("/resetPasscode")
    assert (await marie.get(path, select="model"))["model"] == ["a", "list"]


async def test_enums_with_unknown_members(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("unknown-enums")
    listed = await marie.get(LIST, select="complianceState")
    assert listed["value"][0] == {"complianceState": "quantumState"}
    path = reset_path(demo)
    await marie.call("POST", path)
    device = await marie.get(path.removesuffix("/resetPasscode"))
    assert device["complianceState"] == device["managementState"] == "quantumState"
    assert device["deviceActionResults"][-1]["actionState"] == "teleported"


async def test_html_in_every_text_that_people_see(demo: DemoServer, marie: Program) -> None:
    demo.tenant.faults.add("html-in-names")
    device = (await marie.get(LIST))["value"][0]
    assert re.match(r"<img src=.*Marie’s Galaxy$", device["deviceName"])
    assert device["serialNumber"].endswith("7F3K")
    brand = await marie.get("/deviceManagement/intuneBrand")
    assert brand["displayName"].startswith("<img src=")


async def test_every_text_that_was_typed_ends_as_the_test_wants(
    demo: DemoServer, marie: Program
) -> None:
    demo.tenant.faults.add("hostile-texts")
    demo.tenant.hostile_text = "\u202e\ud800"
    first, second = (await marie.get(LIST))["value"][:2]
    assert first["deviceName"] == "Marie’s Galaxy\u202e\ud800"
    assert first["serialNumber"].endswith("7F3K\u202e\ud800")
    assert (first["operatingSystem"], second["operatingSystem"]) == ("Android", "iOS\u202e\ud800")
    assert (await marie.get("/deviceManagement/intuneBrand"))["displayName"].endswith("\ud800")
    _, refusal = await marie.call("GET", "/nowhere")
    assert refusal["error"]["message"].endswith("\ud800")


@pytest.mark.parametrize(
    ("fault", "status", "taken"),
    [("post-500", 500, 0), ("post-500-after-accept", 500, 1), ("post-reset-after-accept", 0, 1)],
)
async def test_what_becomes_of_a_post(
    demo: DemoServer, marie: Program, fault: str, status: int, taken: int
) -> None:
    demo.tenant.faults.add(fault)
    if status:
        answer, _ = await marie.call("POST", reset_path(demo))
        assert answer.status == status
    else:
        with pytest.raises(aiohttp.ClientError):
            await marie.call("POST", reset_path(demo))
    assert len(demo.tenant.taken) == taken
    await marie.get(LIST)


def claims_in(challenge: str) -> str:
    """The claims of a WWW-Authenticate header, decoded."""
    return base64.b64decode(challenge.partition('claims="')[2].partition('"')[0]).decode()


async def test_only_a_sign_in_for_the_challenge_steps_up(
    demo: DemoServer, marie: Program, browser: HttpBrowser
) -> None:
    demo.tenant.faults.add("step-up")
    await marie.get(LIST)
    answer, _ = await marie.call("POST", reset_path(demo))
    claims = claims_in(answer.headers["WWW-Authenticate"])
    assert (answer.status, "acrs" in claims) == (401, True)
    await marie.silent(claims_challenge=claims)
    answer, _ = await marie.call("POST", reset_path(demo))
    assert answer.status == 401
    await marie.sign_in(browser, claims_challenge=claims)
    answer, _ = await marie.call("POST", reset_path(demo))
    assert (answer.status, len(demo.tenant.taken)) == (204, 1)


async def test_a_claims_challenge_is_answered_by_a_token_with_claims(
    demo: DemoServer, marie: Program
) -> None:
    demo.tenant.faults.add("claims-challenge")
    answer, _ = await marie.call("GET", LIST)
    challenge = answer.headers["WWW-Authenticate"]
    assert (answer.status, 'error="insufficient_claims"' in challenge) == (401, True)
    claims = claims_in(challenge)
    await marie.silent(claims_challenge=claims)
    await marie.get(LIST)
    demo.tenant.faults.add("claims-challenge-endless")
    answer, _ = await marie.call("GET", LIST)
    assert answer.status == 401


def test_every_fault_has_a_test() -> None:
    from tests.demo.test_identity_faults import AT_THE_IDENTITY_PROVIDER
    from tests.demo.test_organisation_site import ABOUT_THE_ORGANISATION
    from tests.demo.test_refusals import REFUSALS

    tested = {*ON_THE_WAY_TO_GRAPH, *REFUSALS, *ABOUT_THE_ORGANISATION, *AT_THE_IDENTITY_PROVIDER}
    assert set(FAULTS) == tested


def test_an_unknown_fault_is_named_with_the_known_ones() -> None:
    for wrong in ("frogs", "latency:many", "latency:0"):
        with pytest.raises(UnknownFault, match=rf"“{wrong}”.*storm-503"):
            FaultSet((wrong,))
    with pytest.raises(UnknownFault):
        _ = "frogs" in FaultSet()


def test_a_fault_may_strike_so_many_times() -> None:
    faults = FaultSet(("storm-500:2", "gone"))
    assert [faults.strikes("storm-500") for _ in range(3)] == [True, True, False]
    assert [faults.strikes("gone") for _ in range(3)] == [True, True, True]
    faults.clear()
    assert "gone" not in faults


def test_the_table_tells_about_each_fault() -> None:
    assert len(table().splitlines()) == len(FAULTS)
    assert all(line.strip() for line in FAULTS.values())
