"""Where the session is kept between two runs: encrypted by the operating system, or nowhere.

Windows encrypts with DPAPI and macOS keeps a Keychain item, both through msal-extensions. On Linux
a file is encrypted with a key that lies in the Secret Service. Where none of these can be had, the
session lives in memory and ends with the program; plain text is never written.

keyring, cryptography and msal-extensions are imported inside functions: they cost time at start.
"""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import Protocol

_PROFILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_log = logging.getLogger(__name__)


class TokenCache(Protocol):
    """One text, kept for the next run. Blocking, a few seconds at most."""

    is_persistent: bool

    def load(self) -> str | None:
        """The text; None where there is none, where it was damaged (then it is erased) or where
        it cannot be read.
        """
        ...

    def save(self, text: str) -> None:
        """Keep it; a failure is logged, and the text then ends with the program."""
        ...

    def erase(self) -> None:
        """Remove the text and its key. Raises: SignOutFailed where something remains."""
        ...


class MemoryTokenCache:
    """Keeps the text for as long as the program runs."""

    is_persistent = False

    def __init__(self, *, is_makeshift: bool = False) -> None:
        """``is_makeshift``: it stands in for a key store that the computer does not offer."""
        self.is_makeshift = is_makeshift
        self._text: str | None = None

    def load(self) -> str | None:
        """See TokenCache."""
        return self._text

    def save(self, text: str) -> None:
        """See TokenCache."""
        self._text = text

    def erase(self) -> None:
        """See TokenCache."""
        self._text = None


def open_token_cache(profile: str, directory: Path) -> TokenCache:
    """The best cache that this computer offers, for one connection.

    ``profile`` is a short name, also of the file; at most five seconds go into finding a key store.
    """
    if not _PROFILE.fullmatch(profile):
        raise ValueError("a profile is a short plain name")
    cache = _system_cache(profile, directory)
    if cache is None:
        _log.info("no key store: the session is not kept after the program ends")
        return MemoryTokenCache(is_makeshift=True)
    return cache


def erase_token_cache(profile: str, directory: Path) -> None:
    """Remove what a connection keeps that the program does not use now, and its key.

    Raises: SignOutFailed where something remains
    """
    open_token_cache(profile, directory).erase()


def _system_cache(profile: str, directory: Path) -> TokenCache | None:
    if sys.platform == "win32":
        from companyportal.auth.dpapi_file import DpapiFile

        return DpapiFile(profile, directory)
    if sys.platform == "darwin":
        from companyportal.auth.keychain_item import KeychainItem

        return KeychainItem(profile, directory)
    from companyportal.auth.encrypted_file import EncryptedFile
    from companyportal.auth.secret_service import SecretServiceKey

    key = SecretServiceKey.find(profile)
    return None if key is None else EncryptedFile(directory / f"session-{profile}.bin", key)
