"""The devices as the directory tells them, over real sockets: never more than it said."""

from __future__ import annotations

from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Compliance, FormFactor, Ownership, Platform
from companyportal.errors import NotPermitted
from companyportal.graph.client import GraphClient
from companyportal.graph.devices import DeviceService
from companyportal.graph.entra_devices import SELECTED, EntraDeviceService, entra_device_of
from companyportal.graph.wire_entra import WireEntraDevice
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import http

pytestmark = pytest.mark.slow

DEVICE = "#microsoft.graph.device"


def page(*entries: Any) -> bytes:
    return http({"value": list(entries)})


async def test_an_employee_without_a_role_is_told_their_devices_by_the_directory(
    demo: DemoServer, client: GraphClient, service: DeviceService
) -> None:
    managed = await service.list()
    demo.tenant.faults.add("no-role")
    with pytest.raises(NotPermitted):
        await service.list()
    known = await EntraDeviceService(client).list()
    assert (known.is_read_only, known.is_partial) == (True, False)
    by_id = {device.entra_id: device for device in known.devices}
    for device in managed.devices:
        same = by_id.pop(device.entra_id)
        assert (same.name, same.model, same.platform) == (
            device.name,
            device.model,
            device.platform,
        )
        assert (same.form_factor, same.ownership) == (device.form_factor, device.ownership)
        assert same.device_id != device.device_id
        assert same.management_state == "managed"
        assert same.serial_number == ""
    (home,) = by_id.values()
    assert (home.name, home.management_state) == ("HOME-PC", "discovered")
    assert home.compliance is Compliance.UNKNOWN


async def test_both_lists_are_one_without_what_is_no_device(serve: Serve, connect: Connect) -> None:
    server = await serve(
        page(
            {"@odata.type": DEVICE, "id": "a", "displayName": "A", "isManaged": True},
            {"@odata.type": "#microsoft.graph.servicePrincipal", "id": "s", "displayName": "S"},
        ),
        page({"id": "b", "displayName": "B"}, {"@odata.type": DEVICE, "id": "a"}),
    )
    known = await EntraDeviceService(connect(server)).list()
    assert [(device.device_id, device.name) for device in known.devices] == [("a", "A"), ("b", "B")]
    assert not known.is_partial


@pytest.mark.parametrize("entry", ["not a device", {"displayName": "no id"}, {"id": " "}])
async def test_what_cannot_be_read_is_left_out_and_told(
    serve: Serve, connect: Connect, entry: object
) -> None:
    server = await serve(page({"id": "a", "isManaged": "maybe", "displayName": 7}, entry), page())
    known = await EntraDeviceService(connect(server)).list()
    (device,) = known.devices
    assert (device.device_id, device.name, device.management_state) == ("a", "", "discovered")
    assert known.is_partial


@pytest.mark.parametrize(
    ("system", "version", "platform", "shown", "shape"),
    [
        ("Windows", "10.0.22631.3593", Platform.WINDOWS, "Windows 11", FormFactor.DESKTOP),
        ("IPhone", "17.5.1", Platform.IOS, "iOS 17.5", FormFactor.PHONE),
        ("IPad", "17.5.1", Platform.IPADOS, "iPadOS 17.5", FormFactor.TABLET),
        ("MacMDM", "14.5", Platform.MACOS, "macOS 14.5", FormFactor.DESKTOP),
        ("AndroidForWork", "14.0", Platform.ANDROID, "Android 14", FormFactor.PHONE),
        ("Linux", "22.04", Platform.LINUX, "Linux 22.04", FormFactor.DESKTOP),
        ("Toaster", "1", Platform.UNKNOWN, "Toaster 1", FormFactor.UNKNOWN),
    ],
)
def test_the_directorys_texts_become_platforms(
    system: str, version: str, platform: Platform, shown: str, shape: FormFactor
) -> None:
    wire = WireEntraDevice(id="a", operating_system=system, operating_system_version=version)
    device = entra_device_of(wire)
    assert (device.platform, device.form_factor) == (platform, shape)
    assert device.system == shown


@pytest.mark.parametrize(
    ("is_managed", "is_compliant", "compliance"),
    [
        (True, True, Compliance.COMPLIANT),
        (True, False, Compliance.NOT_COMPLIANT),
        (True, None, Compliance.UNKNOWN),
        (None, True, Compliance.UNKNOWN),
        (False, False, Compliance.UNKNOWN),
    ],
)
def test_only_a_managed_device_is_compliant_or_not(
    is_managed: bool | None, is_compliant: bool | None, compliance: Compliance
) -> None:
    wire = WireEntraDevice(id="a", is_managed=is_managed, is_compliant=is_compliant)
    assert entra_device_of(wire).compliance is compliance


def test_whose_it_is_and_since_when() -> None:
    wire = WireEntraDevice(
        id="a",
        device_id="ABCD",
        device_ownership="Company",
        registration_date_time="2024-05-06T07:08:09Z",
        approximate_last_sign_in_date_time="0001-01-01T00:00:00Z",
    )
    device = entra_device_of(wire)
    assert (device.entra_id, device.ownership) == ("abcd", Ownership.COMPANY)
    assert device.enrolled_at is not None
    assert device.enrolled_at.year == 2024
    assert device.last_sync_at is None
    assert entra_device_of(WireEntraDevice(id="a", device_ownership="own")).ownership is (
        Ownership.UNKNOWN
    )


def test_only_what_the_type_has_is_asked_for() -> None:
    from msgraph.generated.models.device import Device

    assert set(SELECTED.split(",")) <= set(Device().get_field_deserializers())
