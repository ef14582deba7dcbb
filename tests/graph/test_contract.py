"""Every request that the program can make exists in Graph, with these members, under these
permissions; and no permission is asked for that nothing needs.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, NamedTuple

import pytest
from yarl import URL

from companyportal import graph
from companyportal.demo.server import DemoServer
from companyportal.domain import Device, Platform
from companyportal.endpoints import graph_scopes
from companyportal.errors import PortalError
from companyportal.graph.client import GraphClient
from companyportal.graph.compliance import ComplianceService
from companyportal.graph.devices import DeviceService
from companyportal.graph.entra_devices import EntraDeviceService
from companyportal.graph.organisation import OrganisationService
from companyportal.graph.person import PersonService
from companyportal.graph.recovery_keys import RecoveryKeyService
from companyportal.graph.request import always
from companyportal.rename_way import RenameWay
from tests.demo.program import Program
from tests.graph.conftest import Connect, Serve
from tests.graph.contract import breaches, operation_of, permissions_for
from tests.graph.raw_server import http, refused
from tests.graph.verbs import DEVICE_ID, VERBS
from tests.http_browser import HttpBrowser

ENTRA_ID = "0f6c2b1e-3a94-4d7c-8e25-71b0c9d4a6f8"
ITEM = {
    "id": DEVICE_ID,
    "deviceId": ENTRA_ID,
    "state": "nonCompliant",
    "sources": [{"id": DEVICE_ID}],
    "squareLogoRelativeUrl": "x",
    "squareLogoDarkRelativeUrl": "x",
    "bannerLogoRelativeUrl": "x",
}
ANYTHING = {**ITEM, "value": [ITEM], "key": "1"}
"""An answer of which every service finds something to go on with."""
WITH_BRAND = {**ANYTHING, "intuneBrand": {"displayName": "Valcombe"}}
ONLY_BANNER = {name: value for name, value in ANYTHING.items() if not name.startswith("square")}
PC = Device(device_id=DEVICE_ID, name="PC", platform=Platform.WINDOWS, entra_id=ENTRA_ID)
MAC = Device(device_id=DEVICE_ID, name="Mac", platform=Platform.MACOS, entra_id=ENTRA_ID)
MAY_BE_REFUSED = "/branding/localizations/{id}/"
"""Pictures of the sign-in page, which need a permission more; without it there is none."""


class Asked(NamedTuple):
    """A method of a service, called with something sensible."""

    method: str
    call: Callable[[GraphClient], Awaitable[object]]
    answer: dict[str, Any] = ANYTHING
    is_refused_first: bool = False

    def __str__(self) -> str:
        return self.method


def managed(client: GraphClient) -> DeviceService:
    """The one that reads the names that Intune keeps beside the devices' own."""
    return DeviceService(client, RenameWay.MANAGEMENT_NAME)


def verbs() -> list[Asked]:
    """Everything that changes something."""
    made = []
    for verb in VERBS:

        async def call(client: GraphClient, verb: Any = verb) -> None:
            await verb.ask(DeviceService(client, verb.way), DEVICE_ID, always)

        made.append(Asked(f"DeviceService.{verb.name.partition('-')[0]}", call))
    return made


ALL = [
    *verbs(),
    Asked("DeviceService.list", lambda client: managed(client).list()),
    Asked("DeviceService.details", lambda client: managed(client).details(DEVICE_ID)),
    Asked("EntraDeviceService.list", lambda client: EntraDeviceService(client).list()),
    Asked("ComplianceService.failing", lambda client: ComplianceService(client).failing(DEVICE_ID)),
    Asked(
        "ComplianceService.failing",
        lambda client: ComplianceService(client).failing(DEVICE_ID),
        is_refused_first=True,
    ),
    Asked("OrganisationService.read", lambda client: OrganisationService(client).read()),
    Asked("OrganisationService.read", lambda c: OrganisationService(c).read(), WITH_BRAND),
    Asked("OrganisationService.read", lambda c: OrganisationService(c).read(), ONLY_BANNER),
    Asked("PersonService.read", lambda client: PersonService(client).read()),
    Asked("PersonService.photo", lambda client: PersonService(client).photo()),
    Asked("RecoveryKeyService.read", lambda client: RecoveryKeyService(client).read(PC)),
    Asked("RecoveryKeyService.read", lambda client: RecoveryKeyService(client).read(MAC)),
]


