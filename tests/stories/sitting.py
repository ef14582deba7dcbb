"""A person in front of the program: what they see, what they click, and their browser."""

from __future__ import annotations

import asyncio
import gc
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from companyportal.demo.server import DemoServer
from companyportal.domain import Device
from companyportal.errors import SignInRequired
from companyportal.life import Life
from companyportal.models.account import AccountState
from companyportal.models.device_list import DeviceRole, ListState
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.views.main_window import MainWindow
from tests.program import is_counting, until
from tests.stories.secrets_net import SecretsNet
from tests.virtual_clock import VirtualClock

_TABS = 80


class Sitting:
    """One run of the program with somebody before it; ``links`` are the addresses it opened."""

    def __init__(
        self,
        life: Life,
        demo: DemoServer,
        net: SecretsNet,
        links: list[str],
        clock: VirtualClock | None,
    ) -> None:
        self.life = life
        self.demo = demo
        self.net = net
        self.links = links
        self._clock = clock

    @property
    def portal(self) -> Portal:
        """The parts behind the window."""
        return self.life.portal

    @property
    def window(self) -> MainWindow:
        """What is on the screen."""
        return self.life.window

    @property
    def step(self) -> Step:
        """How far the reset has come."""
        return self.portal.protected.progress.step

    @property
    def clock(self) -> VirtualClock:
        """The time of program and organisation, where the story moves it."""
        assert self._clock is not None
        return self._clock

    # seeing

    def words(self) -> str:
        """Every text that can be read now, one a line; for what is painted, its accessible name."""
        parts = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        return "\n".join(text for part in parts if (text := _text_of(part)))

    def sees(self, *texts: str) -> None:
        """Fails unless each of them can be read now."""
        words = self.words()
        for text in texts:
            assert text in words, f"no “{text}” in:\n{words}"

    async def wait_for(self, text: str) -> None:
        """Until that text can be read."""
        try:
            await until(lambda: text in self.words())
        except AssertionError:
            self.sees(text)
            raise

    def button(self, words: str) -> QAbstractButton:
        """The one button that can be seen with these words, or with this accessible name."""
        found = [
            each
            for each in self.window.findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text(), each.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} buttons “{words}” in:\n{self.words()}"
        return found[0]

    # doing

    async def click(self, words: str) -> None:
        """Press the button with these words by the mouse."""
        button = self.button(words)
        await until(button.isEnabled)
        await self.click_at(button, button.rect().center())

    async def click_at(self, widget: QWidget, spot: QPoint) -> None:
        """Press whatever is really under the mouse there; it has to be ``widget``."""
        await self.scroll_to(widget)
        place = widget.mapTo(self.window, spot)
        hit = self.window.childAt(place)
        assert hit is not None
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} covers {widget}"
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(self.window, place))

    async def scroll_to(self, widget: QWidget) -> None:
        """As a person who looks for something further down."""
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
        await self.rest()

    async def choose(self, name: str, serial_number: str = "") -> None:
        """Click the card of a device."""
        view = self.window.devices_page.view
        await until(lambda: view.isVisible() and self.portal.devices.state is ListState.READY)
        await self.rest()
        index = self._card(name, serial_number)
        await self.click_at(view.viewport(), view.visualRect(index).center())
        await until(lambda: self.portal.details.checked_at is not None)

    async def press(self, key: Qt.Key) -> None:
        """One key, where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        await self.rest()

    async def tab_to(self, words: str) -> None:
        """Press Tab until the button with these words has the focus."""
        for _ in range(_TABS):
            focus = QApplication.focusWidget()
            name = focus.accessibleName() if focus is not None else ""
            if isinstance(focus, QAbstractButton) and words in (focus.text(), name):
                return
            await self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to “{words}” in:\n{self.words()}")

    async def rest(self) -> None:
        """Let layouts and pictures settle."""
        for _ in range(5):
            await asyncio.sleep(0.001)

    async def let_pass(self, seconds: int) -> None:
        """Time goes on, second by second, for the program and for the organisation."""
        for _ in range(seconds):
            await until(lambda: is_counting(self.portal, self.clock))
            await self.clock.advance(1)
            await asyncio.sleep(0.001)

    async def let_pass_until(self, step: Step | None = None, text: str = "") -> None:
        """Time goes on until the reset has come so far, or until a text can be read."""
        for _ in range(600):
            if (step and self.step is step) or (text and text in self.words()):
                return
            await self.let_pass(1)
        raise AssertionError(f"never came to {step or text} but to:\n{self.words()}")

    # whole stretches of the way

    async def sign_in(self) -> None:
        """From the welcome page to the list."""
        await until(lambda: self.portal.account.state is AccountState.SIGNED_OUT)
        await self.click("Sign in")
        await until(lambda: self.portal.devices.state is ListState.READY)
        await until(lambda: self.portal.organisation.organisation.name)

    async def begin_reset(self, name: str = "Marie’s Galaxy", serial_number: str = "") -> None:
        """From the list to the page before anything is done."""
        await self.choose(name, serial_number)
        await self.click("Reset passcode")
        assert self.step is Step.BEFORE_START

    async def to_confirmation(self, name: str = "Marie’s Galaxy", serial_number: str = "") -> None:
        """From the list, out and in again, to the question."""
        await self.begin_reset(name, serial_number)
        await self.click("Sign out")
        await until(lambda: self.step is Step.CONFIRM)
        await until(lambda: self.portal.devices.state is ListState.READY)
        await until(lambda: not {"device", "organisation", "person"} & {*self.portal.tasks.names})

    async def confirm(self) -> None:
        """Press the last button as soon as it has woken."""
        button = self.window.protected_page.confirm.go
        await until(button.isEnabled)
        await self.click_at(button, button.rect().center())

    def device(self, name: str, serial_number: str = "") -> Device:
        """A device of the list."""
        device: Device = self._card(name, serial_number).data(DeviceRole.DEVICE)
        return device

    # what must be true afterwards

    async def assert_signed_out(self) -> None:
        """Nobody is signed in: no session, no token, no list, no open port, nothing running."""
        portal = self.portal
        await self.let_pass(1)
        await until(lambda: not portal.tasks.names)
        assert portal.session.account is None
        with pytest.raises(SignInRequired):
            await portal.session.token()
        assert tokens_held(self.demo) == []
        assert portal.devices.total == 0
        assert portal.devices.state is ListState.IDLE
        assert portal.details.device is None
        assert portal.notifications.entries == ()
        assert portal.store.notifications() == ()
        await self.assert_ports_closed()
        self.net.check()

    async def assert_ports_closed(self) -> None:
        """Nobody listens any more where an answer of the browser was awaited."""
        for link in self.links:
            target = parse_qs(urlsplit(link).query)["redirect_uri"][0]
            port = urlsplit(target).port
            with pytest.raises(OSError, match=r"refused|failed"):
                await asyncio.open_connection("127.0.0.1", port)

    def _card(self, name: str, serial_number: str) -> QModelIndex:
        view = self.window.devices_page.view
        for row in range(self.portal.devices.rowCount()):
            index = view.model().index(row, 0)
            device: Device = index.data(DeviceRole.DEVICE)
            if device.name == name and serial_number in ("", device.serial_number):
                return index
        raise AssertionError(f"no card “{name}”")


def _text_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return text or widget.accessibleName()


def tokens_held(demo: DemoServer) -> list[str]:
    """The kinds of secrets that any of MSAL's caches in this process still holds."""
    import msal

    gc.collect()
    caches: list[Any] = [each for each in gc.get_objects() if isinstance(each, msal.TokenCache)]
    held = "".join(json.dumps(vars(cache)["_cache"]) for cache in caches)
    return [secret[:8] for secret in demo.tenant.secrets if secret in held]
