"""A kiosk from outside: what can be seen of it, and hands before it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from tests.kiosk.run import Run
from tests.kiosk.seen import Part, Window, window_of

_LIMIT_S = 60
_PAUSE_S = 0.05
"""Between two looks."""
READY = "Touch to start"


class Kiosk(Run):
    """A run with somebody before it."""

    clicks = 0

    # waiting

    async def until(self, condition: Callable[[], Awaitable[object]], what: str = "") -> Any:
        """Wait for something while no time passes; what it was."""
        until_s = time.monotonic() + _LIMIT_S
        while time.monotonic() < until_s:
            if found := await condition():
                return found
            await asyncio.sleep(_PAUSE_S)
        raise AssertionError(f"never: {what}\n{await self.described()}")

    async def pass_until(
        self, condition: Callable[[], Awaitable[object]], what: str = "", *, most_s: int = 60
    ) -> Any:
        """Wait for something that takes its time."""
        for _ in range(most_s):
            if found := await condition():
                return found
            await self.pass_s(1)
            await asyncio.sleep(_PAUSE_S)
        return await self.until(condition, what)

    # seeing

    async def look(self) -> list[Window]:
        """All windows of ours that can be seen."""
        answers = await self.ask_all({"look": "windows"})
        windows = [
            window_of(owner.partition("-")[0], each)
            for owner, windows in answers.items()
            for each in windows
        ]
        assert [each.words for each in windows if each.has_raw_plural] == []
        return windows

    async def is_there(self, owner: str) -> bool:
        """One of its windows is on the screen."""
        return bool(await self.shown_by(owner))

    async def shown_by(self, owner: str) -> list[str]:
        """The names of those processes that have a window on the screen."""
        answers = await self.ask_all({"look": "windows"})
        return [name for name, windows in answers.items() if windows and name.startswith(owner)]

    async def texts(self) -> dict[str, list[str]]:
        """Every text of every widget, seen or not, by the process that has it."""
        return await self.ask_all({"look": "texts"})

    async def described(self) -> str:
        """For whoever has to find out what went wrong."""
        windows = "\n".join(f"{w.owner} {w.kind}:\n{w.words}" for w in await self.look())
        return f"{windows}\n{self.log[-4_000:]}"

    async def words(self, owner: str = "visit") -> str:
        """All that can be read on the windows of one of them."""
        return "\n".join(each.words for each in await self.look() if each.owner == owner)

    async def sees(self, text: str, owner: str = "visit") -> None:
        """Wait until it can be read."""

        async def is_there() -> bool:
            return text in await self.words(owner)

        await self.until(is_there, f"“{text}”")

    async def pass_sees(self, text: str, owner: str = "visit") -> None:
        """Wait until it can be read, and let time pass meanwhile."""

        async def is_there() -> bool:
            return text in await self.words(owner)

        await self.pass_until(is_there, f"“{text}”")

    async def words_with(self, beginning: str) -> str:
        """The words of the button that begin so, as soon as it can be seen."""

        async def found() -> str:
            parts = [part for window in await self.look() for part in window.parts]
            texts = [each.text for each in parts if each.is_button]
            return next((text for text in texts if text.startswith(beginning)), "")

        return str(await self.until(found, beginning))

    async def is_writing(self) -> bool:
        """The keyboard is in a field."""
        parts = [part for window in await self.look() for part in window.parts]
        return any(each.has_focus and each.is_field for each in parts)

    async def has_page(self) -> bool:
        """Somebody was asked for a name and a password, and has not answered."""
        asked = [each for each in self.demo.tenant.requests if each.path.endswith("/authorize")]
        return bool(asked) and asked[-1].method == "GET"

    @property
    def sent(self) -> int:
        """How many requests that change something have come to the service, answered or not."""
        requests = self.demo.tenant.requests
        return sum(each.method == "POST" and "/managedDevices/" in each.path for each in requests)

    async def is_ready(self) -> bool:
        """The station waits for a visitor, and nothing covers it."""
        windows = await self.look()
        ours = [each for each in windows if each.owner == "station"]
        return len(windows) == len(ours) == 1 and READY in ours[0].words

    async def ready(self) -> None:
        """Wait until the next visitor may come."""
        await self.pass_until(self.is_ready, "ready", most_s=20)

    async def find(self, words: str, owner: str = "visit") -> Part | None:
        """The one button of that name; None where there is none, or it cannot be pressed yet."""
        parts = [p for w in await self.look() if w.owner == owner for p in w.parts]
        found = [each for each in parts if each.is_button and each.is_called(words)]
        found = [each for each in found if each.is_enabled] or found
        return found[0] if found and found[0].is_enabled else None

    # doing

    async def begin(self) -> None:
        """Touch the screen."""
        await self.click(READY, "station")

    async def click(self, words: str, owner: str = "visit") -> None:
        """Press the button of that name by the mouse, as soon as it can be."""
        self.clicks += 1
        part = await self.shown(words, owner)
        await self.click_at(*part.middle)

    async def click_at(self, x: int, y: int, button: int = 1) -> None:
        """Press whatever is there."""
        await self.hands("mousemove", str(x), str(y), "click", str(button))

    async def shown(self, words: str, owner: str = "visit") -> Part:
        """That button, scrolled to where it can be seen, and at rest."""
        before: Part | None = None

        async def is_at_rest() -> Part | None:
            nonlocal before
            part = await self.find(words, owner)
            if part is not None and not part.is_whole:
                await self.hands("mousemove", "640", "500", "click", "5")
                return None
            was, before = before, part
            return part if part is not None and was == part else None

        found: Part = await self.until(is_at_rest, f"the button “{words}”")
        return found

    async def press(self, *keys: str) -> None:
        """Keys or chords, one after another, wherever the keyboard is."""
        await self.hands("key", *keys)

    async def type(self, text: str) -> None:
        """Write it, wherever the keyboard is."""
        await self.hands("type", "--delay", "2", text)

    async def shown_anywhere(self, words: str, owner: str = "visit") -> None:
        """Wait for that button, also below the edge of the window."""

        async def is_there() -> bool:
            return await self.find(words, owner) is not None

        await self.until(is_there, f"the button “{words}”")

    async def tab_to(self, words: str, owner: str = "visit") -> None:
        """Tab until that button has the focus."""

        async def is_there() -> bool:
            part = await self.find(words, owner)
            return part is not None and part.has_focus

        for _ in range(60):
            if await is_there():
                return
            await self.press("Tab")
            await asyncio.sleep(_PAUSE_S)
        raise AssertionError(f"Tab never came to “{words}”\n{await self.described()}")

    async def hands(self, *words: str) -> str:
        """What xdotool does; its answer."""
        return await asyncio.to_thread(self.screen.ask, *words)