def methods() -> set[str]:
    """Every question that any service of the package can ask."""
    found = set()
    for module in pkgutil.iter_modules(graph.__path__, f"{graph.__name__}."):
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if name.endswith("Service"):
                asked = inspect.getmembers(kind, inspect.iscoroutinefunction)
                found |= {f"{name}.{method}" for method, _ in asked if method[0] != "_"}
    return found


@pytest.fixture
async def requests(serve: Serve, connect: Connect) -> list[tuple[str, str, bytes]]:
    """Method, target and body of every request that the program can make."""
    found = []
    for asked in ALL:
        first = [refused("403 Forbidden")] if asked.is_refused_first else []
        server = await serve(*first, http(asked.answer))
        with suppress(PortalError):
            await asked.call(connect(server))
        assert server.requests, asked
        lines = [line.split(" ", 1) for line in server.paths()]
        found += [(*line, body) for line, body in zip(lines, server.bodies, strict=True)]
    return found  # type: ignore[return-value]


def test_no_question_is_left_out() -> None:
    assert {asked.method for asked in ALL} == methods()


async def test_every_request_is_one_of_graphs(requests: list[tuple[str, str, bytes]]) -> None:
    assert [breach for request in requests for breach in breaches(*request)] == []
    operations = {operation_of(method, target.split("?")[0]) for method, target, _ in requests}
    assert len(operations) >= 25, operations


async def test_what_is_asked_for_is_enough_and_not_too_much(
    requests: list[tuple[str, str, bytes]],
) -> None:
    scopes = set(graph_scopes(rename=RenameWay.MANAGEMENT_NAME))
    needed = set()
    for method, target, _ in requests:
        permissions = permissions_for(method, target)
        enough = {*permissions["least"], *permissions["higher"]}
        if MAY_BE_REFUSED not in operation_of(method, target.split("?")[0])[1]:
            assert scopes & enough, (method, target)
        needed |= scopes & set(permissions["least"])
    assert scopes == needed


async def test_the_demo_knows_every_request(
    demo: DemoServer, browser: HttpBrowser, requests: list[tuple[str, str, bytes]]
) -> None:
    origin = demo.endpoints.service.removesuffix("/v1.0")
    async with Program(demo.endpoints) as program:
        await program.sign_in(browser)
        headers = {"Authorization": f"Bearer {program.token}", "Content-Type": "application/json"}
        for method, target, body in requests:
            url = URL(origin + target, encoded=True)
            async with program.http.request(method, url, headers=headers, data=body) as answer:
                refused = MAY_BE_REFUSED in operation_of(method, target.split("?")[0])[1]
                expected = (200, 204, 403) if refused else (200, 204, 404)
                assert answer.status in expected, (method, target, await answer.text())


@pytest.mark.parametrize(
    ("method", "target", "body"),
    [
        ("GET", "/v1.0/me/managedDevice", b""),
        ("GET", "/v2.0/me", b""),
        ("POST", "/v1.0/me", b""),
        ("POST", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}/setDeviceName", b""),
        ("POST", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}/Wipe", b""),
        ("POST", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}/wipe", b'{"keepData":true}'),
        ("POST", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}/wipe", b"[]"),
        ("POST", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}/retire", b'{"a":1}'),
        ("POST", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}/retire?$select=id", b""),
        ("PATCH", f"/v1.0/deviceManagement/managedDevices/{DEVICE_ID}", b'{"name":"x"}'),
        ("GET", "/v1.0/me/managedDevices?$select=id,name", b""),
        ("GET", "/v1.0/me/managedDevices?$expand=users", b""),
        ("GET", "/v1.0/me/managedDevices", b"{}"),
        ("GET", "/v1.0/informationProtection/bitlocker/recoveryKeys?$top=5", b""),
        ("GET", "/v1.0/informationProtection/bitlocker/recoveryKeys?$filter=device eq 'x'", b""),
    ],
)
def test_what_graph_does_not_have_is_found_out(method: str, target: str, body: bytes) -> None:
    assert list(breaches(method, target, body))
