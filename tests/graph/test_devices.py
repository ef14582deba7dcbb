"""The device service on answers that no well-behaved Graph would give."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from companyportal.errors import ForeignAddress, ServiceFailed
from companyportal.graph import devices
from companyportal.graph.devices import DeviceService
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import http
from tests.proofs import fault


def item(number: int | str, **fields: object) -> dict[str, Any]:
    return {"id": f"d{number}", "deviceName": f"Device {number}", **fields}


def page(*items: object, link: object = None) -> bytes:
    more = {"@odata.nextLink": link} if link is not None else {}
    return http({"value": list(items), **more})


async def test_the_list_asks_for_no_secrets(serve: Serve, connect: Connect) -> None:
    server = await serve(page())
    assert (await DeviceService(connect(server)).list()).devices == ()
    (path,) = server.paths()
    assert path.startswith("GET /v1.0/me/managedDevices?$select=id,deviceName,")
    assert path.endswith("&$top=999")
    assert "deviceActionResults" not in path


@fault("R15")
async def test_a_device_that_comes_twice_counts_as_last_seen(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(b"")
    base = f"https://localhost:{server.port}/v1.0/me?"
    old, new = "2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z"
    server.play(
        page(
            item(1, model="old", lastSyncDateTime=old),
            item(2, model="new", lastSyncDateTime=new),
            item(3),
            link=base + "2",
        ),
        page(link=base + "3"),
        page(
            item(2, model="old", lastSyncDateTime=old),
            item(1, model="new", lastSyncDateTime=new),
            item(3, model="new", lastSyncDateTime=new),
            item(2, model="undated"),
        ),
    )
    found = await DeviceService(connect(server)).list()
    assert [(each.device_id, each.model) for each in found.devices] == [
        ("d1", "new"),
        ("d2", "new"),
        ("d3", "new"),
    ]
    assert not found.is_partial


async def test_what_is_left_out_is_told(serve: Serve, connect: Connect) -> None:
    server = await serve(page(item(1, deviceName=None), "no device", {"deviceName": "no id"}))
    found = await DeviceService(connect(server)).list()
    assert [(each.device_id, each.name) for each in found.devices] == [("d1", "")]
    assert found.is_partial


@fault("R14")
@pytest.mark.parametrize("link", ["self", 7, ""])
async def test_a_link_that_leads_nowhere_makes_the_list_partial(
    serve: Serve, connect: Connect, link: object
) -> None:
    server = await serve(b"")
    if link == "self":
        address = devices.SELECTED
        link = f"https://localhost:{server.port}/v1.0/me/managedDevices?$select={address}&$top=999"
    server.play(page(item(1), link=link))
    found = await DeviceService(connect(server)).list()
    assert len(found.devices) == 1
    assert found.is_partial
    assert len(server.requests) == 1


async def test_a_foreign_link_is_told_and_not_followed(serve: Serve, connect: Connect) -> None:
    server = await serve(page(item(1), link="https://graph.microsoft.com.evil.test/v1.0/me"))
    with pytest.raises(ForeignAddress):
        await DeviceService(connect(server)).list()


@fault("R14")
async def test_too_many_devices_are_cut_off_and_told(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert devices.MOST_DEVICES == 20_000
    monkeypatch.setattr(devices, "MOST_DEVICES", 5)
    server = await serve(b"")
    pages = [
        page(
            *(item(f"{number}-{each}") for each in range(3)),
            link=f"https://localhost:{server.port}/v1.0/me?{number}",
        )
        for number in range(9)
    ]
    server.play(*pages)
    found = await DeviceService(connect(server)).list()
    assert len(found.devices) == 5
    assert found.is_partial
    assert len(server.requests) == 2


async def test_details_of_another_device_are_refused(serve: Serve, connect: Connect) -> None:
    server = await serve(http(item(2)))
    with pytest.raises(ServiceFailed) as caught:
        await DeviceService(connect(server)).details("d1")
    assert caught.value.code == "otherDevice"


async def test_an_id_is_one_segment_of_the_address(serve: Serve, connect: Connect) -> None:
    server = await serve(http(item("1/../x?y#z")), b"HTTP/1.1 204 No Content\r\n\r\n")
    service = DeviceService(connect(server))
    with pytest.raises(ForeignAddress):
        await service.details("d1/../x?y#z")
    await service.reset_passcode("d1?x/y")
    assert server.paths() == ["POST /v1.0/deviceManagement/managedDevices/d1%3Fx%2Fy/resetPasscode"]


def test_the_start_path_stays_light() -> None:
    heavy = ("aiohttp", "msgspec", "truststore", "msal", "requests", "email.utils")
    code = (
        "import sys, json\n"
        "import companyportal.graph.devices, companyportal.graph.organisation\n"
        "import companyportal.graph.recovery_keys, companyportal.graph.compliance\n"
        "import companyportal.graph.entra_devices, companyportal.graph.person\n"
        "import companyportal.graph.client, companyportal.capabilities\n"
        f"print(json.dumps([name for name in {heavy!r} if name in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == []


@fault("R15")
async def test_the_newer_of_two_counts_in_either_order(serve: Serve, connect: Connect) -> None:
    dated, undated = item(1, lastSyncDateTime="2024-05-01T00:00:00Z", model="dated"), item(1)
    for items in ((dated, undated), (undated, dated)):
        server = await serve(page(*items))
        (found,) = (await DeviceService(connect(server)).list()).devices
        assert found.model == "dated"
