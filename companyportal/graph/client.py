"""One authorised request to the device service, and what becomes of it.

Two kinds, and nothing between them: a read, which may be repeated, and a change, which is sent once
and never again. Every request gets its token in one place, ``_headers``, and only for an address
that the configured service owns.

Source: https://learn.microsoft.com/graph/use-the-api
"""

from __future__ import annotations

import asyncio
import json
import random as jitter
from collections.abc import AsyncGenerator, Callable, Mapping
from datetime import datetime
from typing import Any

from companyportal import __version__
from companyportal.clock import Clock
from companyportal.endpoints import Endpoints
from companyportal.errors import (
    CaptivePortal,
    MoreProofRequired,
    OutcomeUnknown,
    PortalError,
    RequestRefused,
    ServiceFailed,
    SignInRequired,
    Throttled,
)
from companyportal.graph.addresses import ServiceAddress
from companyportal.graph.answers import (
    JSON,
    PICTURE,
    Answer,
    Refusal,
    Reply,
    picture_of,
    refusal_of,
    reply_of,
)
from companyportal.graph.bearer import Bearer, Challenged, Token, nobody
from companyportal.graph.breaker import Breaker
from companyportal.graph.patience import Patience, Throttle, Waits, unheard
from companyportal.graph.request import MayLeave, Request, always
from companyportal.graph.transport import Limits, Transport, unheeded

LARGEST_DOCUMENT = 64 * 1024
"""Bytes after decompression; a device with all its action results takes a few thousand."""
LARGEST_PAGE = 4 * 1024 * 1024
"""Bytes; 1,000 devices take 0.7 MB as selected and 3 MB where a gateway ignores $select."""
MOST_PAGES = 500
SHORTEST_TRY_S = 1.0
"""With less time left a read is not repeated; aiohttp takes a limit of nothing for no limit."""


