"""The key of the saved session in the Secret Service (GNOME Keyring, KWallet, KeePassXC).

Each call runs in a daemon thread with a time limit, because an unlocking dialogue may stand open
for ever, and such a thread must not hold the program's end.

Source: https://specifications.freedesktop.org/secret-service/
"""

from __future__ import annotations

import base64
import os
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from companyportal.auth.encrypted_file import KEY_BYTES

SERVICE = "companyportal"
LIMIT_S = 5.0

T = TypeVar("T")


class SecretServiceKey:
    """A KeyStore in one item of the person's default collection."""

    def __init__(self, ring: Any, profile: str, limit_s: float = LIMIT_S) -> None:
        self._ring = ring
        self._profile = profile
        self._limit_s = limit_s
        self._key: bytes | None = None

    @classmethod
    def find(cls, profile: str, limit_s: float = LIMIT_S) -> SecretServiceKey | None:
        """The store, where a Secret Service answers and is unlocked in time; else None."""
        try:
            store = cls(_within(limit_s, _secret_service), profile, limit_s)
            store.read()
        except OSError:
            return None
        return store

    def read(self) -> bytes | None:
        """See KeyStore."""
        if self._key is None:
            text = self._asked(lambda: self._ring.get_password(SERVICE, self._profile))
            self._key = _key(text)
        return self._key

    def create(self) -> bytes:
        """See KeyStore."""
        text = base64.b64encode(os.urandom(KEY_BYTES)).decode()
        self._asked(lambda: self._ring.set_password(SERVICE, self._profile, text))
        key = self.read()
        if key is None:
            raise OSError("the key was not kept")
        return key

    def delete(self) -> bool:
        """See KeyStore."""
        self._key = None
        if self._asked(lambda: self._ring.get_password(SERVICE, self._profile)) is not None:
            self._asked(lambda: self._ring.delete_password(SERVICE, self._profile))
        return self.read() is None

    def _asked(self, question: Callable[[], T]) -> T:
        return _within(self._limit_s, question)


def _key(text: str | None) -> bytes | None:
    """A damaged key is none: what was encrypted with it is lost anyway."""
    try:
        key = base64.b64decode(text or "", validate=True)
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _secret_service() -> Any:
    """keyring's Secret Service backend, where keyring would use it.

    Not what else keyring may be set to: a plain file, a null store, somebody's plug-in.
    """
    import keyring
    from keyring.backends.SecretService import Keyring

    chosen = keyring.get_keyring()
    for ring in getattr(chosen, "backends", (chosen,)):
        if isinstance(ring, Keyring):
            return ring
    raise OSError("no Secret Service")


def _within(limit_s: float, work: Callable[[], T]) -> T:
    """Do ``work`` in a daemon thread. Raises: OSError where it fails or takes longer."""
    from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]
    from keyring.errors import KeyringError
    from secretstorage.exceptions import SecretStorageException

    foreign = (KeyringError, SecretStorageException, DBusErrorResponse, OSError, EOFError)
    surprises = (RuntimeError, ValueError, TypeError, LookupError, AttributeError, AssertionError)
    done: queue.SimpleQueue[tuple[bool, Any]] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put((True, work()))
        except (*foreign, *surprises):
            done.put((False, None))

    threading.Thread(target=run, name="secret-service", daemon=True).start()
    try:
        is_done, result = done.get(timeout=limit_s)
    except queue.Empty:
        raise TimeoutError("the key store does not answer") from None
    if not is_done:
        raise OSError("the key store failed")
    answer: T = result
    return answer
