"""The main job, as a person does it: a real browser, the mouse, and the desktop's own bubbles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from companyportal.demo.server import DemoServer
from companyportal.domain import Device
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.views.notification_panel import NotificationRow
from companyportal.views.protected_confirm import WAKES_AFTER_MS
from companyportal.views.router import Place
from companyportal.views.secret_names import SecretNames
from tests.chromium import Chromium
from tests.demo_fixture import StartDemo
from tests.program import until
from tests.proofs import promise, threat
from tests.session_bus import NotificationService
from tests.stories.conftest import SitDown
from tests.stories.main_job_words import ENGLISH, FRENCH, Words
from tests.stories.sitting import Sitting, tokens_held
from tests.virtual_clock import VirtualClock

pytestmark = [pytest.mark.browser, pytest.mark.desktop, pytest.mark.slow]

Service = Callable[..., Awaitable[NotificationService]]


class Scene:
    """The program, the organisation, the browser and the desktop of one story."""

    def __init__(
        self, sitting: Sitting, chromium: Chromium, service: NotificationService, words: Words
    ) -> None:
        self.sitting = sitting
        self.chromium = chromium
        self.service = service
        self.words = words

    @property
    def demo(self) -> DemoServer:
        """The organisation."""
        return self.sitting.demo

    async def sign_in(self) -> None:
        """Chromium types name and password; the program comes back with the devices."""
        sitting, words = self.sitting, self.words
        await until(lambda: sitting.portal.account.state is AccountState.SIGNED_OUT)
        await sitting.click(words.sign_in)
        await until(lambda: sitting.portal.organisation.organisation.name, turns=20_000)
        await self.chromium.settle()
        assert words.close_tab in await self.chromium.text()

    async def to_the_question(self, name: str) -> Device:
        """Out and in again; in between nobody is signed in, and nothing of it is left."""
        sitting, words = self.sitting, self.words
        await sitting.choose(name)
        device = sitting.device(name)
        await sitting.click(words.reset)
        sitting.sees(words.before, words.effect)
        portal = sitting.portal
        held: list[object] = []
        portal.protected.signed_out.connect(
            lambda: held.extend([portal.session.account, *tokens_held(self.demo)])
        )
        portal.protected.signed_out.connect(lambda: held.append(portal.devices.total))
        await sitting.click(words.sign_out)
        await until(lambda: sitting.step is Step.SIGN_IN_AGAIN, turns=20_000)
        sitting.sees(words.again)
        assert held == [None, 0]
        await until(lambda: sitting.step is Step.CONFIRM, turns=20_000)
        await self.chromium.settle()
        assert "prompt=login" in sitting.links[-1]
        assert len(sitting.links) == 2
        return device

    async def confirm(self) -> None:
        """The button sleeps for a second, then one click of the mouse sends one request."""
        sitting, page = self.sitting, self.sitting.window.protected_page.confirm
        assert page.alarm.interval() == WAKES_AFTER_MS >= 1_000
        QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
        assert sitting.step is Step.CONFIRM
        await sitting.confirm()
        await until(lambda: sitting.step is Step.FOLLOWING)
        assert [post.user for post in self.demo.tenant.posts] == [self.chromium.username]

    async def bubble(self) -> dict[str, Any]:
        """What the desktop's own service received."""
        return await self.service.next("Notify")


StartScene = Callable[[Words, VirtualClock | None], AbstractAsyncContextManager[Scene]]


@pytest.fixture
async def start_scene(
    session_bus: str, notification_service: Service, start_demo: StartDemo, sit_down: SitDown
) -> StartScene:
    """Opens the program in a language, with a browser that speaks the same."""

    @asynccontextmanager
    async def start(words: Words, clock: VirtualClock | None) -> AsyncIterator[Scene]:
        service = await notification_service()
        demo = await start_demo(clock=clock, delay_s=1.0)
        async with Chromium(language=words.language) as chromium:
            chromium.username = demo.people[0].username
            sitting = await sit_down(demo, chromium, language=words.language, clock=clock)
            yield Scene(sitting, chromium, service, words)

    return start


