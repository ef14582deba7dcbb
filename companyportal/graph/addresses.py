"""Which addresses belong to the service: the one check that keeps tokens from going elsewhere.

A link that the service hands out (``@odata.nextLink``) is data, not an order. It is taken apart,
compared with the configured address, and put together again *on the configured origin*, so that no
difference between two URL parsers can carry a token to another host.

Source: RFC 3986, 3 and 6.2.2; https://learn.microsoft.com/graph/paging
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, quote, unquote, urlencode, urlsplit

from companyportal.errors import ForeignAddress, NotPermitted

LONGEST = 16_384
"""Characters of an address; continuation tokens are a few hundred."""
_KEPT = "!$&'()*+,;=:@/?%~-._"
"""What RFC 3986 lets stand in a path or query, and the sign of what is encoded already."""
_VERSION = re.compile(r"/v[0-9]+\.[0-9]+$")


class ServiceAddress:
    """The configured service, as the judge of every address a token may be sent to."""

    def __init__(self, service: str) -> None:
        """``service`` is ``https://host[:port]/version``, as in Endpoints.

        Beside it the same origin's ``/beta`` belongs to it, in place of the version. A gateway
        whose address ends in no version has no beta.
        """
        self._base = service.rstrip("/")
        parts = urlsplit(self._base)
        self._origin = _origin(parts)
        beta, found = _VERSION.subn("/beta", self._base)
        self._beta = beta if found else ""
        self.host = parts.hostname or ""

    def address(
        self, path: str, query: Mapping[str, str] | None = None, *, beta: bool = False
    ) -> str:
        """The whole address of a path that begins with a slash.

        Raises: ForeignAddress where the path leaves the service, as a hostile id could make it;
        NotPermitted where there is no beta.
        """
        if beta and not self._beta:
            raise NotPermitted(code="noBeta")
        text = (self._beta if beta else self._base) + path
        if query:
            text += "?" + urlencode(query, quote_via=quote, safe="$,'()")
        return self.checked(text, beta=beta)

    def checked(self, address: str, *, beta: bool | None = None) -> str:
        """``address`` rebuilt on the service's own origin, path and query as they were; ``beta``
        says which of the two it has to be.

        Raises: ForeignAddress for another scheme, host, port or API version, for user names, for
        paths that climb, and for anything that two parsers might read differently.
        """
        if len(address) > LONGEST or any(mark in address for mark in "\\\x7f"):
            raise ForeignAddress(code="address")
        if any(mark < " " for mark in address) or address != address.strip():
            raise ForeignAddress(code="address")
        try:
            parts = urlsplit(address)
            origin = _origin(parts)
        except ValueError as error:
            raise ForeignAddress(code="address") from error
        if parts.scheme != "https" or origin != self._origin or "@" in parts.netloc:
            raise ForeignAddress(code="origin")
        base = self._base_of(parts.path, beta)
        if not base or _climbs(parts.path):
            raise ForeignAddress(code="path")
        rest = quote(parts.path[len(urlsplit(base).path) + 1 :], safe=_KEPT)
        query = "?" + quote(parts.query, safe=_KEPT) if parts.query else ""
        return f"{base}/{rest}{query}"

    def _base_of(self, path: str, beta: bool | None) -> str:
        """Under which of the service's addresses a path lies; empty where under none."""
        wanted = (self._base, self._beta) if beta is None else (self._beta if beta else self._base,)
        lies_in = (base for base in wanted if base and path.startswith(urlsplit(base).path + "/"))
        return next(lies_in, "")


def _origin(parts: SplitResult) -> tuple[str, str, int]:
    """Scheme, host and port; https without a port is 443. Raises ValueError for a bad port."""
    port = parts.port if parts.port is not None else 443
    return parts.scheme, parts.hostname or "", port if parts.scheme == "https" else -1


def _climbs(path: str) -> bool:
    """True for a ``.`` or ``..`` segment or a backslash, also where encoded, even twice."""
    for _ in range(3):
        if "\\" in path or any(part in (".", "..") for part in path.split("/")):
            return True
        path = unquote(path)
    return False
