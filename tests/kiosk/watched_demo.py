"""The demo organisation with somebody who notes which cookies the sign-in pages are sent, and who
can hold back the answers to what changes something.
"""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from companyportal.demo.server import DemoServer


class WatchedDemo(DemoServer):
    """Marks each browser with one more cookie, of the kind that lasts."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.asked: list[tuple[str, str]] = []
        """Path and cookies of each request for a page, in their order."""
        self.held_s = 0.0
        """How long each request for an action waits before it is looked at."""
        self._is_away = False
        self._open: list[web.Request] = []
        self.held_back = 0
        """How many of those that ``hold_start`` meant wait now."""
        self._held_starts = 0
        self._are_let_go = asyncio.Event()

    def unplug(self) -> None:
        """As if somebody had pulled the plug: every connection is cut, and nothing answered."""
        self._is_away = True
        for request in self._open:
            _abort(request)

    def plug_in(self) -> None:
        """It answers again."""
        self._is_away = False

    def hold_start(self) -> None:
        """The next one who asks where the sign-in page is gets no answer, and opens no browser."""
        self._held_starts += 1

    def let_start(self) -> None:
        """Whoever was held back goes on, and nobody else is held back."""
        self._held_starts = 0
        self._are_let_go.set()
        self._are_let_go = asyncio.Event()

    def _apps(self, *words: Any, **options: Any) -> tuple[web.Application, web.Application]:
        pages, programs = super()._apps(*words, **options)
        for site in (pages, programs):
            site.middlewares.insert(0, self._cut)
        pages.middlewares.append(self._note)
        programs.middlewares.append(self._hold)
        return pages, programs

    @web.middleware
    async def _note(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.asked.append((request.path, request.headers.get("Cookie", "")))
        response = await handler(request)
        response.set_cookie("here_before", "yes", max_age=86_400)
        return response

    @web.middleware
    async def _hold(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method == "POST" and "/managedDevices/" in request.path:
            await self.tenant.clock.sleep(self.held_s)
        elif request.path.endswith("/openid-configuration") and self._held_starts:
            self._held_starts -= 1
            self.held_back += 1
            await self._are_let_go.wait()
            self.held_back -= 1
        return await handler(request)

    @web.middleware
    async def _cut(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._is_away:
            _abort(request)
            return web.Response(status=503)
        self._open.append(request)
        try:
            return await handler(request)
        finally:
            self._open.remove(request)


def _abort(request: web.Request) -> None:
    if request.transport is not None:  # else it has gone by itself
        request.transport.abort()
