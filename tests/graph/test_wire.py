"""Decoding: one odd value costs one field, one odd device never the list."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companyportal.capabilities import reset_passcode
from companyportal.errors import ServiceFailed
from companyportal.graph import decoding, wire
from companyportal.graph.action_results import results_of
from companyportal.graph.mapping import device_of
from tests.proofs import fault, threat

pytestmark = [fault("R05"), threat("T37")]

DEVICE: dict[str, Any] = {
    "id": "d1",
    "deviceName": "Marie’s iPhone",
    "manufacturer": "Apple",
    "model": "iPhone 14",
    "operatingSystem": "iOS",
    "osVersion": "17.5",
    "managementAgent": "mdm",
    "managedDeviceOwnerType": "personal",
    "deviceEnrollmentType": "userEnrollment",
    "isSupervised": False,
    "complianceState": "compliant",
    "complianceGracePeriodExpirationDateTime": "9999-12-31T23:59:59.9999999Z",
    "managementState": "managed",
    "serialNumber": "F2LXK0PD9QX2",
    "userId": "6E1C",
    "enrolledDateTime": "2024-01-02T03:04:05.1234567Z",
    "lastSyncDateTime": "2024-05-02T08:00:00Z",
    "deviceActionResults": [
        {
            "@odata.type": "#microsoft.graph.resetPasscodeActionResult",
            "actionName": "resetPasscode",
            "actionState": "done",
            "startDateTime": "2024-05-01T08:00:00Z",
            "lastUpdatedDateTime": "2024-05-01T08:05:00Z",
            "errorCode": 0,
            "passcode": "k7Qx2mWb",
        }
    ],
}
ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    10**400,
    1.5,
    float("nan"),
    float("inf"),
    "",
    "unknownFutureValue",
    "0001-01-01T00:00:00Z",
    "\ud800",
    "\x00",
    "x" * 5000,
    [],
    [1],
    ["x", None],
    {},
    {"id": 1},
    [[[[]]]],
]

odd = st.one_of(
    st.sampled_from(ODD),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=6,
    ),
)


def body(*items: object, **more: object) -> bytes:
    return json.dumps({"value": list(items), **more}).encode()


def read(text: bytes) -> None:
    """Take the whole way that an answer takes, from bytes to what the screen is told."""
    found, _ = wire.devices(text)
    for each in found:
        results = results_of(each.device_action_results or ())
        device = device_of(each, results)
        assert device.device_id
        str(device).encode()
        reset_passcode(device)
    decoding.next_link(text)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.sampled_from(sorted(DEVICE)), odd)
def test_an_odd_field_costs_that_field_only(name: str, value: object) -> None:
    other = {**DEVICE, "id": "d2"}
    text = body({**DEVICE, name: value}, other)
    read(text)
    found, _ = wire.devices(text)
    assert device_of(found[-1]) == device_of(wire.devices(body(other))[0][0])
    if name != "id":
        assert len(found) == 2
        mutated, whole = device_of(found[0]), device_of(wire.device(json.dumps(DEVICE).encode()))
        if name not in ("deviceName", "model"):
            assert (mutated.name, mutated.model) == (whole.name, whole.model)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(odd, max_size=4), odd)
def test_odd_items_and_odd_pages_never_crash(items: list[object], link: object) -> None:
    text = body(*items, DEVICE, **{"@odata.nextLink": link})
    read(text)
    assert wire.devices(text)[0][-1].id == "d1"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.data())
def test_bytes_changed_anywhere_end_in_devices_or_in_our_error(data: st.DataObject) -> None:
    text = bytearray(body(DEVICE, {**DEVICE, "id": "d2"}))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        read(bytes(text))
    except ServiceFailed:
        return


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.sampled_from(sorted(DEVICE["deviceActionResults"][0])), odd)
@example("passcode", "\ud800")
def test_an_odd_result_keeps_the_others(name: str, value: object) -> None:
    good = DEVICE["deviceActionResults"][0]
    device = {**DEVICE, "deviceActionResults": [{**good, name: value}, None, good]}
    results = wire.device(json.dumps(device).encode()).device_action_results
    assert results is not None
    assert len(results) == 3
    passcode = results[-1].passcode
    assert passcode is not None
    assert passcode.reveal() == "k7Qx2mWb"
    results_of(results)


@pytest.mark.parametrize("depth", [400, 10_000, 1_000_000])
@pytest.mark.parametrize(
    "form", ['{{"value":[{{"id":"1","x":{}}}]}}', '{{"x":{},"value":[]}}', "{}"]
)
def test_deep_nesting_is_no_crash(depth: int, form: str) -> None:
    text = form.format("[" * depth + "]" * depth).encode()
    if depth < 500 and "id" in form:
        read(text)
    else:
        with contextlib.suppress(ServiceFailed):
            read(text)


def test_broken_letters_cost_one_name() -> None:
    text = b'{"value":[{"id":"1","deviceName":"caf\xff"},{"id":"2","deviceName":"B"}]}'
    found, skipped = wire.devices(text)
    assert [(each.id, each.device_name) for each in found] == [("1", "caf\ufffd"), ("2", "B")]
    assert skipped == 0


def test_a_key_that_comes_twice_counts_as_the_last() -> None:
    found, _ = wire.devices(b'{"value":[{"id":"1","model":"a","model":"b"}]}')
    assert found[0].model == "b"


@pytest.mark.parametrize("item", [{}, {"id": None}, {"id": ""}, {"id": " "}, {"id": 5}, None, "x"])
def test_what_has_no_id_is_left_out_and_counted(item: object) -> None:
    found, skipped = wire.devices(body(item, DEVICE))
    assert [each.id for each in found] == ["d1"]
    assert skipped == 1


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"1", b"{}", b'{"value":{}}', b'{"value":null}', b"{"]
)
def test_what_is_no_list_is_our_error(text: bytes) -> None:
    with pytest.raises(ServiceFailed):
        wire.devices(text)


@pytest.mark.parametrize("text", [b"{}", b'{"id":""}', b'{"id":7}', b"[]", b"{"])
def test_a_device_without_id_is_our_error(text: bytes) -> None:
    with pytest.raises(ServiceFailed):
        wire.device(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (b"{}", None),
        (b'{"@odata.nextLink":null}', None),
        (b'{"@odata.nextLink":"https://x"}', "https://x"),
        (b'{"@odata.nextLink":"https://x","a":NaN}', "https://x"),
        (b'{"@odata.nextLink":7}', ""),
    ],
)
def test_the_next_link(text: bytes, link: str | None) -> None:
    assert decoding.next_link(text) == link


def test_a_passcode_is_in_no_repr() -> None:
    found = wire.device(json.dumps(DEVICE).encode())
    slow = wire.device(json.dumps({**DEVICE, "model": 1}).encode())
    assert "k7Qx2mWb" not in repr(found) + repr(slow)
    for each in (found, slow):
        assert each.device_action_results
        assert each.device_action_results[0].passcode


def test_an_odd_brand_keeps_its_other_fields() -> None:
    brand = {
        "displayName": 7,
        "contactITName": "Service desk",
        "themeColor": {"r": "red", "g": 1, "b": 2},
        "lightBackgroundLogo": {"value": ["x"]},
        "darkBackgroundLogo": 5,
    }
    found = wire.brand(json.dumps({"intuneBrand": brand}).encode())
    assert (found.display_name, found.contact_it_name) == (None, "Service desk")
    assert found.theme_color == wire.WireColour(r=None, g=1, b=2)
    assert found.dark_background_logo is None
    for text in (b"{}", b'{"intuneBrand":null}', b'{"intuneBrand":7}'):
        assert wire.brand(text) == wire.WireBrand()
