"""The pretend Graph answers as Graph does."""

from __future__ import annotations

import json
import uuid
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.demo_fixture import StartDemo
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

MANAGED = "/deviceManagement/managedDevices"


@pytest.fixture
async def signed_in(program: Program, browser: HttpBrowser) -> Program:
    """The program with Marie's token."""
    await program.sign_in(browser)
    return program


def code_of(body: Any) -> str:
    """The error's code; the whole error has the members that Graph gives it."""
    error = body["error"]
    assert set(error) == {"code", "message", "innerError"}
    assert set(error["innerError"]) == {"date", "request-id", "client-request-id"}
    return str(error["code"])


async def test_a_person_is_told_who_they_are(demo: DemoServer, signed_in: Program) -> None:
    me = await signed_in.get("/me", select="id,displayName,preferredLanguage")
    assert me.pop("@odata.context").endswith("/v1.0/$metadata#users/$entity")
    assert me == {
        "id": demo.people[0].user_id,
        "displayName": "Marie Dubois",
        "preferredLanguage": "fr-FR",
    }


async def test_marie_has_the_devices_of_the_pictures(signed_in: Program) -> None:
    listed = await signed_in.get("/me/managedDevices", select="deviceName,model,complianceState")
    assert [list(device.values()) for device in listed["value"]] == [
        ["Marie’s Galaxy", "Galaxy S23", "compliant"],
        ["Marie’s iPhone", "iPhone 14", "compliant"],
        ["PC-0042", "Surface Laptop 5", "compliant"],
        ["Meeting room iPad", "iPad Air (5th gen.)", "noncompliant"],
        ["STUDIO-07", "HP Z2 Tower", "compliant"],
    ]
    assert listed["@odata.count"] == 5
    assert "@odata.nextLink" not in listed


async def test_pages_are_followed_by_their_links(
    start_demo: StartDemo, browser: HttpBrowser
) -> None:
    demo = await start_demo(devices=115)
    async with Program(demo.endpoints) as program:
        await program.sign_in(browser)
        page = await program.get("/me/managedDevices", select="id,deviceName")
        sizes, ids = [len(page["value"])], [device["id"] for device in page["value"]]
        while link := page.get("@odata.nextLink"):
            assert link.startswith(f"{demo.endpoints.service}/me/managedDevices?")
            page = await program.get(link)
            sizes.append(len(page["value"]))
            ids += [device["id"] for device in page["value"]]
            assert set(page["value"][0]) == {"id", "deviceName"}
    assert sizes == [50, 50, 20]
    assert len(set(ids)) == 120


async def test_top_sets_the_length_of_a_page(signed_in: Program) -> None:
    page = await signed_in.get("/me/managedDevices", top="2", select="deviceName")
    assert len(page["value"]) == 2
    last = await signed_in.get(page["@odata.nextLink"])
    assert len(last["value"]) == 2


async def test_filter_compares_texts(signed_in: Program) -> None:
    found = await signed_in.get(
        "/me/managedDevices",
        filter="operatingSystem eq 'windows' and deviceName eq 'STUDIO-07'",
        select="deviceName",
    )
    assert found["value"] == [{"deviceName": "STUDIO-07"}]
    galaxy = await signed_in.get(MANAGED, filter="deviceName eq 'Marie’s Galaxy'")
    assert len(galaxy["value"]) == 1


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/me/managedDevices", {"select": "deviceName,hardwareInformation"}),
        ("/me/managedDevices", {"top": "1001"}),
        ("/me/managedDevices", {"top": "0"}),
        ("/me/managedDevices", {"skiptoken": "rubbish"}),
        ("/me/managedDevices", {"skiptoken": "cGxhY2U6eA=="}),
        ("/me/managedDevices", {"orderby": "deviceName"}),
        ("/me/managedDevices", {"filter": "deviceName startswith 'M'"}),
        ("/me/managedDevices", {"filter": "nickname eq 'M'"}),
        ("/me", {"select": "shoeSize"}),
        ("/deviceManagement", {"select": "intuneBrandingProfiles"}),
        ("/me/photo", {}),
    ],
)
async def test_what_graph_would_not_understand_is_a_bad_request(
    signed_in: Program, path: str, query: dict[str, str]
) -> None:
    answer, body = await signed_in.call("GET", path, **query)
    assert (answer.status, code_of(body)) == (400, "BadRequest")