class GraphClient:
    """Reads and changes at the service the program is configured for; one for each person."""

    def __init__(
        self,
        *,
        endpoints: Endpoints,
        clock: Clock,
        token: Token,
        challenged: Challenged = nobody,
        waits: Waits = unheard,
        limits: Limits | None = None,
        random: Callable[[], float] = jitter.random,
        on_date: Callable[[datetime], None] = unheeded,
    ) -> None:
        """``on_date`` is told the service's time with each answer."""
        self._service = ServiceAddress(endpoints.service)
        self._clock = clock
        self._token = token
        self._challenged = challenged
        self._waits = waits
        self._limits = limits or Limits()
        self._random = random
        self._transport = Transport(endpoints, self._limits, on_date)
        self._throttle = Throttle(clock)
        self._breaker = Breaker(clock)

    async def get(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        beta: bool = False,
        at_most: int = LARGEST_DOCUMENT,
        may_leave: MayLeave = always,
    ) -> Reply:
        """Read one document of up to ``at_most`` bytes; ``beta`` takes Graph's next version.

        ``may_leave`` is asked just before the first byte of each try.

        Raises: Offline, Withheld, CaptivePortal, SignInRequired, NotPermitted, NotFound, Conflict,
        Throttled, RequestRefused, ServiceFailed, ForeignAddress; ServiceResting: nothing was sent.
        """
        address = self._service.address(path, query, beta=beta)
        return await self._read(address, at_most, may_leave)

    async def picture(self, path: str, *, at_most: int) -> bytes:
        """Read a picture of up to ``at_most`` bytes; empty where there is none. Nobody has looked
        into it yet.

        Raises: as ``get``.
        """
        return (await self._read(self._service.address(path), at_most, accept=PICTURE)).body

    async def pages(
        self, path: str, query: Mapping[str, str] | None = None
    ) -> AsyncGenerator[Reply, None]:
        """Read page after page as the service links them, each address once, for a minute and 500
        pages at the most.

        Where the last page still names a next one, the list is not complete. Raises: as ``get``.
        """
        from companyportal.graph.decoding import next_link

        address: str | None = self._service.address(path, query)
        seen: set[str] = set()
        until = self._clock.boot_s() + self._limits.list_s
        while address and address not in seen and len(seen) < MOST_PAGES:
            seen.add(address)
            reply = await self._read(address, LARGEST_PAGE)
            yield reply
            link = next_link(reply.body)
            address = self._service.checked(link, beta=False) if link else None
            if self._clock.boot_s() >= until:
                break

    async def post_once(
        self,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        beta: bool = False,
        may_leave: MayLeave = always,
    ) -> None:
        """Ask for a change, once. Returns when the service has accepted it.

        ``body`` is sent as JSON; without one the request has none. ``may_leave`` is asked last, on
        the open connection, just before the first byte.

        Raises: SignInError, Offline where there was no token or no connection, Withheld,
        ServiceResting, and whatever ``is_unsent``: nothing was sent; NotPermitted, NotFound,
        Conflict, Throttled, RequestRefused (a 401 too), MoreProofRequired where the service
        refused; OutcomeUnknown for everything else. Cancelled after the first byte the outcome is
        unknown too, and CancelledError cannot say so.
        """
        await self._change("POST", path, body, beta=beta, may_leave=may_leave)

    async def patch_once(
        self, path: str, body: Mapping[str, Any], *, may_leave: MayLeave = always
    ) -> None:
        """Change members of what ``path`` names, once. Raises: as ``post_once``."""
        await self._change("PATCH", path, body, beta=False, may_leave=may_leave)

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    async def _change(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        *,
        beta: bool,
        may_leave: MayLeave,
    ) -> None:
        try:
            address = self._service.address(path, beta=beta)
            request = Request(
                method=method,
                address=address,
                headers=self._headers(address, await self._token()),
                within_s=self._limits.change_s,
                may_leave=may_leave,
            )
            if body is not None:
                request.headers["Content-Type"] = "application/json"
                request.body = json.dumps(body).encode()
            self._throttle.check()
            self._breaker.check()
        except PortalError as error:
            error.is_unsent = True
            raise
        try:
            answer = await self._transport.send(request)
        except OutcomeUnknown:
            self._breaker.failed()
            raise
        self._judge(answer)

    def _judge(self, answer: Answer) -> None:
        """What the answer to a change means; returns where the service has accepted it."""
        if answer.status >= 500:
            self._breaker.failed()
        if answer.is_success and not answer.is_page:
            return
        if not 400 <= answer.status < 500 or answer.status == 408 or answer.is_page:
            raise OutcomeUnknown(status=answer.status, request_id=answer.request_id)
        error = refusal_of(answer)
        if isinstance(error, SignInRequired):
            # The service has answered: whatever was wrong with the token, this use is spent.
            if answer.claims:
                self._challenged(answer.claims)
            kind = MoreProofRequired if answer.claims else RequestRefused
            raise kind(status=error.status, code=error.code, request_id=error.request_id)
        if isinstance(error, Throttled) and error.retry_after_s:
            self._throttle.hold(error.retry_after_s)
        raise error

    async def _read(
        self, address: str, at_most: int, may_leave: MayLeave = always, accept: str = JSON
    ) -> Reply:
        bearer = Bearer(self._token, self._challenged)
        patience = Patience(self._clock, self._random, self._waits)
        left_s = self._limits.read_s
        while True:
            await patience.pass_gate(self._throttle)
            request = Request(
                address=address,
                headers=self._headers(address, await bearer.text(), accept),
                at_most=at_most,
                within_s=left_s,
                may_leave=may_leave,
            )
            started = asyncio.get_running_loop().time()
            reply, claims = await self._attempt(request, fresh=not patience.is_first)
            left_s -= asyncio.get_running_loop().time() - started
            if isinstance(reply, Reply):
                return reply
            if left_s < SHORTEST_TRY_S:
                raise _too_late(reply)
            if isinstance(reply, SignInRequired):
                await bearer.renew(claims, reply)
                continue
            if not _may_pass(reply):
                raise reply
            if reply.retry_after_s:
                self._throttle.hold(reply.retry_after_s)
            self._breaker.check(reply)
            await patience.another_try(reply)

    async def _attempt(self, request: Request, *, fresh: bool) -> tuple[Reply | Refusal, str]:
        """One try: what came of it, and the claims challenge in it.

        Raises: ServiceResting, Offline, Withheld.
        """
        with self._breaker.attempt():
            try:
                answer = await self._transport.read(request, fresh=fresh)
                judge = picture_of if request.headers["Accept"] == PICTURE else reply_of
                reply, claims = judge(answer), answer.claims
            except ServiceFailed as error:
                reply, claims = error, ""
            if isinstance(reply, ServiceFailed) and _may_pass(reply):
                self._breaker.failed()
            elif not isinstance(reply, CaptivePortal):
                self._breaker.answered()
            return reply, claims

    def _headers(self, address: str, token: str, accept: str = JSON) -> dict[str, str]:
        """The only place where a token is put into a request.

        Raises: ForeignAddress where the address is not the service's.
        """
        # Imported here, long after the first paint, because a read is the first to need it.
        from uuid import uuid4

        self._service.checked(address)
        return {
            "Authorization": f"Bearer {token}",
            "Accept": accept,
            "User-Agent": f"CompanyPortal/{__version__}",
            "client-request-id": str(uuid4()),
            "Prefer": "include-unknown-enum-members",
        }


def _too_late(error: Refusal) -> Refusal:
    """What a read comes to that has no time for another try: a token that was not renewed says
    nothing about the session.
    """
    if isinstance(error, SignInRequired):
        return ServiceFailed(status=error.status, code="timeout", request_id=error.request_id)
    return error


def _may_pass(error: Exception) -> bool:
    """True for what may be over at the next try."""
    if isinstance(error, ServiceFailed):
        return error.code != "tooLarge"
    return isinstance(error, Throttled)
