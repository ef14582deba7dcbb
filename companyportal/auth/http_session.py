"""The HTTP session that MSAL is given: one origin, time-outs, a size limit, nobody else's settings.

Left to itself MSAL waits for ever, and ``requests`` takes certificates from REQUESTS_CA_BUNDLE,
passwords from ``~/.netrc`` and follows redirects anywhere.

The module is imported where it is used, because ``requests`` costs time at start.
"""

from __future__ import annotations

import json
import ssl
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from companyportal.clock import Clock
from companyportal.endpoints import LOOPBACK_HOSTS
from companyportal.errors import CaptivePortal, ForeignAddress, PortalError, ServiceFailed

CONNECT_LIMIT_S = 5.0
READ_LIMIT_S = 10.0
BODY_LIMIT_S = 15.0
"""For a whole body, however slowly it drips: a blocked thread would hold the program's end."""
LONGEST_WAIT_S = 15 * 60.0
"""However long the provider wants quiet: nobody is told of years."""
MAX_BODY_BYTES = 1024 * 1024
_CHUNK_BYTES = 64 * 1024


class AnswerRefused(requests.RequestException):
    """An answer, or an address, that MSAL shall not see; ``ours`` says what it is.

    A RequestException, because MSAL then falls back to a token that is still valid.
    """

    def __init__(self, ours: PortalError) -> None:
        super().__init__(ours.code)
        self.ours = ours


class IdentityHttpSession(requests.Session):
    """Speaks with the origin of ``authority`` only, and only in JSON objects.

    ``ca_file``: a certificate authority trusted instead of the system's.

    Raises, from every request: AnswerRefused, requests.RequestException
    """

    def __init__(self, authority: str, *, ca_file: Path | None, clock: Clock) -> None:
        super().__init__()
        self._origin = origin(authority)
        self._clock = clock
        self.served_at: int | None = None
        """The Date of the last token response, in seconds since 1970."""
        self.token_status: int | None = None
        """The HTTP status of the last token response."""
        self.retry_after_s: float | None = None
        self.trust_env = False
        self.proxies = _system_proxies(authority)
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self.adapters.clear()
        self.mount("https://", _TrustingAdapter(_tls_context(ca_file)))

    def request(self, method: str, url: Any, **kwargs: Any) -> requests.Response:  # type: ignore[override]
        """See requests.Session.request; what the caller says about these four is not asked."""
        kwargs["timeout"] = (CONNECT_LIMIT_S, READ_LIMIT_S)
        kwargs["allow_redirects"] = False
        kwargs["stream"] = True
        kwargs["verify"] = True
        return super().request(method, url, **kwargs)

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """See requests.Session.send."""
        if origin(request.url or "") != self._origin:
            raise AnswerRefused(ForeignAddress(code="foreign_address"))
        response = super().send(request, **kwargs)
        with response:
            body = self._whole_body(response)
        # There is no public way to hand over a body that was read with a limit.
        vars(response).update(_content=body, _content_consumed=True)
        if request.method == "POST":
            self._remember(response)
        _refuse_what_is_no_json(response)
        return response

    def _whole_body(self, response: requests.Response) -> bytes:
        until = self._clock.boot_s() + BODY_LIMIT_S
        body = bytearray()
        try:
            while chunk := response.raw.read1(_CHUNK_BYTES, decode_content=True):
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise AnswerRefused(ServiceFailed(code="answer_too_long"))
                if self._clock.boot_s() > until:
                    raise requests.ReadTimeout("body")
        except (OSError, HTTPError) as error:
            if isinstance(error, requests.RequestException):
                raise
            raise requests.ConnectionError("body") from None
        return bytes(body)

    def _remember(self, response: requests.Response) -> None:
        self.served_at = _epoch_s(response.headers.get("Date", ""))
        self.token_status = response.status_code
        wait = response.headers.get("Retry-After", "")
        is_told = wait.isascii() and wait.isdigit()
        self.retry_after_s = min(max(float(wait), 1.0), LONGEST_WAIT_S) if is_told else None


class _TrustingAdapter(HTTPAdapter):
    """Uses one TLS context for everything, also behind a proxy."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """See HTTPAdapter."""
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """See HTTPAdapter."""
        return super().proxy_manager_for(proxy, **kwargs, ssl_context=self._context)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """The context verifies; the original would add the certificates that requests ships."""


def origin(address: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address, lower case; empty where it is none."""
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return ("", "", 0)
    if parts.username is not None or parts.password is not None:
        return ("", "", 0)
    return (parts.scheme, parts.hostname or "", port)


def _tls_context(ca_file: Path | None) -> ssl.SSLContext:
    if ca_file is not None:
        return ssl.create_default_context(cafile=str(ca_file))
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _system_proxies(authority: str) -> dict[str, str]:
    """The environment's or the system's proxies; none for this computer and for exceptions."""
    host = urlsplit(authority).hostname or ""
    if host in LOOPBACK_HOSTS or proxy_bypass(host):
        return {}
    return {scheme: proxy for scheme, proxy in getproxies().items() if scheme in ("https", "all")}


def _epoch_s(date: str) -> int | None:
    try:
        return int(parsedate_to_datetime(date).timestamp())
    except (ValueError, OverflowError):
        return None


def _refuse_what_is_no_json(response: requests.Response) -> None:
    """Redirects and HTML are a network's own page; MSAL would log other nonsense with its body."""
    if response.status_code >= 500:
        return
    is_page = "html" in response.headers.get("Content-Type", "").lower()
    if 300 <= response.status_code < 400 or is_page:
        raise AnswerRefused(CaptivePortal(status=response.status_code))
    try:
        is_object = isinstance(json.loads(response.content), dict)
    except (ValueError, RecursionError):
        is_object = False
    if not is_object:
        raise AnswerRefused(ServiceFailed(status=response.status_code, code="no_json"))
