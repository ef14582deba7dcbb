"""Between the fresh sign-in and the last click: whatever changes there, nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from dbus_fast import Message
from dbus_fast.aio import MessageBus
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from companyportal.demo.devices import DemoDevice
from companyportal.models.protected_progress import Step
from companyportal.views.protected_confirm import WAKES_AFTER_MS
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.program import reading_ends, until
from tests.proofs import fault, promise, threat
from tests.stories.sitting import Sitting

INTERRUPTED = ("This computer was locked or went to sleep", "Nothing was sent to the device.")


def demo_device(sitting: Sitting, name: str = "Marie’s Galaxy") -> DemoDevice:
    """The device itself, not what the program knows of it."""
    tenant = sitting.demo.tenant
    every = (device for person in tenant.people for device in tenant.devices_of(person))
    return next(each for each in every if each.record.properties["deviceName"] == name)


async def over(sitting: Sitting, *words: str) -> None:
    """Ended in these words with nothing sent; the button to send has gone."""
    await until(lambda: sitting.step is Step.ENDED)
    sitting.sees(*words)
    assert sitting.demo.tenant.posts == []
    assert not sitting.window.protected_page.confirm.isVisible()
    assert not sitting.portal.store.open_operations(sitting.portal.account.account.person)  # type: ignore[union-attr]
    await sitting.assert_ports_closed()


async def lock_the_screen(address: str) -> None:
    """As a desktop tells it, by a program that knows nothing of ours."""
    bus = await MessageBus(bus_address=address).connect()
    path, name = "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"
    await bus.send(Message.new_signal(path, name, "ActiveChanged", "b", [True]))
    bus.disconnect()


@pytest.mark.desktop
async def test_the_computer_is_locked(session_bus: str, signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    await lock_the_screen(session_bus)
    await over(signed_in, *INTERRUPTED)
    await signed_in.click("Start again")
    assert signed_in.step is Step.BEFORE_START


@threat("T09")
@pytest.mark.desktop
async def test_the_computer_is_locked_to_fetch_the_phone(
    session_bus: str, signed_in: Sitting, hands: Hands, browser: HttpBrowser
) -> None:
    hands.does = "nothing"
    await signed_in.begin_reset()
    await signed_in.click("Sign out")
    await until(lambda: len(hands.opened) == 2)
    await lock_the_screen(session_bus)
    await browser.sign_in(hands.opened[-1])
    await until(lambda: signed_in.step is Step.CONFIRM)


@threat("T08")
@promise(3)
@pytest.mark.parametrize("hours", [1, -1])
async def test_the_wall_clock_is_moved_by_an_hour(signed_in: Sitting, hours: int) -> None:
    await signed_in.to_confirmation()
    signed_in.clock.wall += timedelta(hours=hours)
    await signed_in.let_pass(1)
    await over(signed_in, *INTERRUPTED)


@threat("T09")
@fault("R17")
@promise(3)
async def test_the_computer_sleeps_and_nobody_tells(signed_in: Sitting) -> None:
    """The boot clock goes on in suspend, also where no signal comes."""
    await signed_in.to_confirmation()
    signed_in.clock.boot += 2 * 3_600
    signed_in.clock.wall += timedelta(hours=2)
    await signed_in.confirm()
    await over(signed_in, "Time is up", "Nothing was changed. Start again.")


def _other_serial_number(device: DemoDevice) -> None:
    properties = {**device.record.properties, "serialNumber": "ANOTHER00001"}
    device.record = replace(device.record, properties=properties)


def _other_owner(device: DemoDevice) -> None:
    device.owner = replace(device.owner, user_id="00000000-0000-4000-8000-0000000000aa")


def _other_system(device: DemoDevice) -> None:
    properties = {**device.record.properties, "operatingSystem": "Windows"}
    device.record = replace(device.record, properties=properties)


def _other_name(device: DemoDevice) -> None:
    properties = {**device.record.properties, "deviceName": "Marie’s old phone"}
    device.record = replace(device.record, properties=properties)


CHANGES: list[Callable[[DemoDevice], None]] = [
    _other_serial_number,
    _other_owner,
    _other_system,
    _other_name,
]


@threat("T27")
@pytest.mark.parametrize("change", CHANGES)
async def test_the_device_has_changed_before_the_click(
    signed_in: Sitting, change: Callable[[DemoDevice], None]
) -> None:
    await signed_in.to_confirmation()
    change(demo_device(signed_in))
    await signed_in.confirm()
    await over(
        signed_in,
        "This device has changed in the meantime",
        "Nothing was sent to the device.",
        "It is no longer exactly what you confirmed, so the request was dropped.",
    )


async def test_somebody_else_was_faster(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    clock = signed_in.clock
    demo_device(signed_in).ask(
        "resetPasscode", now=clock.now(), boot_s=clock.boot_s(), delay_s=60.0
    )
    await signed_in.confirm()
    await over(signed_in, "This device has changed in the meantime")


async def test_the_device_was_removed(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    signed_in.demo.tenant.faults.add("gone")
    await signed_in.confirm()
    await over(signed_in, "This device is no longer in the list", "Nothing was reset.")


RESET = "reset-passcode"
TROUBLE = {
    "forbidden": ("Your organisation does not allow you to do this.", "Nothing was changed."),
    "throttle": ("The device service is busy.", "Nothing was changed. Try again in 7 seconds."),
    "storm-503": ("The device service does not answer.", "Nothing was changed."),
    "html-200": ("This network wants you to sign in to it first.", "Nothing was changed."),
}


@pytest.mark.parametrize("fault", TROUBLE)
async def test_the_service_refuses_before_anything_is_sent(signed_in: Sitting, fault: str) -> None:
    await signed_in.to_confirmation()
    signed_in.demo.tenant.faults.add(fault)
    await signed_in.confirm()
    await reading_ends(signed_in.portal, signed_in.clock, RESET)
    signed_in.sees(*TROUBLE[fault])
    assert signed_in.demo.tenant.posts == []
    QGuiApplication.clipboard().clear()
    bar = signed_in.window.protected_page.confirm.bar
    await signed_in.click_at(bar.copy, bar.copy.rect().center())
    details = QGuiApplication.clipboard().text()
    assert "Task: reset-passcode" in details
    assert "marie" not in details.lower()
    signed_in.demo.tenant.faults.clear()
    await signed_in.confirm()
    await reading_ends(signed_in.portal, signed_in.clock, RESET)
    assert len(signed_in.demo.tenant.posts) == 1


async def test_the_session_was_revoked(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    signed_in.demo.tenant.faults.add("revoked-refresh")
    signed_in.demo.tenant.faults.add("claims-challenge-endless")
    await signed_in.confirm()
    await signed_in.let_pass_until(text="Your session has ended.")
    assert signed_in.demo.tenant.posts == []


async def test_the_last_button_sleeps_for_a_second(signed_in: Sitting) -> None:
    page = signed_in.window.protected_page.confirm
    assert WAKES_AFTER_MS >= 1_000
    page.alarm.setInterval(600 * WAKES_AFTER_MS)  # a busy computer takes its time to get there
    await signed_in.to_confirmation()
    for _ in range(2):
        QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert signed_in.step is Step.CONFIRM
    assert page.alarm.isActive()
    assert not page.go.isEnabled()
    page.alarm.setInterval(0)
    await signed_in.confirm()
    await until(lambda: signed_in.step is Step.FOLLOWING)
    assert len(signed_in.demo.tenant.posts) == 1