def made(scene: Scene, device: Device) -> str:
    """The passcode that the organisation made for the device."""
    demo_device = scene.demo.tenant.device(scene.demo.people[0], device.device_id)
    assert demo_device is not None
    passcode = demo_device.actions[-1].passcode
    assert passcode
    return passcode


async def see_the_passcode(scene: Scene, passcode: str) -> None:
    """Hidden until asked for; shown, the very characters are read out; gone with the page."""
    sitting, words, net = scene.sitting, scene.words, scene.sitting.net
    cells = sitting.window.protected_page.passcode.secret.cells
    sitting.sees(words.ready, words.hidden)
    net.check()
    await sitting.click(words.show)
    spelled = SecretNames().spelled(passcode)
    assert cells.accessibleName().endswith(spelled)
    assert passcode not in sitting.words()
    assert {hit.split()[0] for hit in net.hits()} == {"screen"}
    net.allow("screen", passcode)
    net.check()
    net.forbid("screen", passcode)
    await sitting.click(words.back_to_devices)
    assert not cells.is_shown
    net.check()


async def find_it_behind_the_bell(scene: Scene) -> None:
    """One unread entry; it opens the result, and then nothing is unread."""
    sitting, words = scene.sitting, scene.words
    await sitting.click(words.bell)
    row = next(row for row in sitting.window.findChildren(NotificationRow) if row.isVisible())
    assert words.entry in row.accessibleName()
    await sitting.click_at(row, row.rect().center())
    assert sitting.window.router.place is Place.PROTECTED
    sitting.sees(words.ready, words.hidden)
    assert sitting.portal.notifications.unread == 0


async def click_the_bubble(scene: Scene, bubble: dict[str, Any]) -> None:
    """It has told no name and no passcode, and it opens the result of the device."""
    sitting, words = scene.sitting, scene.words
    told = " ".join((bubble["title"], bubble["body"], *bubble["actions"]))
    assert (bubble["title"], bubble["body"]) == (words.bubble, words.body)
    assert not any(part in told for part in ("Marie", "Dubois", "Galaxy", "Valcombe"))
    scene.service.click(bubble["number"])
    await until(lambda: sitting.window.router.place is Place.PROTECTED)
    sitting.sees(words.ready)


@pytest.mark.parametrize(
    ("words", "is_real_time"), [(ENGLISH, True), (FRENCH, False)], ids=["English", "French"]
)
@promise(1)
@threat("T23")
@threat("T34")
async def test_a_forgotten_passcode_is_reset_with_a_real_browser(
    start_scene: StartScene, words: Words, is_real_time: bool
) -> None:
    clock = None if is_real_time else VirtualClock()
    async with start_scene(words, clock) as scene:
        sitting = scene.sitting
        await scene.sign_in()
        device = await scene.to_the_question("Marie’s Galaxy")
        assert device.serial_number.endswith("7F3K")
        sitting.sees(words.question, words.undone, words.effect, "7F3K")
        await scene.confirm()
        sitting.sees(words.waiting)
        if clock is not None:
            await sitting.let_pass(8)
        await sitting.wait_for(words.ready)
        bubble = await scene.bubble()
        await see_the_passcode(scene, made(scene, device))
        await find_it_behind_the_bell(scene)
        await sitting.click(words.back_to_devices)
        await click_the_bubble(scene, bubble)
        assert len(scene.demo.tenant.posts) == len(scene.demo.tenant.taken) == 1


async def test_the_passcode_of_an_iphone_is_removed_and_none_is_promised(
    start_scene: StartScene,
) -> None:
    words = replace(ENGLISH, effect="The passcode is removed")
    async with start_scene(words, VirtualClock()) as scene:
        sitting = scene.sitting
        seen: list[str] = []
        sitting.portal.protected.changed.connect(lambda: seen.append(sitting.words()))
        await scene.sign_in()
        await scene.to_the_question("Marie’s iPhone")
        await scene.confirm()
        await sitting.let_pass(12)
        await sitting.wait_for("The passcode was removed")
        sitting.sees("No new passcode was made.", "Set a new passcode right away.")
        bubble = await scene.bubble()
        assert bubble["title"] == "Demo: Passcode removed"
        seen.append(sitting.words())
        assert len(seen) > 5
        assert "temporary passcode" not in "\n".join(seen).lower()
        assert len(scene.demo.tenant.posts) == 1