@pytest.mark.parametrize(
    ("version", "path", "why"),
    [
        ("v2.0", "/me", "Invalid version: v2.0"),
        ("beta", "/me", "Resource not found for the segment 'me'."),
    ],
)
async def test_only_what_is_needed_of_the_beta_is_there(
    signed_in: Program, version: str, path: str, why: str
) -> None:
    address = signed_in.endpoints.service.removesuffix("v1.0") + version + path
    answer, body = await signed_in.call("GET", address)
    assert (answer.status, body["error"]["message"]) == (400, why)


async def test_a_device_of_somebody_else_is_not_there(demo: DemoServer, signed_in: Program) -> None:
    other = demo.tenant.devices_of(demo.people[1])[0].device_id
    for device_id in (other, str(uuid.uuid4()), "rubbish"):
        for method, tail in (("GET", ""), ("POST", "/resetPasscode")):
            answer, body = await signed_in.call(method, f"{MANAGED}/{device_id}{tail}")
            assert (answer.status, code_of(body)) == (404, "ResourceNotFound")
            assert "was not found" in json.loads(body["error"]["message"])["Message"]
    assert demo.tenant.taken == []
    assert len(demo.tenant.posts) == 3


async def test_without_a_good_token_nothing_is_told(
    demo: DemoServer, demo_clock: VirtualClock, signed_in: Program
) -> None:
    for token in ("", "invented"):
        answer, body = await signed_in.call("GET", "/me", token=token)
        assert (answer.status, code_of(body)) == (401, "InvalidAuthenticationToken")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
    await demo_clock.advance(3600)
    answer, body = await signed_in.call("GET", "/me")
    assert answer.status == 401
    assert "expired" in body["error"]["message"]


async def test_a_token_without_the_permission_is_forbidden(
    program: Program, browser: HttpBrowser
) -> None:
    origin = program.endpoints.service.removesuffix("/v1.0")
    await program.sign_in(browser, scopes=[f"{origin}/User.Read"])
    await program.get("/me")
    answer, body = await program.call("GET", "/me/managedDevices")
    assert (answer.status, code_of(body)) == (403, "Forbidden")
    nested = json.loads(body["error"]["message"])
    assert nested["ErrorCode"] == "Forbidden"
    assert json.loads(nested["Message"])["_version"] == 3


async def test_answers_carry_the_demos_time_and_their_ids(
    demo_clock: VirtualClock, signed_in: Program
) -> None:
    await demo_clock.advance(86_400)
    mine = str(uuid.uuid4())
    url = f"{signed_in.endpoints.service}/me"
    async with signed_in.http.get(url, headers={"client-request-id": mine}) as answer:
        assert answer.headers["client-request-id"] == mine
        assert uuid.UUID(answer.headers["request-id"])
        told = parsedate_to_datetime(answer.headers["Date"])
        body = await answer.json()
    assert abs((told - demo_clock.now()).total_seconds()) <= 1
    assert body["error"]["innerError"]["request-id"] == answer.headers["request-id"]


async def test_the_brand_holds_it_support(signed_in: Program) -> None:
    brand = (await signed_in.get("/deviceManagement", select="intuneBrand"))["intuneBrand"]
    assert brand["displayName"] == "Valcombe"
    assert brand["contactITPhoneNumber"] == "01 99 00 42 42"
    assert brand["contactITEmailAddress"] == "help@valcombe.example"
    assert brand["themeColor"] == {"r": 0x2C, "g": 0x5B, "b": 0xD2}
    assert brand["lightBackgroundLogo"]["type"] == "image/png"
