"""Who is signed in, and the way in and out."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.domain import Account
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from companyportal.auth.session import Session
    from companyportal.store import Store


class AccountState(Enum):
    """Signed out is a state like the others."""

    STARTING = auto()
    SIGNED_OUT = auto()
    SIGNING_IN = auto()
    SIGNED_IN = auto()
    SIGNING_OUT = auto()


class AccountModel(QObject):
    """The person's session as the window sees it.

    Signals:
        changed(): anything below may read differently now.
        signed_in(account: Account): a session has begun or was restored.
        leaving(): the session is about to end; whoever reads for the person stops.
        signed_out(): the session has ended and everything personal is to be forgotten.
        forgotten(): the person has ended the session, and all that was kept of it is gone.
        returned(): the person came back from the browser; the window should come to the front.
    """

    changed = Signal()
    signed_in = Signal(object)
    leaving = Signal()
    signed_out = Signal()
    forgotten = Signal()
    returned = Signal()

    def __init__(
        self,
        *,
        session: Session,
        store: Store,
        tasks: Tasks,
        open_url: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._tasks = tasks
        self._open_url = open_url
        self._state = AccountState.STARTING
        self._account: Account | None = None
        self._link = ""
        self._is_held = False

    @property
    def state(self) -> AccountState:
        """Where the session stands."""
        return self._state

    @property
    def account(self) -> Account | None:
        """The person who is signed in; None in every other state."""
        return self._account

    @property
    def link(self) -> str:
        """The address of the sign-in page while the browser is awaited, else empty."""
        return self._link

    @property
    def lacks_key_store(self) -> bool:
        """True where the person has to sign in at each start, for want of an open key store."""
        return self._session.lacks_key_store

    def restore(self) -> None:
        """Take up the last session, silently and without network."""
        self._tasks.start("restore", self._restore)

    def hold(self, is_held: bool) -> None:
        """While a protected action awaits its own sign-in, there is no other way in."""
        if is_held != self._is_held:
            self._is_held = is_held
            if is_held:
                self._tasks.cancel("sign-in")
            self.changed.emit()

    @property
    def can_sign_in(self) -> bool:
        """True where nobody is signed in and nothing else is about to change that."""
        return self._state is AccountState.SIGNED_OUT and not self._is_held

    def sign_in(self) -> None:
        """Open the sign-in page in the person's browser."""
        if self.can_sign_in:
            self._tasks.start("sign-in", self._sign_in)

    def cancel(self) -> None:
        """Stop waiting for the browser."""
        self._tasks.cancel("sign-in")

    def open_again(self) -> None:
        """Open the sign-in page once more."""
        if self._link:
            self._open_url(self._link)

    def sign_out(self) -> None:
        """End the session here: tokens, list and notifications leave memory and disk."""
        if self._state is AccountState.SIGNED_IN:
            self._tasks.start("sign-out", self._sign_out)

    def note_signed_out(self) -> None:
        """The session was ended elsewhere, in the middle of a protected action."""
        self._end()

    def note_signed_in(self, account: Account) -> None:
        """A session was begun elsewhere, by the fresh sign-in of a protected action."""
        if self._account is not None and self._account.person != account.person:
            self._end()
        self._begin(account)

    def note_session_lost(self) -> None:
        """The service no longer accepts the session (password changed, account disabled …)."""
        if self._state is AccountState.SIGNED_IN:
            self._tasks.start("sign-out", self._sign_out, True)

    async def _restore(self) -> None:
        account = await self._session.restore()
        if account is None:
            # Nothing on disk tells whose these are, and the next to sign in may be somebody else.
            self._forget()
        else:
            self._begin(account)

    async def _sign_in(self) -> None:
        self._set(AccountState.SIGNING_IN)
        try:
            account = await self._session.sign_in(self._on_link)
        except BaseException:
            self._link = ""
            if (in_time := self._session.account) is not None:
                self._begin(in_time)  # given up too late: the person is in
            else:
                self._set(AccountState.SIGNED_OUT)
            raise
        self._link = ""
        self._begin(account)
        self.returned.emit()

    async def _sign_out(self, is_lost: bool = False) -> None:
        self._set(AccountState.SIGNING_OUT)
        self.leaving.emit()
        try:
            await self._session.sign_out(keeps_challenge=is_lost)
        finally:
            self._forget()
        if not is_lost:
            self.forgotten.emit()

    def _forget(self) -> None:
        """What is personal leaves the disk; the window shows none of it even where that fails."""
        try:
            self._store.erase_personal()
        finally:
            self._end()

    def _on_link(self, link: str) -> None:
        self._link = link
        self.changed.emit()

    def _begin(self, account: Account) -> None:
        self._account = account
        self._set(AccountState.SIGNED_IN)
        self.signed_in.emit(account)

    def _end(self) -> None:
        self._account = None
        self._set(AccountState.SIGNED_OUT)
        self.signed_out.emit()

    def _set(self, state: AccountState) -> None:
        self._state = state
        self.changed.emit()
