"""Bubbles on Linux, seen by an independent notification service on a private bus."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from companyportal.desktop.bus_bubbles import BusBubbles
from tests.proofs import promise, threat
from tests.session_bus import NotificationService, private_bus

pytestmark = pytest.mark.desktop
Start = Callable[..., Awaitable[NotificationService]]


@pytest.fixture
async def bubbles(session_bus: str) -> AsyncIterator[BusBubbles]:
    bubbles = BusBubbles()
    yield bubbles
    await bubbles.close()


async def _clicked(bubbles: BusBubbles, service: NotificationService, number: int) -> str:
    """Let the person click the bubble of that number; the notification that the program names."""
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    bubbles.clicked.connect(future.set_result)
    service.click(number)
    try:
        async with asyncio.timeout(60):
            return await future
    finally:
        bubbles.clicked.disconnect(future.set_result)


async def test_a_bubble_arrives_with_title_body_and_the_program_it_belongs_to(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service()
    QGuiApplication.setApplicationDisplayName("Company Portal")
    await bubbles.start()

    assert await bubbles.show("n1", "Passcode reset", "“Ada’s phone” has answered.")

    call = await service.next("Notify")
    assert (call["title"], call["body"]) == ("Passcode reset", "“Ada’s phone” has answered.")
    assert (call["app"], call["replaces"], call["timeout"]) == ("Company Portal", 0, -1)
    assert call["actions"] == ["default", "Passcode reset"]
    assert call["hints"]["urgency"] == 1
    assert call["hints"]["desktop-entry"]


@promise(5)
@threat("T21")
async def test_markup_in_a_name_is_shown_as_typed_where_the_service_reads_markup(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service("--features", "body,body-markup")

    assert await bubbles.show("n1", "<b>T</b>", "<img src='file:///etc/passwd'> & <b>x</b>")

    call = await service.next("Notify")
    assert call["title"] == "<b>T</b>"
    assert call["body"] == "&lt;img src='file:///etc/passwd'&gt; &amp; &lt;b&gt;x&lt;/b&gt;"
    assert call["actions"] == []


async def test_a_service_that_reads_no_markup_gets_the_plain_body(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service("--features", "body,actions")

    assert await bubbles.show("n1", "T", "R&D <1>\u202e\nx\ud800")

    assert (await service.next("Notify"))["body"] == "R&D <1> x"


async def test_a_click_names_the_notification_and_lets_the_window_come_to_the_front(
    bubbles: BusBubbles, notification_service: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    service = await notification_service()
    await bubbles.show("n1", "One", "")
    await bubbles.show("n2", "Two", "")
    second = (await service.next("Notify"), await service.next("Notify"))[1]

    assert await _clicked(bubbles, service, second["number"]) == "n2"
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-of-the-click"


async def test_the_same_notification_takes_the_place_of_its_first_bubble(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service()
    await bubbles.show("n1", "Waiting", "")
    first = await service.next("Notify")

    await bubbles.show("n1", "Finished", "")

    assert (await service.next("Notify"))["replaces"] == first["number"]


async def test_a_bubble_that_was_dismissed_is_not_replaced_but_made_anew(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service()
    await bubbles.show("n1", "One", "")
    await bubbles.show("n2", "Two", "")
    numbers = [(await service.next("Notify"))["number"] for _ in range(2)]
    service.dismiss(numbers[0])
    service.dismiss(numbers[1], reason=1)
    # A click is told after the two: when it arrives they have arrived as well.
    clicked = await _clicked(bubbles, service, numbers[1])
    assert clicked == "n2", "an expired bubble can still be clicked in the desktop's list"

    await bubbles.show("n1", "One", "")

    assert (await service.next("Notify"))["replaces"] == 0


@threat("T34")
async def test_withdrawn_bubbles_are_closed_and_the_others_stay(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service()
    for name in ("n1", "n2", "n3"):
        await bubbles.show(name, name, "")
    numbers = [(await service.next("Notify"))["number"] for _ in range(3)]

    await bubbles.withdraw("n1")
    await bubbles.withdraw("never shown")
    assert (await service.next("CloseNotification"))["number"] == numbers[0]

    await bubbles.withdraw_all()
    closed = {(await service.next("CloseNotification"))["number"] for _ in range(2)}
    assert closed == set(numbers[1:])


@threat("T34")
async def test_a_bubble_on_its_way_at_sign_out_is_withdrawn_as_well(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    service = await notification_service()

    await asyncio.gather(bubbles.show("n1", "One", ""), bubbles.withdraw_all())

    number = (await service.next("Notify"))["number"]
    assert (await service.next("CloseNotification"))["number"] == number


async def test_without_a_service_nothing_is_shown_until_one_appears(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    await bubbles.start()
    assert not await bubbles.show("n1", "One", "")
    await bubbles.withdraw_all()

    service = await notification_service()

    assert await bubbles.show("n1", "One", "")
    assert (await service.next("Notify"))["title"] == "One"


async def test_numbers_of_a_service_that_restarted_are_forgotten(
    bubbles: BusBubbles, notification_service: Start
) -> None:
    first = await notification_service("--features", "body")
    await bubbles.show("n1", "One", "")
    await first.stop()
    second = await notification_service("--features", "body,actions")

    assert await bubbles.show("n1", "One", "")

    call = await second.next("Notify")
    assert call["replaces"] == 0
    assert call["actions"], "what the new service can do was asked again"


async def test_a_service_that_hangs_is_given_up(
    session_bus: str, notification_service: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    bubbles = BusBubbles()
    service = await notification_service()
    assert await bubbles.show("n1", "One", "")
    await service.hang()
    monkeypatch.setattr(bubbles._bus, "_limit_s", 0.1)

    assert not await bubbles.show("n2", "Two", "")

    await bubbles.withdraw_all()
    await bubbles.close()
    assert not await bubbles.show("n3", "Three", ""), "closed is closed"


async def test_a_bus_that_ends_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    bubbles = BusBubbles()
    for title in ("One", "Two"):
        with private_bus() as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            service = await NotificationService.start(address)
            assert await bubbles.show("n1", title, "")
            call = await service.next("Notify")
            assert (call["title"], call["replaces"]) == (title, 0)
            await service.stop()
        assert not await bubbles.show("n1", title, "")
        await bubbles.withdraw("n1")
    await bubbles.close()


async def test_the_bus_of_the_runtime_folder_is_found_without_its_address(
    session_bus: str, notification_service: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await notification_service()
    (tmp_path / "bus").symlink_to(session_bus.removeprefix("unix:path=").partition(",")[0])
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bubbles = BusBubbles()

    assert await bubbles.show("n1", "One", "")

    await bubbles.close()


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere", "disabled:", "nonsense", "unix:"])
async def test_without_a_bus_nothing_is_shown_and_nothing_raises(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    bubbles = BusBubbles()
    await bubbles.start()
    assert not await bubbles.show("n1", "One", "")
    await bubbles.withdraw_all()
    await bubbles.close()


async def test_a_signal_of_another_program_is_no_click(
    bubbles: BusBubbles, notification_service: Start, session_bus: str
) -> None:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

    service = await notification_service()
    await bubbles.show("n1", "One", "")
    await bubbles.show("n2", "Two", "")
    numbers = [(await service.next("Notify"))["number"] for _ in range(2)]
    clicks: list[str] = []
    bubbles.clicked.connect(clicks.append)
    foreign = await MessageBus(bus_address=session_bus).connect()
    name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
    names = await foreign.call(
        Message("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames")
    )
    assert names is not None
    for unique in names.body[0]:
        forged = Message.new_signal(path, name, "ActionInvoked", "us", [numbers[0], "default"])
        forged.destination = unique
        await foreign.send(forged)
    # The bus keeps the order of one sender only, so a call of ours is waited for as well.
    await foreign.call(Message("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId"))
    foreign.disconnect()
    await foreign.wait_for_disconnect()  # type: ignore[no-untyped-call]

    await _clicked(bubbles, service, numbers[1])

    assert clicks == ["n2"]
