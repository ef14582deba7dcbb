"""The reasons of the open device's compliance: read after it, and never in its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from companyportal.compliance import Topic
from companyportal.demo.server import DemoServer
from companyportal.domain import Compliance, Device
from companyportal.models.account import AccountState
from companyportal.models.compliance_reasons import ReasonsState
from companyportal.portal import Portal
from tests.models.hands import Hands, emissions
from tests.program import device_called, until
from tests.virtual_clock import VirtualClock

FAULT = "no-compliance-permission"


def reads(demo: DemoServer) -> int:
    """How often the reasons were asked for."""
    paths = [each.path for each in demo.tenant.requests]
    return sum(path.endswith("/deviceCompliancePolicyStates") for path in paths)


async def open_ipad(portal: Portal, state: ReasonsState = ReasonsState.KNOWN) -> Device:
    """The device that is not compliant, until its reasons have come to ``state``."""
    portal.details.open(device_called(portal, "iPad"))
    await until(lambda: portal.compliance.state is state)
    device = portal.details.device
    assert device is not None
    return device


async def test_the_reasons_come_after_the_device(portal: Portal) -> None:
    states: list[ReasonsState] = []
    portal.compliance.changed.connect(lambda: states.append(portal.compliance.state))
    await open_ipad(portal)
    assert list(dict.fromkeys(states)) == [
        ReasonsState.NONE,
        ReasonsState.READING,
        ReasonsState.KNOWN,
    ]
    assert {each.topic for each in portal.compliance.settings} == {
        Topic.OS_TOO_OLD,
        Topic.PASSCODE_LENGTH,
    }


async def test_nothing_is_asked_where_nothing_is_to_explain(
    portal: Portal, demo: DemoServer
) -> None:
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: portal.details.checked_at)
    await until(lambda: not portal.tasks.names)
    assert portal.compliance.state is ReasonsState.NONE
    assert reads(demo) == 0


async def test_another_device_forgets_the_reasons_of_the_first(portal: Portal) -> None:
    await open_ipad(portal)
    portal.details.open(device_called(portal, "Galaxy"))
    assert portal.compliance.settings == ()
    assert portal.compliance.state is ReasonsState.NONE


async def test_a_refusal_is_told_in_its_place_only(portal: Portal, demo: DemoServer) -> None:
    demo.tenant.faults.add(FAULT)
    await open_ipad(portal, ReasonsState.REFUSED)
    assert portal.messages.current is None
    assert portal.details.checked_at is not None
    assert portal.details.facts.storage_bytes


async def test_what_was_known_stays_where_it_cannot_be_read_again(
    portal: Portal, demo: DemoServer
) -> None:
    await open_ipad(portal)
    await demo.__aexit__(None, None, None)
    portal.compliance.refresh()
    await until(lambda: portal.compliance.state is ReasonsState.FAILED)
    assert portal.messages.current is None
    assert portal.compliance.settings


async def test_a_device_that_made_contact_is_explained_anew(
    portal: Portal, demo: DemoServer
) -> None:
    ipad = await open_ipad(portal)
    before = reads(demo)
    assert ipad.last_sync_at is not None
    portal.compliance.look_at(ipad)
    assert not portal.tasks.is_running("compliance")
    portal.compliance.look_at(replace(ipad, last_sync_at=ipad.last_sync_at + timedelta(minutes=1)))
    assert portal.tasks.is_running("compliance")
    assert portal.compliance.settings
    await until(lambda: portal.compliance.state is ReasonsState.KNOWN)
    assert reads(demo) == before + 1


async def test_a_device_that_has_become_compliant_needs_no_reasons(portal: Portal) -> None:
    ipad = await open_ipad(portal)
    portal.compliance.look_at(replace(ipad, compliance=Compliance.COMPLIANT))
    assert portal.compliance.state is ReasonsState.NONE
    assert portal.compliance.settings == ()


async def test_nothing_of_them_outlives_the_session(portal: Portal) -> None:
    await open_ipad(portal)
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert portal.compliance.settings == ()
    portal.compliance.refresh()
    assert not portal.tasks.is_running("compliance")


async def test_a_lost_session_is_noticed_here_as_well(
    portal: Portal, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    await open_ipad(portal)
    lost = emissions(portal.compliance.session_lost)
    demo.tenant.faults.add("revoked-refresh")
    await demo_clock.advance(2 * 3600)
    portal.compliance.refresh()
    await until(lambda: lost)
    assert portal.compliance.state is not ReasonsState.KNOWN


@pytest.mark.parametrize("again", [1, 3])
async def test_the_newest_reading_counts(portal: Portal, demo: DemoServer, again: int) -> None:
    await open_ipad(portal)
    for _ in range(again):
        portal.compliance.refresh()
    await until(lambda: not portal.tasks.is_running("compliance"))
    assert portal.compliance.state is ReasonsState.KNOWN
    assert portal.compliance.settings
