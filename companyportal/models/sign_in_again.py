"""The second step of a protected action: signed out, then freshly signed in, the same person.

The new sign-in happens in a throw-away token cache; it becomes the session only after the gate has
judged it, and is forgotten otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companyportal.domain import Account
from companyportal.errors import (
    PortalError,
    SignInCancelled,
    SignInNotFresh,
    SignInTimedOut,
    SignOutFailed,
    StoreError,
    TokenInvalid,
)
from companyportal.gate import Closed, Gate

if TYPE_CHECKING:
    from collections.abc import Callable

    from companyportal.auth.session import Session
    from companyportal.store import Store

_REASONS: tuple[tuple[type[PortalError], Closed], ...] = (
    (SignInCancelled, Closed.CANCELLED),
    (SignInTimedOut, Closed.TIME_IS_UP),
    (SignInNotFresh, Closed.NOT_FRESH),
    (TokenInvalid, Closed.INVALID),
    (PortalError, Closed.SIGN_IN_FAILED),
)


class SignInAgain:
    """Drives the gate from SIGN_OUT to OPEN, or closes it with the reason."""

    def __init__(self, *, gate: Gate, session: Session, store: Store) -> None:
        self._gate = gate
        self._session = session
        self._store = store

    async def sign_out(self) -> None:
        """End the session here and empty what is personal; the five minutes begin.

        Raises: SignOutFailed, StoreError; the gate is closed then.
        """
        try:
            try:
                await self._session.sign_out(keeps_challenge=True)
            finally:
                self._store.erase_personal()
        except (SignOutFailed, StoreError):
            self._gate.close(Closed.SIGN_OUT_FAILED)
            raise
        self._gate.signed_out()

    async def sign_in(
        self,
        account: Account,
        on_link: Callable[[str], None],
        on_answer: Callable[[], bool],
    ) -> Account | None:
        """Wait for the browser; the account where its sign-in became the session.

        The gate is OPEN then, or closed as TOO_SLOW. None: refused, and the gate knows why.

        Raises: SignInError, Offline; the gate is closed then.
        """
        try:
            fresh = await self._session.reauthenticate(account, on_link, on_answer)
        except PortalError as error:
            self._gate.close(next(why for kind, why in _REASONS if isinstance(error, kind)))
            raise
        if self._gate.verify(fresh.evidence) or self._gate.closed_because is Closed.TOO_SLOW:
            return self._session.adopt(fresh)
        fresh.forget()
        return None
