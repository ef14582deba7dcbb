"""The one session that outlives the program: who is signed in, and MSAL's cache.

Saving and erasing never overlap, so that a save that is under way cannot bring back what a
sign-out has just erased. Blocking: every method is called in a thread.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from companyportal.auth.token_cache import MemoryTokenCache, TokenCache
from companyportal.domain import Account, Person
from companyportal.endpoints import Endpoints
from companyportal.errors import SignOutFailed

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was found."""

    account: Account
    cache_text: str = field(repr=False)


class SavedSession:
    """The session of one connection; ``open_cache`` is called once, when first needed."""

    def __init__(self, endpoints: Endpoints, open_cache: Callable[[], TokenCache]) -> None:
        self._endpoints = endpoints
        self._open_cache = open_cache
        self._cache: TokenCache | None = None
        self._lock = threading.Lock()

    def load(self) -> Saved | None:
        """What was saved for this authority and client; anything else is left alone."""
        with self._lock:
            text = self._opened().load()
        return _parsed(text, self._endpoints) if text is not None else None

    def save(self, saved: Saved, *, is_current: Callable[[], bool]) -> None:
        """Keep it, where ``is_current`` still says so when it is this call's turn."""
        with self._lock:
            if is_current():
                self._opened().save(_text(saved, self._endpoints))

    def erase(self) -> None:
        """Remove everything and read again to prove it. Raises: SignOutFailed."""
        with self._lock:
            cache = self._opened()
            cache.erase()
            if cache.load() is not None:
                raise SignOutFailed(code="cache_not_empty")

    @property
    def is_persistent(self) -> bool:
        """Whether anything outlives the program; known once it was loaded."""
        return self._cache is not None and self._cache.is_persistent

    @property
    def lacks_key_store(self) -> bool:
        """Whether it should outlive the program and cannot; known once it was loaded."""
        return isinstance(self._cache, MemoryTokenCache) and self._cache.is_makeshift

    def _opened(self) -> TokenCache:
        if self._cache is None:
            self._cache = self._open_cache()
        return self._cache


def _text(saved: Saved, endpoints: Endpoints) -> str:
    account = saved.account
    return json.dumps(
        {
            "version": _VERSION,
            "authority": endpoints.authority,
            "client_id": endpoints.client_id,
            "user_id": account.person.user_id,
            "tenant_id": account.person.tenant_id,
            "username": account.username,
            "display_name": account.display_name,
            "login_hint": account.login_hint,
            "cache": saved.cache_text,
        }
    )


def _parsed(text: str, endpoints: Endpoints) -> Saved | None:
    try:
        raw: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict) or raw.pop("version", None) != _VERSION:
        return None
    if not all(isinstance(value, str) for value in raw.values()):
        return None
    if (raw.get("authority"), raw.get("client_id")) != (endpoints.authority, endpoints.client_id):
        return None
    try:
        account = Account(
            person=Person(raw["tenant_id"], raw["user_id"]),
            username=raw["username"],
            display_name=raw["display_name"],
            login_hint=raw["login_hint"],
        )
        return Saved(account=account, cache_text=raw["cache"])
    except KeyError:
        return None
