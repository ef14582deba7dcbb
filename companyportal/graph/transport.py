"""Bytes there and back: connections, certificates, proxies, time-outs, and nothing of Graph.

Rules that live here: no cookies, no redirects, no netrc, no environment variable decides where a
request goes except the system's proxies, and none of these for a service on this computer. A
connection that sends a change is its own, used once and closed.

Source: https://docs.aiohttp.org/en/stable/client_reference.html. aiohttp repeats idempotent
methods by itself on a kept-alive connection and replays a POST's body after a 307, hence the rules.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companyportal.endpoints import LOOPBACK_HOSTS, Endpoints
from companyportal.errors import Offline, OutcomeUnknown, ServiceFailed, Withheld
from companyportal.graph.addresses import ServiceAddress
from companyportal.graph.answers import Answer, word
from companyportal.graph.request import LARGEST_REFUSAL, Request
from companyportal.graph.retry_after import http_date
from companyportal.offline_causes import why_offline

# aiohttp and truststore are imported inside functions: they cost more than the first paint.
if TYPE_CHECKING:
    import aiohttp


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds; tests shorten them."""

    connect_s: float = 10.0
    silence_s: float = 20.0
    """Between two pieces of an answer."""
    read_s: float = 60.0
    """One read with all its retries, the waiting between them not counted."""
    change_s: float = 40.0
    list_s: float = 60.0
    """All pages of one list, the waiting counted."""


def unheeded(_served_at: datetime) -> None:
    """For whoever does not care for the service's time."""


class _Broken(Exception):
    """An exchange that did not come to its end; how far it got is in its request.

    ``kind`` is what it means where nothing has left.
    """

    def __init__(self, code: str, status: int | None, kind: type[Offline] = Offline) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.kind = kind


class _Withheld(Exception):
    """It may no longer leave, and nothing of it has."""


class Transport:
    """The connections to one service."""

    def __init__(
        self, endpoints: Endpoints, limits: Limits, on_date: Callable[[datetime], None] = unheeded
    ) -> None:
        """``on_date`` is told the service's time with each answer."""
        self._on_date = on_date
        self._host = ServiceAddress(endpoints.service).host
        self._ca_file = endpoints.ca_file
        self._limits = limits
        self._trust: ssl.SSLContext | None = None
        self._session: aiohttp.ClientSession | None = None

    async def read(self, request: Request, *, fresh: bool) -> Answer:
        """Send a GET; ``fresh`` takes a connection that was never used before.

        Raises: Offline where no connection could be made, Withheld where it may not leave;
        ServiceFailed where a connection was lost, was silent for too long, or brought too much.
        """
        try:
            if fresh:
                return await self._alone(request)
            if self._session is None:
                self._session = self._opened(force_close=False)
            return await self._exchange(self._session, request)
        except _Withheld:
            raise Withheld(code="withheld") from None
        except _Broken as broken:
            raise (ServiceFailed if request.has_left else broken.kind)(
                code=broken.code, status=broken.status
            ) from None

    async def send(self, request: Request) -> Answer:
        """Send a change, once, on a connection of its own, if it still ``may_leave`` then.

        Raises: Offline where certainly nothing was sent, Withheld where it might not be; for every
        other end but a complete answer OutcomeUnknown. Cancelling it raises CancelledError and
        tells nothing about the outcome.
        """
        try:
            return await self._alone(request)
        except _Withheld:
            raise Withheld(code="withheld") from None
        except (_Broken, ServiceFailed) as broken:
            kind = broken.kind if isinstance(broken, _Broken) else Offline
            raise (OutcomeUnknown if request.has_left else kind)(
                code=broken.code, status=broken.status
            ) from None

    async def close(self) -> None:
        """Close every connection; the next request opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def _alone(self, request: Request) -> Answer:
        """On a connection that is used for nothing else."""
        async with self._opened(force_close=True) as session:
            return await self._exchange(session, request)

    async def _exchange(self, session: aiohttp.ClientSession, request: Request) -> Answer:
        """Raises: _Broken, ServiceFailed."""
        import aiohttp
        from yarl import URL

        asking = session.request(
            request.method,
            URL(request.address, encoded=True),
            headers=request.headers,
            data=request.body,
            allow_redirects=False,
            timeout=self._timeout(request.within_s),
            proxy=await self._proxy(),
            trace_request_ctx=request,
        )
        try:
            async with asking as response:
                answer = await _answer(response, request.at_most)
        except (aiohttp.ClientError, OSError) as error:
            # Its text may name hosts and headers: left out.
            status = error.status if isinstance(error, aiohttp.ClientHttpProxyError) else None
            raise _Broken(_word_for(error), status, why_offline(error)) from None
        if answer.date is not None:
            self._on_date(answer.date)
        return answer

    def _timeout(self, within_s: float) -> aiohttp.ClientTimeout:
        import aiohttp

        connect_s = self._limits.connect_s
        return aiohttp.ClientTimeout(
            total=within_s,
            connect=connect_s,
            sock_connect=connect_s,
            sock_read=self._limits.silence_s,
        )

    def _opened(self, *, force_close: bool) -> aiohttp.ClientSession:
        import aiohttp

        if self._trust is None:
            self._trust = trust(self._ca_file)
        trace = aiohttp.TraceConfig()
        trace.on_request_headers_sent.append(_note)
        session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self._trust, force_close=force_close),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            trace_configs=[trace],
        )
        # WORKAROUND https://github.com/aio-libs/aiohttp/issues/10790: until it can be switched off
        # in public, aiohttp repeats a read by itself, uncounted and without any pause.
        session._retry_connection = False
        return session

    async def _proxy(self) -> str | None:
        """The system's proxy, asked for each time, because networks change under a laptop."""
        if self._ca_file is not None or self._host in LOOPBACK_HOSTS:
            return None
        # In a thread: Windows may look the host up before it answers whether to bypass.
        return await asyncio.to_thread(system_proxy, self._host)


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """Trust ``ca_file`` and nothing else, or, without one, what the system trusts."""
    if ca_file is not None:
        return ssl.create_default_context(cafile=ca_file)
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def system_proxy(host: str) -> str | None:
    """The proxy that the system names for https to ``host``, as an address. Blocks shortly.

    One without a scheme, as curl and requests take it, is spoken to in plain http.
    """
    from urllib.request import getproxies, proxy_bypass

    if proxy_bypass(host):
        return None
    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


