"""Who is signed in: signing in and out, the fresh sign-in that the gate asks for, access tokens.

A sign-in runs in a client and a cache of its own and becomes the session's only after every check,
because MSAL keeps the tokens of a sign-in that it refuses. What a cancelled or refused sign-in
brought is dropped. MSAL itself is behind ``MsalClient``, whose calls end by themselves within a
short time and run in threads.

MSAL, requests and PyJWT are imported inside functions: they would cost the first window as much
time as Qt does. ``preload`` warms them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from companyportal.auth.browser_sign_in import LIMIT_S, Answered, BrowserSignIn
from companyportal.auth.quiet_thread import in_thread
from companyportal.auth.saved_session import Saved, SavedSession
from companyportal.auth.token_cache import TokenCache
from companyportal.clock import Clock
from companyportal.domain import Account
from companyportal.endpoints import Endpoints
from companyportal.errors import SignInNotFresh, SignInRequired
from companyportal.gate import Evidence

if TYPE_CHECKING:
    from companyportal.auth.msal_client import MsalClient

MAX_AGE_S = 300
"""What a re-authentication asks for; what it proves is the gate's business."""


def preload() -> None:
    """Import what signing in needs; for a thread, after the first window is painted."""
    import companyportal.auth.msal_client  # noqa: F401


@dataclass(slots=True, kw_only=True)
class FreshSignIn:
    """A re-authentication: its evidence for the gate, and its tokens until somebody adopts them."""

    evidence: Evidence
    account: Account
    _client: MsalClient | None = field(repr=False)

    def forget(self) -> None:
        """Drop the tokens, where they were not adopted."""
        if (client := self._take()) is not None:
            client.forget()

    def _take(self) -> MsalClient | None:
        client, self._client = self._client, None
        return client


