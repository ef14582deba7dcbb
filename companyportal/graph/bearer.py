"""The token of one request, and the one round of asking for a better one.

Source: https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
and https://learn.microsoft.com/entra/identity-platform/claims-challenge (a program that answers a
challenge again and again runs in a circle)
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from companyportal.errors import SignInRequired

Token = Callable[..., Awaitable[str]]
"""``token()``, ``token(renew=True)``, ``token(claims=text)``; raises SignInRequired, Offline."""
Challenged = Callable[[str], None]
"""Told of a claims challenge that no token could answer: the next sign-in must."""


def nobody(_claims: str) -> None:
    """For a client without anybody who could sign in."""


class Bearer:
    """The token of one read: renewed at most once, and once for a claims challenge."""

    def __init__(self, token: Token, challenged: Challenged) -> None:
        self._token = token
        self._challenged = challenged
        self._text: str | None = None
        self._used: set[str] = set()

    async def text(self) -> str:
        """Fetched at the first call. Raises: as the token function."""
        if self._text is None:
            self._text = await self._token()
        return self._text

    async def renew(self, claims: str, error: SignInRequired) -> None:
        """Fetch a better token, for a claims challenge one that answers it.

        Raises: ``error`` where that was tried before; SignInRequired where only the person can.
        """
        way = "claims" if claims else "renew"
        try:
            if way in self._used:
                raise error
            self._used.add(way)
            self._text = await (self._token(claims=claims) if claims else self._token(renew=True))
        except SignInRequired:
            if claims:
                self._challenged(claims)
            raise
