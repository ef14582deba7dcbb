"""One authorised request to the device service, and what becomes of it.

Two kinds, and nothing between them: a read, which may be repeated, and a change, which is sent once
and never again. Every request gets its token in one place, ``_headers``, and only for an address
that the configured service owns.

Source: https://learn.microsoft.com/graph/use-the-api
"""

from __future__ import annotations

import asyncio
import random as jitter
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping

from companyportal import __version__
from companyportal.clock import Clock
from companyportal.endpoints import Endpoints
from companyportal.errors import (
    OutcomeUnknown,
    RequestRefused,
    ServiceFailed,
    SignInRequired,
    Throttled,
)
from companyportal.graph.addresses import ServiceAddress
from companyportal.graph.answers import Answer, Reply, refusal_of, reply_of
from companyportal.graph.patience import Patience, Throttle
from companyportal.graph.transport import Limits, Transport, always

LARGEST_DOCUMENT = 256 * 1024
"""Bytes after decompression; a device with all its action results takes a few thousand."""
LARGEST_PAGE = 8 * 1024 * 1024
"""Bytes; 1,000 devices take 0.7 MB as selected and 3 MB where a gateway ignores $select."""
MOST_PAGES = 500
SHORTEST_TRY_S = 1.0
"""With less time left a read is not repeated."""

Token = Callable[..., Awaitable[str]]
"""``token()``, ``token(renew=True)``, ``token(claims=text)``; raises SignInRequired, Offline."""


class GraphClient:
    """Reads and changes at the service the program is configured for; one for each person."""

    def __init__(
        self,
        *,
        endpoints: Endpoints,
        clock: Clock,
        token: Token,
        limits: Limits | None = None,
        random: Callable[[], float] = jitter.random,
    ) -> None:
        self._service = ServiceAddress(endpoints.service)
        self._clock = clock
        self._token = token
        self._limits = limits or Limits()
        self._random = random
        self._transport = Transport(endpoints, self._limits)
        self._throttle = Throttle(clock)

    async def get(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        at_most: int = LARGEST_DOCUMENT,
    ) -> Reply:
        """Read one document of up to ``at_most`` bytes.

        Raises: Offline, CaptivePortal, SignInRequired, NotPermitted, NotFound, Conflict,
        Throttled, RequestRefused, ServiceFailed, ForeignAddress.
        """
        return await self._read(self._service.address(path, query), at_most)

    async def pages(
        self, path: str, query: Mapping[str, str] | None = None
    ) -> AsyncGenerator[Reply, None]:
        """Read page after page as the service links them, each address once, 500 at the most.

        Where the last page still names a next one, the list is not complete. Raises: as ``get``.
        """
        from companyportal.graph.wire import next_link

        address: str | None = self._service.address(path, query)
        seen: set[str] = set()
        while address and address not in seen and len(seen) < MOST_PAGES:
            seen.add(address)
            reply = await self._read(address, LARGEST_PAGE)
            yield reply
            link = next_link(reply.body)
            address = self._service.checked(link) if link else None

    async def post_once(self, path: str, *, may_leave: Callable[[], bool] = always) -> None:
        """Ask for a change, once. Returns when the service has accepted it.

        ``may_leave`` is asked last, on the open connection, just before the first byte.

        Raises: SignInError, Offline where there was no token or no connection, Withheld: nothing
        was sent; NotPermitted, NotFound, Conflict, Throttled, RequestRefused (a 401 too) where the
        service refused, or had asked for quiet; OutcomeUnknown for everything else. Cancelled
        after the first byte the outcome is unknown too, and CancelledError cannot say so.
        """
        address = self._service.address(path)
        self._throttle.check()
        headers = self._headers(address, await self._token())
        answer = await self._transport.send(address, headers, may_leave)
        if answer.is_success and not answer.is_page:
            return
        if not 400 <= answer.status < 500 or answer.status == 408 or answer.is_page:
            raise OutcomeUnknown(status=answer.status, request_id=answer.request_id)
        error = refusal_of(answer)
        if isinstance(error, SignInRequired):
            # The service has answered: whatever was wrong with the token, this use is spent.
            raise RequestRefused(status=401, code=error.code, request_id=error.request_id)
        if isinstance(error, Throttled) and error.retry_after_s:
            self._throttle.hold(error.retry_after_s)
        raise error

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()

    async def _read(self, address: str, at_most: int) -> Reply:
        bearer = _Bearer(self._token)
        patience = Patience(self._clock, self._random)
        left_s = self._limits.read_s
        while True:
            await patience.pass_gate(self._throttle)
            headers = self._headers(address, await bearer.text())
            started = asyncio.get_running_loop().time()
            try:
                answer = await self._transport.read(
                    address,
                    headers,
                    at_most=at_most,
                    within_s=left_s,
                    fresh=not patience.is_first,
                )
                reply = reply_of(answer)
            except ServiceFailed as error:
                reply = error
            left_s -= asyncio.get_running_loop().time() - started
            if isinstance(reply, Reply):
                return reply
            if isinstance(reply, SignInRequired):
                await bearer.renew(answer, reply)
                continue
            if not _may_pass(reply) or left_s < SHORTEST_TRY_S:
                raise reply
            if reply.retry_after_s:
                self._throttle.hold(reply.retry_after_s)
            await patience.another_try(reply)

    def _headers(self, address: str, token: str) -> dict[str, str]:
        """The only place where a token is put into a request.

        Raises: ForeignAddress where the address is not the service's.
        """
        # Imported here, long after the first paint, because a read is the first to need it.
        from uuid import uuid4

        self._service.checked(address)
        return {
            "Authorization": f"Bearer {token}",
            "Accept": "application/json",
            "User-Agent": f"CompanyPortal/{__version__}",
            "client-request-id": str(uuid4()),
            "Prefer": "include-unknown-enum-members",
        }


class _Bearer:
    """The token of one read: renewed at most once, and once for a claims challenge."""

    def __init__(self, token: Token) -> None:
        self._token = token
        self._text: str | None = None
        self._used: set[str] = set()

    async def text(self) -> str:
        if self._text is None:
            self._text = await self._token()
        return self._text

    async def renew(self, answer: Answer, error: SignInRequired) -> None:
        """Fetch a better token. Raises: ``error`` where that was tried before."""
        claims = answer.claims
        way = "claims" if claims else "renew"
        if way in self._used:
            raise error
        self._used.add(way)
        self._text = await (self._token(claims=claims) if claims else self._token(renew=True))


def _may_pass(error: Exception) -> bool:
    """True for what may be over at the next try."""
    if isinstance(error, ServiceFailed):
        return error.code != "tooLarge"
    return isinstance(error, Throttled)
