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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from companyportal.endpoints import LOOPBACK_HOSTS, Endpoints
from companyportal.errors import Offline, OutcomeUnknown, ServiceFailed
from companyportal.graph.addresses import ServiceAddress
from companyportal.graph.answers import Answer
from companyportal.graph.retry_after import http_date

# aiohttp and truststore are imported inside functions: they cost more than the first paint.
if TYPE_CHECKING:
    import aiohttp

LARGEST_REFUSAL = 64 * 1024
"""Bytes that are read of an answer that is no success, and of a change's answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds; tests shorten them."""

    connect_s: float = 10.0
    silence_s: float = 20.0
    """Between two pieces of an answer."""
    read_s: float = 60.0
    """One read with all its retries, the waiting between them not counted."""
    change_s: float = 40.0


class Transport:
    """The connections to one service."""

    def __init__(self, endpoints: Endpoints, limits: Limits) -> None:
        self._host = ServiceAddress(endpoints.service).host
        self._ca_file = endpoints.ca_file
        self._limits = limits
        self._trust: ssl.SSLContext | None = None
        self._session: aiohttp.ClientSession | None = None

    async def read(
        self, address: str, headers: dict[str, str], *, at_most: int, within_s: float, fresh: bool
    ) -> Answer:
        """GET ``address``; ``fresh`` takes a connection that was never used before.

        Raises: Offline where no connection could be made; ServiceFailed where one was lost, was
        silent for too long, or brought more than ``at_most`` bytes.
        """
        if fresh:
            async with await self._opened(force_close=True) as session:
                return await self._got(session, address, headers, at_most, within_s)
        if self._session is None:
            self._session = await self._opened(force_close=False)
        return await self._got(self._session, address, headers, at_most, within_s)

    async def _got(
        self,
        session: aiohttp.ClientSession,
        address: str,
        headers: dict[str, str],
        at_most: int,
        within_s: float,
    ) -> Answer:
        import aiohttp

        try:
            return await self._exchange(session, "GET", address, headers, at_most, within_s)
        except (aiohttp.ClientError, TimeoutError, ssl.SSLError, OSError) as error:
            raise _failure(error) from None

    async def send(self, address: str, headers: dict[str, str]) -> Answer:
        """POST without a body, once, on a connection of its own.

        Raises: Offline where certainly nothing was sent; OutcomeUnknown for every other end but a
        complete answer. Cancelling it raises CancelledError and tells nothing about the outcome.
        """
        import aiohttp

        has_left = False

        async def note(*_: object) -> None:
            nonlocal has_left
            has_left = True

        trace: aiohttp.TraceConfig = aiohttp.TraceConfig()
        # aiohttp calls this just before it writes the first byte, so it errs on the safe side.
        trace.on_request_headers_sent.append(note)
        within_s = self._limits.change_s
        try:
            async with await self._opened(force_close=True, trace=trace) as session:
                return await self._exchange(
                    session, "POST", address, headers, LARGEST_REFUSAL, within_s
                )
        except (aiohttp.ClientError, TimeoutError, ssl.SSLError, OSError) as error:
            code = _failure(error).code
            raise (OutcomeUnknown if has_left else Offline)(code=code) from None
        except ServiceFailed as error:
            raise OutcomeUnknown(code=error.code, status=error.status) from None

    async def close(self) -> None:
        """Close every connection; the next request opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def _exchange(
        self,
        session: aiohttp.ClientSession,
        method: str,
        address: str,
        headers: dict[str, str],
        at_most: int,
        within_s: float,
    ) -> Answer:
        import aiohttp
        from yarl import URL

        connect_s = self._limits.connect_s
        timeout = aiohttp.ClientTimeout(
            total=within_s,
            connect=connect_s,
            sock_connect=connect_s,
            sock_read=self._limits.silence_s,
        )
        proxy = await self._proxy()
        async with session.request(
            method,
            URL(address, encoded=True),
            headers=headers,
            allow_redirects=False,
            timeout=timeout,
            proxy=proxy,
        ) as response:
            if response.status < 300:
                return _answer(response, await _body(response, at_most))
            body = await _beginning(response, LARGEST_REFUSAL)
            response.close()
            return _answer(response, body)

    async def _opened(
        self, *, force_close: bool, trace: aiohttp.TraceConfig | None = None
    ) -> aiohttp.ClientSession:
        import aiohttp

        if self._trust is None:
            self._trust = trust(self._ca_file)
        session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self._trust, force_close=force_close),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            trace_configs=[trace] if trace else None,
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
    """The proxy that the system names for https to ``host``. Blocks shortly."""
    from urllib.request import getproxies, proxy_bypass

    if proxy_bypass(host):
        return None
    proxies = getproxies()
    return proxies.get("https") or proxies.get("all")


async def _body(response: aiohttp.ClientResponse, at_most: int) -> bytes:
    """The body, decompressed. Raises: ServiceFailed where it is longer than ``at_most``."""
    body = await _beginning(response, at_most)
    if len(body) > at_most:
        response.close()
        raise ServiceFailed(code="tooLarge", status=response.status)
    return body


async def _beginning(response: aiohttp.ClientResponse, enough: int) -> bytes:
    """The body up to the piece that makes it longer than ``enough`` bytes."""
    body = bytearray()
    async for piece in response.content.iter_any():
        body += piece
        if len(body) > enough:
            break
    return bytes(body)


def _answer(response: aiohttp.ClientResponse, body: bytes) -> Answer:
    headers = response.headers
    request_id = headers.get("request-id", "")
    return Answer(
        status=response.status,
        content_type=headers.get("Content-Type", "").lower(),
        date=http_date(headers.get("Date")),
        request_id=request_id if request_id.replace("-", "").isalnum() else "",
        retry_after=headers.get("Retry-After"),
        challenges=headers.getall("WWW-Authenticate", []),
        body=body,
    )


def _failure(error: BaseException) -> Offline | ServiceFailed:
    """What a failed exchange means for a read; the text of ``error`` may name hosts: left out."""
    import aiohttp

    if isinstance(error, aiohttp.ClientHttpProxyError):
        return Offline(code="proxy", status=error.status)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return Offline(code="proxy")
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientConnectorSSLError):
        return Offline(code="tls")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Offline(code="dns")
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return Offline(code="connectTimeout")
    if isinstance(error, aiohttp.ClientConnectorError):
        return Offline(code="connect")
    if isinstance(error, TimeoutError):
        return ServiceFailed(code="timeout")
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.ClientPayloadError):
        return ServiceFailed(code="malformed")
    return ServiceFailed(code="lost")