class Session:
    """The session with one organisation, on the event loop.

    ``open_url`` opens the person's browser; False or an error means that none opened, and the
    sign-in goes on waiting for whoever opens the link. ``cache`` is called once, in a thread.
    ``page`` gives the HTML that the browser shows at the end: True, signed in; False, refused.
    """

    def __init__(
        self,
        *,
        endpoints: Endpoints,
        clock: Clock,
        open_url: Callable[[str], bool],
        cache: Callable[[], TokenCache],
        page: Callable[[bool], str],
        limit_s: float = LIMIT_S,
    ) -> None:
        self._endpoints = endpoints
        self._clock = clock
        self._browser = BrowserSignIn(
            new_client=self._new_client,
            clock=clock,
            open_url=open_url,
            page=page,
            limit_s=limit_s,
        )
        self._disk = SavedSession(endpoints, cache)
        self._account: Account | None = None
        self._client: MsalClient | None = None
        self._restored_text = ""
        self._changes = 0
        """How often somebody signed in or out; what was begun before the last time is void."""
        self._challenge = ""

    @cached_property
    def _one_at_a_time(self) -> asyncio.Lock:
        """Made at its first use, after the first paint: until then asyncio is not imported."""
        return asyncio.Lock()

    @property
    def account(self) -> Account | None:
        """Who is signed in; None while nobody is."""
        return self._account

    async def restore(self) -> Account | None:
        """Take up the session of the last time: no network, no browser."""
        changes = self._changes
        saved = await in_thread(self._disk.load)
        if saved is not None and self._changes == changes and self._account is None:
            self._account = saved.account
            self._restored_text = saved.cache_text
        return self._account

    async def sign_in(self, on_link: Callable[[str], None]) -> Account:
        """Let a person sign in with their browser; ``on_link`` is told the address.

        Cancelled while the session is being saved, the person is signed in all the same.

        Raises: SignInCancelled, SignInTimedOut, SignInFailed, TokenInvalid, Offline,
        ServiceFailed, CaptivePortal
        """
        answered = await self._answered(on_link, {"prompt": "select_account"})
        account = answered.redeemed.claims.account
        self._become(account, answered.client)
        await self._save()
        return account

    async def reauthenticate(
        self,
        account: Account,
        on_link: Callable[[str], None],
        on_answer: Callable[[], bool | None],
    ) -> FreshSignIn:
        """Have the credentials typed again, away from the session: nothing of it is touched.

        ``on_answer`` is called when the browser has come back, before the code is redeemed; False
        says that it is too late. Another person may have signed in: the gate compares.

        Raises: as sign_in; SignInNotFresh where the provider does not say when it was
        """
        wishes = {
            "prompt": "login",
            "login_hint": account.login_hint or account.username,
            "max_age": MAX_AGE_S,
        }
        answered = await self._answered(on_link, wishes, on_answer)
        redeemed = answered.redeemed
        if redeemed.claims.auth_time is None:
            answered.client.forget()
            raise SignInNotFresh(code="auth_time")
        evidence = Evidence(
            person=redeemed.claims.person,
            auth_time=redeemed.claims.auth_time,
            served_at=redeemed.served_at,
            boot_opened=answered.boot_opened,
            boot_sent=redeemed.boot_sent,
            boot_received=redeemed.boot_received,
        )
        return FreshSignIn(
            evidence=evidence, account=redeemed.claims.account, _client=answered.client
        )

    def adopt(self, fresh: FreshSignIn) -> Account:
        """Make a fresh sign-in the session; it is saved with the next token or at the end.

        Raises: SignInRequired where its tokens are gone
        """
        client = fresh._take()
        if client is None:
            raise SignInRequired(code="forgotten")
        self._become(fresh.account, client)
        return fresh.account

    async def sign_out(self, *, keeps_challenge: bool = False) -> None:
        """Forget every account, here and on disk; needs no network.

        ``keeps_challenge``: not the person's wish to leave; they are expected back at once.

        Nobody is signed in any more, also where it fails. Raises: SignOutFailed
        """
        self._changes += 1
        if not keeps_challenge:
            self._challenge = ""
        self._account = None
        self._restored_text = ""
        client, self._client = self._client, None
        if client is not None:
            client.forget()
        await in_thread(self._disk.erase)

    async def token(self, *, claims: str = "", renew: bool = False) -> str:
        """An access token for the service, without asking the person.

        ``claims``: a claims challenge of the service; ``renew``: not the one in the cache.

        Raises: SignInRequired, Offline, Throttled, ServiceFailed, CaptivePortal, SignInFailed
        """
        async with self._one_at_a_time:
            account, client = await self._signed_in()
            token = await in_thread(
                lambda: client.silent(account.person, claims=claims, renew=renew)
            )
            if self._client is not client:
                raise SignInRequired(code="signed_out")
            await self._save()
            return token

    def note_challenge(self, claims: str) -> None:
        """The service asks for more than a token without the person can show.

        The next sign-in page is shown the claims, once; where that is not enough, or nobody comes
        back from it, the person decides anew. Nothing is noted for whoever has just left.
        """
        if self._account is not None:
            self._challenge = claims

    @property
    def is_kept(self) -> bool:
        """Whether this computer keeps the session after the program has ended."""
        return self._disk.is_persistent

    @property
    def lacks_key_store(self) -> bool:
        """Whether the session ends with the program because no key store could be opened."""
        return self._disk.lacks_key_store

    async def close(self) -> None:
        """Save what has changed and close the connections; the session stays on disk."""
        await self._save()
        if self._client is not None:
            self._client.close()

    async def _answered(
        self,
        on_link: Callable[[str], None],
        wishes: dict[str, Any],
        on_answer: Callable[[], bool | None] | None = None,
    ) -> Answered:
        """A sign-in that also answers the challenge, if one waits."""

        def shown(link: str) -> None:
            # The page may never lead back, because of the challenge itself even: nobody shall be
            # locked out by it. What was never shown to anybody waits for the next time.
            self._challenge = ""
            on_link(link)

        if self._challenge:
            wishes = {**wishes, "claims_challenge": self._challenge}
        return await self._browser.answered(shown, wishes, on_answer)

    async def _signed_in(self) -> tuple[Account, MsalClient]:
        account = self._account
        if account is None:
            raise SignInRequired(code="signed_out")
        if self._client is None:
            client = await in_thread(lambda: self._new_client(self._restored_text))
            if self._account is not account or self._client is not None:
                client.forget()
                raise SignInRequired(code="signed_out")
            self._client = client
            self._restored_text = ""
        return account, self._client

    def _new_client(self, cache_text: str = "") -> MsalClient:
        from companyportal.auth.msal_client import MsalClient

        return MsalClient(self._endpoints, self._clock, cache_text)

    def _become(self, account: Account, client: MsalClient) -> None:
        if self._client is not None:
            self._client.forget()
        self._changes += 1
        self._challenge = ""
        self._account = account
        self._client = client
        self._restored_text = ""

    async def _save(self) -> None:
        account, client = self._account, self._client
        if account is None or client is None or (text := client.changed_text()) is None:
            return
        saved = Saved(account=account, cache_text=text)
        await in_thread(lambda: self._disk.save(saved, is_current=lambda: self._client is client))
