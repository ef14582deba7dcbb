"""Why a device is not compliant, on its page: listed, refused, failed, mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.domain import Compliance, Device
from companyportal.models.compliance_reasons import ReasonsState
from companyportal.portal import Portal
from companyportal.views.device_page import DevicePage
from companyportal.views.text import Text
from tests.models.hands import emissions
from tests.program import device_called, until
from tests.views.geometry import cut_off, settle, without_name

FAULT = "no-compliance-permission"


@pytest.fixture
def page(application: QApplication, speak: Callable[[str], None], portal: Portal) -> DevicePage:
    """No device is open yet."""
    speak("en")
    page = DevicePage(
        portal.details, portal.compliance, portal.direct, portal.follow_up, portal.clock
    )
    page.resize(900, 1200)
    page.show()
    return page


def words(page: DevicePage) -> str:
    """All words that can be seen."""
    return "\n".join(t.text() for t in page.findChildren(Text) if t.isVisibleTo(page))


async def open_ipad(portal: Portal, state: ReasonsState = ReasonsState.KNOWN) -> Device:
    """The device that is not compliant, until its reasons have come to ``state``."""
    portal.details.open(device_called(portal, "iPad"))
    await until(lambda: portal.compliance.state is state)
    device = portal.details.device
    assert device is not None
    return device


async def test_each_problem_says_what_and_where(page: DevicePage, portal: Portal) -> None:
    await open_ipad(portal)
    told = words(page)
    assert "Fix 2 things to open work apps on this iPad." in told
    assert "Why it is not compliant" in told
    assert "Update iPadOS\nVersion 17.4 is installed." in told
    assert "Settings › General › Software Update" in told
    assert "6 characters or more. A reset does not change this" in told
    assert "Done on the iPad?" in told


async def test_a_compliant_device_has_nothing_to_explain(page: DevicePage, portal: Portal) -> None:
    await open_ipad(portal)
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: portal.details.checked_at)
    assert not page.why.isVisible()
    assert page.why.problems


async def test_the_person_can_ask_the_device_and_the_service_again(
    page: DevicePage, portal: Portal
) -> None:
    ipad = await open_ipad(portal)
    asked = emissions(page.status_asked)
    page.why.check.click()
    assert [device.device_id for (device,) in asked] == [ipad.device_id]
    seen: list[tuple[ReasonsState, int]] = []
    portal.compliance.changed.connect(
        lambda: seen.append((portal.compliance.state, len(page.why.problems)))
    )
    page.why.again.click()
    await until(lambda: len(seen) >= 2 and seen[-1][0] is ReasonsState.KNOWN)
    assert set(seen) == {(ReasonsState.READING, 2), (ReasonsState.KNOWN, 2)}


async def test_refused_reasons_leave_the_rest_of_the_page(
    page: DevicePage, portal: Portal, demo: DemoServer
) -> None:
    demo.tenant.faults.add(FAULT)
    await open_ipad(portal, ReasonsState.REFUSED)
    assert "The reasons cannot be read here. IT support can see them." in words(page)
    assert "iPad Air (5th gen.)" in words(page)
    assert not page.why.again.isVisible()
    support = emissions(page.support_asked)
    page.why.support.click()
    assert support == [()]


async def test_reasons_that_could_not_be_read_can_be_tried_again(
    page: DevicePage, portal: Portal, demo: DemoServer
) -> None:
    demo.tenant.faults.add(FAULT)
    ipad = await open_ipad(portal, ReasonsState.REFUSED)
    demo.tenant.faults.clear()
    demo.tenant.faults.add("html-200")
    portal.compliance.refresh()
    await until(lambda: portal.compliance.state is ReasonsState.FAILED)
    assert "The reasons could not be read." in words(page)
    assert ipad.serial_end in words(page)
    demo.tenant.faults.clear()
    page.why.again.click()
    await until(lambda: portal.compliance.state is ReasonsState.KNOWN)
    assert "The reasons could not be read." not in words(page)


async def test_an_organisation_may_keep_its_rules_to_itself(
    page: DevicePage, portal: Portal
) -> None:
    galaxy = device_called(portal, "Galaxy")
    portal.details.open(galaxy)
    await until(lambda: portal.details.checked_at)
    portal.compliance.look_at(replace(galaxy, compliance=Compliance.ERROR))
    portal.compliance.refresh()
    await until(lambda: portal.compliance.state is ReasonsState.KNOWN)
    assert "Your organisation does not tell which rule it is." in words(page)
    assert page.why.support.isVisible()


async def test_the_grace_period_names_its_end(page: DevicePage, portal: Portal) -> None:
    ipad = await open_ipad(portal)
    until_when = portal.clock.now() + timedelta(days=3)
    page.why.set_device(replace(ipad, compliance=Compliance.IN_GRACE_PERIOD))
    assert "What to fix" in words(page)
    in_grace = replace(ipad, compliance=Compliance.IN_GRACE_PERIOD, grace_until=until_when)
    page._status.set_device(in_grace, 2)
    assert "Fix 2 things by then." in words(page)
    assert str(until_when.astimezone().day) in words(page)


@pytest.mark.parametrize(("percent", "width"), [(100, 480), (200, 480), (200, 1300)])
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    page: DevicePage,
    portal: Portal,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    percent: int,
    width: int,
) -> None:
    speak(code)
    enlarge(percent)
    await open_ipad(portal)
    page.resize(width, 800)
    await settle()
    assert cut_off(page) == []
    assert without_name(page) == []
