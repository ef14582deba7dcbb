"""The life of one visit: made in advance, begun by the station, and over for good.

One visitor is one process, because Python keeps copies of freed secrets in its memory; so the end
of the process is the end of everything that it knew. Nothing is kept on disk.
"""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path

from companyportal import logs
from companyportal.auth.reachable import reach
from companyportal.clock import Clock
from companyportal.desktop import browser_keys, core_dumps
from companyportal.desktop.browser_command import Place
from companyportal.desktop.bubbles import NullBubbles
from companyportal.desktop.global_key import GlobalKey
from companyportal.desktop.kiosk_browser import KioskBrowser
from companyportal.desktop.last_input import idle_s
from companyportal.desktop.station_pipe import StationPipe
from companyportal.endpoints import Endpoints
from companyportal.kiosk_rules import KioskRules
from companyportal.models.visit import Visit, VisitState
from companyportal.portal import Keeps, Portal, build, join
from companyportal.settings import Loaded
from companyportal.store import Journal
from companyportal.views.close_tab_page import close_tab_page
from companyportal.views.kiosk_input import END_KEYS, KioskInput
from companyportal.views.language import Language
from companyportal.views.visit_window import VisitWindow
from companyportal.visit import VisitEnd
from companyportal.visit_messages import (
    Alive,
    Begin,
    Chosen,
    End,
    Ended,
    Ending,
    Message,
    Reachable,
    Ready,
    Trouble,
)
from companyportal.visiting import give_up_sign_in, join_visit

_HEAVY = ("aiohttp", "companyportal.graph.wire", "companyportal.auth.msal_client", "jwt")
_ALIVE_S = 1.0
_REACH_S = 30.0
"""How often a visit that waits asks whether anybody could sign in."""


