"""Recovery keys come to the person whose computer it is, and to nobody else."""

from __future__ import annotations

import re
from typing import Any

from companyportal.demo.server import DemoServer
from tests.demo.asking import Asking
from tests.demo.finding import MANAGED, named

KEYS = "/informationProtection/bitlocker/recoveryKeys"


async def keys_of(asking: Asking, name: str) -> list[dict[str, Any]]:
    """The list for one device."""
    entra_id = named(asking.demo, name).entra_id
    listed = await asking.program.get(KEYS, filter=f"deviceId eq '{entra_id}'")
    found: list[dict[str, Any]] = listed["value"]
    return found


async def test_a_list_names_the_keys_and_one_by_one_they_are_told(asking: Asking) -> None:
    device = await asking.of("PC-0042")
    listed = await keys_of(asking, "PC-0042")
    volumes = [key["volumeType"] for key in listed]
    assert volumes == ["operatingSystemVolume", "fixedDataVolume"]
    assert {key["deviceId"] for key in listed} == {device.entra_id}
    assert not any("key" in key for key in listed)
    told = [await asking.program.get(f"{KEYS}/{key['id']}", select="key") for key in listed]
    again = await asking.program.get(f"{KEYS}/{listed[0]['id']}", select="key")
    assert again["key"] == told[0]["key"] != told[1]["key"]
    for key in told:
        assert re.fullmatch(r"(\d{6}-){7}\d{6}", key["key"])
        assert all(int(group) % 11 == 0 for group in key["key"].split("-"))
        assert key["key"] in asking.demo.tenant.secrets
        assert key["key"] not in repr(device.recovery_keys())


async def test_without_select_a_key_is_not_told(asking: Asking) -> None:
    await asking.of("PC-0042")
    listed = await keys_of(asking, "PC-0042")
    assert "key" not in await asking.program.get(f"{KEYS}/{listed[0]['id']}")


async def test_keys_of_others_are_not_there(asking: Asking, demo: DemoServer) -> None:
    await asking.of("PC d’Inès")
    key_id = (await keys_of(asking, "PC d’Inès"))[0]["id"]
    await asking.of("Lucas’s MacBook Air")
    assert await keys_of(asking, "PC d’Inès") == []
    answer, _ = await asking.program.call("GET", f"{KEYS}/{key_id}", select="key")
    assert answer.status == 404
    mac = f"/beta{MANAGED}/{named(demo, 'MacBook d’Inès').device_id}/getFileVaultKey()"
    answer, _ = await asking.program.call("GET", mac)
    assert answer.status == 404


async def test_a_mac_has_a_key_of_its_own_kind(asking: Asking) -> None:
    mac = await asking.of("MacBook d’Inès")
    path = f"{MANAGED}/{mac.device_id}/getFileVaultKey()"
    answer, body = await asking.program.call("GET", f"/beta{path}")
    assert answer.status == 200
    assert re.fullmatch(r"([A-Z0-9]{4}-){5}[A-Z0-9]{4}", body["value"])
    assert body["value"] in asking.demo.tenant.secrets
    assert await keys_of(asking, "MacBook d’Inès") == []
    answer, _ = await asking.program.call("GET", path)
    assert answer.status == 400
    computer = named(asking.demo, "PC d’Inès")
    path = f"/beta{MANAGED}/{computer.device_id}/getFileVaultKey()"
    answer, _ = await asking.program.call("GET", path)
    assert answer.status == 404


async def test_what_graph_wants_of_the_request_is_checked(asking: Asking) -> None:
    await asking.of("PC-0042")
    answer, _ = await asking.program.call("GET", KEYS, top="5")
    assert answer.status == 400
    address = asking.program.endpoints.service + KEYS
    headers = {"Authorization": f"Bearer {asking.program.token}"}
    bare = asking.program.http.get(address, headers=headers, skip_auto_headers=["User-Agent"])
    async with bare as answer:
        assert answer.status == 400


async def test_the_basic_permission_lists_and_does_not_tell(asking: Asking) -> None:
    await asking.of("PC-0042", scopes=["BitlockerKey.ReadBasic.All"])
    key_id = (await keys_of(asking, "PC-0042"))[0]["id"]
    answer, body = await asking.program.call("GET", f"{KEYS}/{key_id}", select="key")
    assert (answer.status, body["error"]["code"]) == (403, "Forbidden")
