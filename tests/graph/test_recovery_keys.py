"""Keys of encrypted disks: asked for where they are, and shown only for their own device."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Device, Platform
from companyportal.errors import ForeignAddress, NotPermitted, ServiceFailed, Withheld
from companyportal.graph import recovery_keys
from companyportal.graph.client import GraphClient
from companyportal.graph.devices import DeviceService
from companyportal.graph.recovery_keys import RecoveryKeyService
from companyportal.recovery_key import RecoveryKey, Volume
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import Step, http, refused
from tests.proofs import fault, threat

ENTRA_ID = "0f6c2b1e-3a94-4d7c-8e25-71b0c9d4a6f8"
KEY = "123456-234567-345678-456789-567890-678901-789012-890123"
PC = Device(device_id="d1", name="PC", platform=Platform.WINDOWS, entra_id=ENTRA_ID)
MAC = Device(device_id="m/1", name="Mac", platform=Platform.MACOS, entra_id=ENTRA_ID)
BITLOCKER = "/v1.0/informationProtection/bitlocker/recoveryKeys"


def item(number: int, device_id: str = ENTRA_ID, **fields: Any) -> dict[str, Any]:
    return {"id": f"k{number}", "deviceId": device_id, **fields}


def listed(*items: object, **more: object) -> bytes:
    return http({"value": list(items), **more})


async def read(
    serve: Serve, connect: Connect, *steps: Step | bytes, device: Device = PC
) -> tuple[tuple[RecoveryKey, ...], list[str]]:
    server = await serve(*steps)
    keys = await RecoveryKeyService(connect(server)).read(device)
    return keys, server.paths()


async def test_each_key_of_the_device_is_read_newest_first(serve: Serve, connect: Connect) -> None:
    old, new = "2023-05-01T00:00:00Z", "2024-05-01T00:00:00Z"
    keys, paths = await read(
        serve,
        connect,
        listed(
            item(1, createdDateTime=old, volumeType="operatingSystemVolume"),
            item(2, device_id=ENTRA_ID.upper(), createdDateTime=new, volumeType=2),
            item(3, device_id="0f6c2b1e-3a94-4d7c-8e25-000000000000"),
            item(4, volumeType="novel"),
        ),
        http({"id": "K2", "key": "2" + KEY}),
        http({"key": f" {KEY} "}),
        refused("404 Not Found"),
    )
    assert paths == [
        f"GET {BITLOCKER}?$filter=deviceId%20eq%20'{ENTRA_ID}'",
        *(f"GET {BITLOCKER}/k{number}?$select=key" for number in (2, 1, 4)),
    ]
    assert [(key.key_id, key.key.reveal(), key.volume) for key in keys] == [
        ("k2", "2" + KEY, Volume.FIXED),
        ("k1", KEY, Volume.SYSTEM),
    ]
    assert keys[0].created_at == datetime(2024, 5, 1, tzinfo=UTC)
    assert KEY not in repr(keys)


async def test_filevault_is_asked_of_the_beta(serve: Serve, connect: Connect) -> None:
    keys, paths = await read(serve, connect, http({"value": "ABCD-EFGH-1234"}), device=MAC)
    assert paths == ["GET /beta/deviceManagement/managedDevices/m%2F1/getFileVaultKey()"]
    assert [(key.key_id, key.key.reveal(), key.volume) for key in keys] == [
        ("", "ABCD-EFGH-1234", Volume.SYSTEM)
    ]


@pytest.mark.parametrize(
    ("answer", "device"),
    [
        (listed(), PC),
        (refused("404 Not Found"), MAC),
        (http({"value": None}), MAC),
        (http({"value": ""}), MAC),
    ],
)
async def test_no_key_is_no_error(
    serve: Serve, connect: Connect, answer: bytes, device: Device
) -> None:
    keys, paths = await read(serve, connect, answer, device=device)
    assert (keys, len(paths)) == ((), 1)


@pytest.mark.parametrize(
    "device",
    [
        Device(device_id="d1", name="", platform=Platform.WINDOWS),
        Device(device_id="d1", name="", platform=Platform.WINDOWS, entra_id="x' or 'a' eq 'a"),
        Device(
            device_id="d1", name="", platform=Platform.WINDOWS, entra_id="0" * 8 + ENTRA_ID[8:-1]
        ),
        Device(
            device_id="d1",
            name="",
            platform=Platform.WINDOWS,
            entra_id="00000000-0000-0000-0000-000000000000",
        ),
        Device(device_id="d1", name="", platform=Platform.ANDROID, entra_id=ENTRA_ID),
        Device(device_id="d1", name="", platform=Platform.UNKNOWN, entra_id=ENTRA_ID),
    ],
    ids=lambda device: f"{device.platform} {device.entra_id}",
)
async def test_where_no_key_can_be_nobody_is_asked(
    serve: Serve, connect: Connect, device: Device
) -> None:
    assert await read(serve, connect, listed(item(1)), device=device) == ((), [])


UNFIT = ("line\nbreak", "\u202e123", "1" * 129, " ")
TOO_LONG = "x" * recovery_keys.LARGEST_KEY
NO_KEYS: list[Any] = [{"id": "other", "key": KEY}, {}, [], "x"]
NO_VALUES: list[Any] = [[], "x", 7]


@threat("T37")
@fault("R05")
@pytest.mark.parametrize(
    ("device", "answer"),
    [
        *((PC, {"key": key}) for key in (*UNFIT, "", None, 7)),
        *((PC, answer) for answer in NO_KEYS),
        *((MAC, {"value": key}) for key in UNFIT),
        *((MAC, answer) for answer in NO_VALUES),
        (PC, {"key": KEY, "more": TOO_LONG}),
        (MAC, {"value": KEY, "more": TOO_LONG}),
    ],
    ids=lambda value: str(value)[:30] if not isinstance(value, Device) else value.name,
)
async def test_what_is_no_key_is_not_shown_as_one(
    serve: Serve, connect: Connect, device: Device, answer: Any
) -> None:
    steps = (http(answer),) if device is MAC else (listed(item(1)), http(answer))
    with pytest.raises(ServiceFailed) as caught:
        await read(serve, connect, *steps, device=device)
    assert KEY not in repr(caught.value)


@fault("R05")
async def test_odd_entries_cost_themselves(serve: Serve, connect: Connect) -> None:
    odd = [None, 7, {}, item(1) | {"id": " "}, item(2) | {"deviceId": None}, {"id": "k3"}]
    keys, paths = await read(
        serve, connect, listed(*odd, item(4, createdDateTime=[], volumeType={})), http({"key": KEY})
    )
    assert [(key.key_id, key.volume, key.created_at) for key in keys] == [
        ("k4", Volume.UNKNOWN, None)
    ]
    assert len(paths) == 2


async def test_of_very_many_only_the_newest_are_read(serve: Serve, connect: Connect) -> None:
    items = [item(number, createdDateTime=f"20{number:02}-01-01T00:00:00Z") for number in range(60)]
    keys, paths = await read(serve, connect, listed(*items), http({"key": KEY}))
    assert [key.key_id for key in keys] == [f"k{number}" for number in range(59, 39, -1)]
    assert len(paths) == 1 + recovery_keys.MOST_KEYS


async def test_an_id_cannot_lead_elsewhere(serve: Serve, connect: Connect) -> None:
    keys, paths = await read(serve, connect, listed(item(1) | {"id": "a/b?c"}), http({"key": KEY}))
    assert len(keys) == 1
    assert paths[1] == f"GET {BITLOCKER}/a%2Fb%3Fc?$select=key"
    with pytest.raises(ForeignAddress):
        await read(serve, connect, listed(item(1) | {"id": "../.."}), http({"key": KEY}))


@pytest.mark.parametrize("device", [PC, MAC], ids=["BitLocker", "FileVault"])
async def test_a_key_that_may_no_longer_be_read_is_not(
    serve: Serve, connect: Connect, device: Device
) -> None:
    server = await serve(listed(item(1), item(2)), http({"key": KEY, "value": KEY}))
    answers = iter([True, False] if device is PC else [False])
    with pytest.raises(Withheld):
        await RecoveryKeyService(connect(server)).read(device, lambda: next(answers))
    assert len(server.requests) == (2 if device is PC else 0)


async def test_it_is_asked_before_each_try(serve: Serve, connect: Connect) -> None:
    server = await serve(refused("503 Service Unavailable"))
    asked: list[int] = []

    def may_leave() -> bool:
        asked.append(len(server.requests))
        return len(asked) < 3

    with pytest.raises(Withheld):
        await RecoveryKeyService(connect(server)).read(MAC, may_leave)
    assert asked == [0, 1, 2]


async def test_the_demo_keeps_keys_for_their_person(
    demo: DemoServer, client: GraphClient, service: DeviceService
) -> None:
    keys = {
        device.platform: await RecoveryKeyService(client).read(device)
        for device in (await service.list()).devices
        if device.platform in (Platform.WINDOWS, Platform.MACOS)
    }
    found = [key for each in keys.values() for key in each]
    assert {key.volume for key in found} >= {Volume.SYSTEM}
    assert all(key.key.reveal() in demo.tenant.secrets for key in found)
    demo.tenant.faults.add("forbidden")
    with pytest.raises(NotPermitted):
        await RecoveryKeyService(client).read(PC)
