"""The order of the list from start to start, and the computer that the list is looked at on."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Compliance, Device, Platform
from companyportal.models.device_filter import DeviceFilter, Health
from companyportal.models.device_groups import GroupBy
from companyportal.models.device_order import SortBy
from companyportal.portal import Portal
from companyportal.settings import Loaded, load
from tests.models.hands import Hands
from tests.program import device_called, running_portal, sign_in, until
from tests.store_samples import ASKED_AT, MARIE
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def portal(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> AsyncIterator[Portal]:
    """Keeps its settings in a file."""
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        yield portal


def kept(folder: Path) -> Loaded:
    """The settings of the next start."""
    return load(user_file=folder / "settings.toml", policy_file=None)


async def test_order_and_sections_are_there_again_at_the_next_start(
    portal: Portal, demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    portal.devices.arrange(sort=SortBy.CONTACT, group=GroupBy.PLATFORM)
    await until(lambda: not portal.tasks.names)
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, loaded=kept(tmp_path)
    ) as again:
        assert again.devices.arrangement.sort is SortBy.CONTACT
        assert again.devices.arrangement.group is GroupBy.PLATFORM


async def test_what_was_searched_for_and_filtered_is_nobodys_business_later(
    portal: Portal, tmp_path: Path
) -> None:
    portal.devices.search("Marie’s Galaxy")
    portal.devices.narrow(DeviceFilter(health=Health.BAD))
    portal.devices.arrange(group=GroupBy.NONE)
    await until(lambda: not portal.tasks.names)
    text = (tmp_path / "settings.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"group_devices": "none"}
    portal.devices.clear()
    assert portal.devices.arrangement.filter.is_empty
    assert portal.devices.needle == ""
    assert portal.devices.arrangement.group is GroupBy.NONE


@pytest.mark.parametrize("key", ["sort_devices", "group_devices"])
def test_an_order_that_is_none_is_named(tmp_path: Path, key: str) -> None:
    (tmp_path / "settings.toml").write_text(f'{key} = "colour"\n')
    loaded = kept(tmp_path)
    assert [problem.key for problem in loaded.problems] == [key]
    assert loaded.settings.sort_devices == "name"
    assert loaded.settings.group_devices == "attention"


def test_every_order_may_stand_in_the_settings(tmp_path: Path) -> None:
    for sort in SortBy:
        for group in GroupBy:
            (tmp_path / "settings.toml").write_text(
                f'sort_devices = "{sort}"\ngroup_devices = "{group}"\n'
            )
            assert kept(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("hint", "name"), [("device_hint", "device_id"), ("aad_device_hint", "entra_id")]
)
async def test_once_a_list_is_there_the_computer_is_found_in_it(
    portal: Portal, demo: DemoServer, home: Path, hint: str, name: str
) -> None:
    owned = demo.tenant.devices_of(demo.people[0])
    pc = next(each for each in owned if each.record.properties["deviceName"] == "PC-0042")
    folder = home / "config" / "intune"
    folder.mkdir()
    (folder / "registration.toml").write_text(f'{hint} = "{getattr(pc, name)}"\n')
    assert portal.devices.this_computer_id == ""
    await sign_in(portal)
    await until(lambda: portal.devices.this_computer_id)
    found = device_called(portal, "PC-0042")
    assert portal.devices.this_computer_id == found.device_id
    assert [d for d in portal.devices.devices if portal.devices.is_this_computer(d)] == [found]


async def test_a_long_list_in_sections_is_sound(portal: Portal, qtmodeltester: Any) -> None:
    many = [
        Device(device_id=f"{n}", name=f"{n}", platform=platform, compliance=compliance)
        for n, (platform, compliance) in enumerate(product(Platform, Compliance))
    ]
    portal.store.save_devices(MARIE, many, ASKED_AT)
    devices = portal.devices
    devices.restore()
    qtmodeltester.check(devices)
    for group, sort in product(GroupBy, SortBy):
        devices.arrange(group=group, sort=sort)
        assert devices.rowCount() == len(many)
    devices.narrow(DeviceFilter(health=Health.BAD))
    devices.replace(replace(devices.shown[0], compliance=Compliance.COMPLIANT))
    devices.remove(devices.shown[0].device_id)
    devices.show_all()
    assert devices.rowCount() == len(many) - 1
    await until(lambda: not portal.tasks.names)
