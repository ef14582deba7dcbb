"""Everything that the pretend Graph sends is compared with Graph's own metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from companyportal.demo import shapes
from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

FACTS = json.loads((Path(__file__).parent / "graph_v1_types.json").read_text(encoding="utf-8"))
_PRIMITIVES: dict[str, type] = {
    "Edm.String": str,
    "Edm.Boolean": bool,
    "Edm.Int32": int,
    "Edm.Int64": int,
    "Edm.Byte": int,
    "Edm.Binary": str,
    "Edm.DateTimeOffset": str,
}
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z")


def properties_of(type_name: str) -> dict[str, str]:
    """All properties of a type, its parents' too."""
    facts = FACTS["types"][type_name]
    inherited = properties_of(facts["base"]) if facts["base"] else {}
    return {**inherited, **facts["properties"]}


def faults_of(value: Any, type_text: str, where: str = "$") -> Iterator[str]:
    """What is wrong with a value of that type, as sentences."""
    plain = type_text.removesuffix("?")
    if value is None:
        if plain == type_text:
            yield f"{where} must not be null"
    elif plain.startswith("Collection("):
        for number, item in enumerate(value):
            yield from faults_of(item, plain[11:-1], f"{where}[{number}]")
    elif plain in FACTS["enums"]:
        if value not in FACTS["enums"][plain]:
            yield f"{where}: {value!r} is no member of {plain}"
    elif plain in _PRIMITIVES:
        if type(value) is not _PRIMITIVES[plain]:
            yield f"{where}: {value!r} is no {plain}"
        elif plain == "Edm.DateTimeOffset" and not _DATE.fullmatch(str(value)):
            yield f"{where}: {value!r} is no time"
    else:
        yield from _faults_of_object(value, plain, where)


def _faults_of_object(value: dict[str, Any], type_name: str, where: str) -> Iterator[str]:
    type_name = value.get("@odata.type", "").rpartition(".")[2] or type_name
    known = properties_of(type_name)
    for name, inner in value.items():
        if name in known:
            yield from faults_of(inner, known[name], f"{where}.{name}")
        elif not name.startswith("@odata."):
            yield f"{where}.{name} is no property of {type_name}"


def test_the_demo_knows_exactly_the_properties_of_a_managed_device() -> None:
    assert set(shapes.blank_device()) == set(properties_of("managedDevice"))


def test_an_empty_device_has_the_shape_of_graph() -> None:
    assert list(faults_of(shapes.blank_device() | {"id": "x"}, "managedDevice")) == []


def test_every_member_of_an_enum_that_the_demo_may_send_is_one_of_graph() -> None:
    known = properties_of("managedDevice")
    for name, members in shapes.ENUMS.items():
        assert set(members) <= set(FACTS["enums"][known[name]]), name


def test_the_comparison_finds_what_is_wrong() -> None:
    wrong = {"deviceName": 4, "complianceState": "fine", "beta": 1, "isEncrypted": None}
    assert len(list(faults_of(wrong, "managedDevice"))) == 4


async def test_every_device_of_everybody_has_the_shape_of_graph(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    for person in demo.people:
        browser.username = person.username
        await program.sign_in(browser, prompt="login")
        listed = await program.get("/me/managedDevices")
        assert [*faults_of(listed["value"], "Collection(managedDevice)")] == []
        for device in listed["value"]:
            path = f"/deviceManagement/managedDevices/{device['id']}"
            await program.call("POST", f"{path}/resetPasscode")
            for seconds in (1.1, 10):
                await demo_clock.advance(seconds)
                assert [*faults_of(await program.get(path), "managedDevice")] == []


async def test_person_and_brand_have_the_shape_of_graph(
    program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    assert [*faults_of(await program.get("/me"), "user")] == []
    management = await program.get("/deviceManagement", select="intuneBrand")
    assert [*faults_of(management, "deviceManagement")] == []
    brand = await program.get("/deviceManagement/intuneBrand")
    assert [*faults_of(brand, "intuneBrand")] == []
    assert {**management["intuneBrand"], "@odata.context": brand["@odata.context"]} == brand
