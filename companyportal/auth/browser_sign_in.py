"""One way through the person's browser and back: link, waiting, answer, checked tokens.

Each has a client and a cache of its own, and what a cancelled or refused one brought is dropped.
"""

from __future__ import annotations

import asyncio
import logging
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from companyportal.auth.quiet_thread import in_thread
from companyportal.auth.receiver import Receiver
from companyportal.clock import Clock
from companyportal.endpoints import LOOPBACK_HOSTS
from companyportal.errors import SignInFailed, SignInTimedOut

if TYPE_CHECKING:
    from companyportal.auth.msal_client import MsalClient, Redeemed

LIMIT_S = 300.0
"""Nobody waits longer for the browser."""
_log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Answered:
    """A browser sign-in whose ID token passed every check."""

    client: MsalClient
    redeemed: Redeemed
    boot_opened: float


class BrowserSignIn:
    """Knows how to ask a person to sign in; see Session for its parameters.

    ``new_client`` is called in a thread.
    """

    def __init__(
        self,
        *,
        new_client: Callable[[], MsalClient],
        clock: Clock,
        open_url: Callable[[str], bool],
        page: Callable[[bool], str],
        limit_s: float,
    ) -> None:
        self._new_client = new_client
        self._clock = clock
        self._open_url = open_url
        self._page = page
        self._limit_s = limit_s

    async def answered(
        self,
        on_link: Callable[[str], None],
        wishes: dict[str, Any],
        on_answer: Callable[[], bool | None] | None = None,
    ) -> Answered:
        """Wait for the person, then redeem and check what the browser brought.

        ``wishes``: as in MsalClient.start; ``on_answer`` as in Session.reauthenticate.

        Raises: SignInCancelled, SignInTimedOut, SignInFailed, TokenInvalid, Offline, …
        """
        with ExitStack() as undo:
            try:
                async with asyncio.timeout(self._limit_s):
                    client = await in_thread(self._new_client)
                    undo.callback(client.forget)
                    async with Receiver(page=self._page, origins=client.sites) as receiver:
                        flow = client.start(receiver.redirect_uri, wishes)
                        boot_opened = self._clock.boot_s()
                        self._show(flow["auth_uri"], on_link)
                        fields = await receiver.answer(flow["state"])
                    if on_answer is not None and on_answer() is False:
                        raise SignInTimedOut(code="too_late")
                    redeemed = await in_thread(lambda: client.redeem(flow, fields))
            except TimeoutError:
                raise SignInTimedOut from None
            undo.pop_all()
        return Answered(client=client, redeemed=redeemed, boot_opened=boot_opened)

    def _show(self, url: str, on_link: Callable[[str], None]) -> None:
        if not _is_safe_link(url):
            raise SignInFailed(code="authorize_address")
        on_link(url)
        try:
            is_open = self._open_url(url)
        except (OSError, RuntimeError, ValueError, webbrowser.Error):
            is_open = False
        if not is_open:
            _log.info("no browser opened; waiting for the link to be used")


def _is_safe_link(url: str) -> bool:
    """Only web addresses leave for the browser, and plain http only for this computer."""
    if not url.isascii() or any(character <= " " for character in url):
        return False
    parts = urlsplit(url)
    is_local = parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS
    return (parts.scheme == "https" and bool(parts.hostname)) or is_local
