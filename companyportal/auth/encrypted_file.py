"""A text in a file, encrypted with AES-256-GCM; the key lies elsewhere (Linux)."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path
from typing import Protocol

from companyportal.auth.private_file import remove, replace_file, write_private
from companyportal.errors import SignOutFailed

KEY_BYTES = 32
_MAGIC = b"CPTC1\n"
"""Begins the file and is authenticated with it, together with the file's name."""
_NONCE_BYTES = 12
_MAX_BYTES = 4 * 1024 * 1024
_log = logging.getLogger(__name__)


class KeyStore(Protocol):
    """Keeps one key of 32 bytes. Each call ends within a few seconds.

    Raises, from each: OSError where the store does not answer
    """

    def read(self) -> bytes | None:
        """The key, where there is one."""
        ...

    def create(self) -> bytes:
        """Make a key at random, keep it, and read it back."""
        ...

    def delete(self) -> bool:
        """True where no key is left."""
        ...


class EncryptedFile:
    """A TokenCache; the key is made with the first save and removed with the text."""

    is_persistent = True

    def __init__(self, path: Path, key_store: KeyStore) -> None:
        self._path = path
        self._key_store = key_store
        self._bound_to = _MAGIC + path.name.encode()

    def load(self) -> str | None:
        """See TokenCache."""
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                self._remove_damaged()
                return None
            content = self._path.read_bytes()
        except FileNotFoundError:
            self._remove_orphan()
            return None
        except OSError as error:
            _log.warning("the saved session cannot be read: errno %s", error.errno)
            return None
        try:
            key = self._key_store.read()
        except OSError:
            _log.warning("the key store does not answer; the saved session stays closed")
            return None
        text = None if key is None else self._decrypted(content, key)
        if text is None:
            self._remove_damaged()
        return text

    def save(self, text: str) -> None:
        """See TokenCache."""
        try:
            key = self._key_store.read() or self._key_store.create()
            replace_file(self._path, write_private(self._encrypted(text, key)))
        except OSError as error:
            _log.warning("the session could not be saved: errno %s", error.errno)

    def erase(self) -> None:
        """See TokenCache."""
        is_file_gone = remove(self._path)
        try:
            is_key_gone = self._key_store.delete()
        except OSError:
            is_key_gone = False
        if not is_file_gone:
            raise SignOutFailed(code="file_remains")
        if not is_key_gone:
            raise SignOutFailed(code="key_remains")

    def _encrypted(self, text: str, key: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(_NONCE_BYTES)
        return _MAGIC + nonce + AESGCM(key).encrypt(nonce, text.encode(), self._bound_to)

    def _decrypted(self, content: bytes, key: bytes) -> str | None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not content.startswith(_MAGIC):
            return None
        nonce, sealed = content[len(_MAGIC) :][:_NONCE_BYTES], content[len(_MAGIC) + _NONCE_BYTES :]
        try:
            return AESGCM(key).decrypt(nonce, sealed, self._bound_to).decode()
        except (InvalidTag, ValueError):
            return None

    def _remove_orphan(self) -> None:
        """A key without a file is what a sign-out leaves that was killed half-way."""
        with contextlib.suppress(OSError):
            if self._key_store.read() is not None:
                self._key_store.delete()

    def _remove_damaged(self) -> None:
        """Nothing can be made of it, so it goes; the person signs in again."""
        _log.warning("the saved session was damaged and has been removed")
        remove(self._path)
