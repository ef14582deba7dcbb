"""Why no connection came about, read from a foreign failure and whatever it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from companyportal.errors import CertificateNotValidNow, Offline, ProxyRefused

_DATES = frozenset({9, 10, 0x800B0101, -2146762495, -67818, -67819})
"""Source: X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED of OpenSSL,
CERT_E_EXPIRED of Windows, errSecCertificateExpired and errSecCertificateNotValidYet of macOS,
which truststore hands on.
"""
_TUNNEL = "Tunnel connection failed: 407"


def why_offline(error: BaseException) -> type[Offline]:
    """Which kind of Offline a foreign failure to connect is."""
    return next((kind for kind, is_it in _KINDS if any(map(is_it, _with_causes(error)))), Offline)


def _is_date(error: BaseException) -> bool:
    """TLS says that a certificate is not valid at this computer's time."""
    return getattr(error, "verify_code", None) in _DATES


def _is_proxy(error: BaseException) -> bool:
    """A proxy's 407. Source: aiohttp.ClientHttpProxyError.status, and what http.client raises after
    CONNECT.
    """
    return getattr(error, "status", None) == 407 or str(error).startswith(_TUNNEL)


_KINDS: tuple[tuple[type[Offline], Callable[[BaseException], bool]], ...] = (
    (CertificateNotValidNow, _is_date),
    (ProxyRefused, _is_proxy),
)


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """The error, and whatever it came from or holds."""
    left, seen = [error], set[int]()
    while left:
        one = left.pop()
        seen.add(id(one))
        yield one
        behind = (one.__cause__, one.__context__, *one.args)
        left += [e for e in behind if isinstance(e, BaseException) and id(e) not in seen]