async def _note(_session: object, context: Any, _headers: object) -> None:
    """aiohttp calls this just before the first byte of a request, so it errs on the safe side."""
    request: Request = context.trace_request_ctx
    if not request.may_leave():
        raise _Withheld
    request.has_left = True


async def _answer(response: aiohttp.ClientResponse, at_most: int) -> Answer:
    """The complete answer; of one that is no success, the beginning.

    Raises: ServiceFailed where a success is longer than ``at_most`` bytes, decompressed.
    """
    is_success = response.status < 300
    enough = at_most if is_success else LARGEST_REFUSAL
    body = bytearray()
    async for piece in response.content.iter_any():
        body += piece
        if len(body) > enough:
            response.close()
            break
    if is_success and len(body) > enough:
        raise ServiceFailed(code="tooLarge", status=response.status)
    if not is_success:
        response.close()
    headers = response.headers
    return Answer(
        status=response.status,
        content_type=headers.get("Content-Type", "").lower(),
        date=http_date(headers.get("Date")),
        request_id=word(headers.get("request-id")),
        retry_after=headers.get("Retry-After"),
        challenges=headers.getall("WWW-Authenticate", []),
        body=bytes(body),
    )


def _word_for(error: BaseException) -> str:
    """One word for logs: why an exchange did not come to its end."""
    import aiohttp

    words: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
        ((aiohttp.ClientHttpProxyError, aiohttp.ClientProxyConnectionError), "proxy"),
        ((aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError), "tls"),
        (aiohttp.ClientConnectorDNSError, "dns"),
        (aiohttp.ConnectionTimeoutError, "connectTimeout"),
        (aiohttp.ClientConnectorError, "connect"),
        (TimeoutError, "timeout"),
        ((aiohttp.ClientResponseError, aiohttp.ClientPayloadError), "malformed"),
    )
    return next((name for kinds, name in words if isinstance(error, kinds)), "lost")