class VisitLife:
    """One visitor's program."""

    def __init__(
        self,
        loaded: Loaded,
        endpoints: Endpoints,
        rules: KioskRules,
        language: Language,
        pipe: StationPipe,
        folder: Path,
        *,
        clock: Clock,
        journal: Journal | None = None,
    ) -> None:
        self._endpoints = endpoints
        self._pipe = pipe
        self._is_over = asyncio.Event()
        self._keys, self._lead_on = _keys_of(rules)
        self.browser = KioskBrowser(rules, folder, endpoints)
        self.portal: Portal = build(
            loaded=loaded,
            endpoints=endpoints,
            open_url=self._open_sign_in,
            clock=clock,
            keeps=Keeps(folder=None, user_file=folder / "settings.toml", journal=journal),
            bubbles=NullBubbles(),
            sign_in_page=close_tab_page,
        )
        p = self.portal
        join(p)
        self.visit = Visit(rules=rules, clock=p.clock, tasks=p.tasks, system_idle_s=idle_s)
        join_visit(p.models, self.visit, self.browser, p.session_events)
        self.input = KioskInput()
        self.window = self._make_window(language, rules)
        self._join()

    async def live(self) -> int:
        """Until the visit is over and nothing of it is left but this process; the exit code."""
        p = self.portal
        self._pipe.start()
        core_dumps.hide_memory()
        logs.tell_of_uncaught(self._on_uncaught)
        p.tasks.start("alive", self._say_alive)
        p.tasks.start("session-events", p.session_events.start)
        await self._get_ready()
        self._pipe.say(Ready())
        p.tasks.start("reach", self._look_around)
        await self._is_over.wait()
        await self._close()
        return 0

    def _make_window(self, language: Language, rules: KioskRules) -> VisitWindow:
        p = self.portal
        return VisitWindow(
            p.models,
            self.visit,
            clock=p.clock,
            language=language,
            rules=rules,
            is_demo=self._endpoints.is_demo,
        )

    def _open_sign_in(self, url: str) -> bool:
        """Below the bar, in the visitor's language."""
        window = self.window
        self.browser.place = Place(
            window.browser_area, ratio=window.devicePixelRatioF(), comfort=window.comfort
        )
        is_open = self.browser.open(url)
        # The address was told before: nobody else hears that the browser is there now.
        self.visit.note_browser(is_open)
        return is_open

    def leave(self) -> None:
        """Somebody wants the process to end."""
        self.visit.end(VisitEnd.STATION)

    # before anybody comes

    async def _get_ready(self) -> None:
        """Everything that would make a visitor wait."""
        for name in _HEAVY:
            await asyncio.to_thread(importlib.import_module, name)
        self.portal.account.restore()
        for _ in self.window.make_all():
            await asyncio.sleep(0)

    async def _say_alive(self) -> None:
        while True:
            self._pipe.say(Alive())
            await self.portal.clock.sleep(_ALIVE_S)

    async def _look_around(self) -> None:
        while self.visit.state is VisitState.WAITING:
            found = await reach(self._endpoints, self.portal.clock)
            self._pipe.say(Reachable(found.is_reachable, found.is_clock_right))
            await self.portal.clock.sleep(_REACH_S)

    # the visit

    def _join(self) -> None:
        p, visit = self.portal, self.visit
        self._pipe.told.connect(self._on_told)
        self._keys.pressed.connect(lambda: visit.end(VisitEnd.ASKED))
        self._lead_on.pressed.connect(self.window.bar.pass_keyboard_on)
        for keys in (self._keys, self._lead_on):
            visit.changed.connect(lambda keys=keys: keys.hold(self.browser.is_open))
        visit.changed.connect(self.browser.look)
        self.input.happened.connect(visit.note_input)
        self.browser.closed.connect(lambda: give_up_sign_in(p.models))
        self.window.comfort_chosen.connect(lambda comfort: self._pipe.say(Chosen(comfort)))
        visit.ending.connect(self._on_ending)
        visit.over.connect(self._is_over.set)
        p.tasks.failed.connect(lambda _, error: self._pipe.say(Trouble(type(error).__name__)))
        for model in (p.account, p.protected):
            model.returned.connect(self.window.come_to_front)

    def _on_told(self, message: Message) -> None:
        if isinstance(message, Begin) and self.visit.state is VisitState.WAITING:
            self.portal.tasks.start("begin", self._begin, message)
        elif isinstance(message, End):
            self.leave()

    async def _begin(self, told: Begin) -> None:
        for _ in self.window.wear(told.comfort):
            await asyncio.sleep(0)
        if self.visit.state is not VisitState.WAITING:
            return
        p = self.portal
        p.tasks.cancel("reach")
        p.reconnect.set_watched(True)
        self.visit.begin()
        self.window.appear(told.place)
        p.account.sign_in()

    def _on_ending(self, why: VisitEnd) -> None:
        self._pipe.say(Ending(why, self.visit.is_sending))

    async def _close(self) -> None:
        reason = self.visit.reason
        assert reason is not None
        logs.tell_of_uncaught(None)
        is_unknown = self.visit.is_unknown  # what is closed is no longer on its way
        self._keys.close()
        self._lead_on.close()
        await self.portal.close()
        self._pipe.say(Ended(reason, is_unknown))

    def _on_uncaught(self, error: BaseException) -> None:
        if isinstance(error, Exception):
            self._pipe.say(Trouble(type(error).__name__))
            self.portal.messages.show_error("program", error)


def _keys_of(rules: KioskRules) -> tuple[GlobalKey, GlobalKey]:
    """While the browser is open: what ends the visit, and what leads on from the browser. In a
    window of somebody's desk other programs keep theirs.
    """
    heard, lead_on = END_KEYS.lower(), GlobalKey(browser_keys.LEAD_ON)
    if not rules.is_full_screen:
        return GlobalKey(heard), lead_on
    return GlobalKey(heard, browser_keys.CHORDS, browser_keys.BUTTONS), lead_on
