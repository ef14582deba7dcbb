"""The session's text in one item of the login Keychain (macOS).

Source: https://github.com/AzureAD/microsoft-authentication-extensions-for-python
"""

from __future__ import annotations

import logging
from pathlib import Path

from msal_extensions import KeychainPersistence
from msal_extensions.persistence import PersistenceNotFound

from companyportal.auth.private_file import remove
from companyportal.errors import SignOutFailed

_SERVICE = "companyportal"
_log = logging.getLogger(__name__)


class KeychainItem:
    """A TokenCache in one item of the login Keychain."""

    is_persistent = True

    def __init__(self, profile: str, directory: Path) -> None:
        self._signal = directory / f"session-{profile}.signal"
        self._item = KeychainPersistence(str(self._signal), _SERVICE, profile)

    def load(self) -> str | None:
        """See TokenCache."""
        try:
            text: str = self._item.load()
        except PersistenceNotFound:
            return None
        except (OSError, ValueError):
            _log.warning("the Keychain does not answer; the saved session stays closed")
            return None
        # msal-extensions cannot delete an item; an erased one is empty.
        return text or None

    def save(self, text: str) -> None:
        """See TokenCache."""
        try:
            self._item.save(text)
        except OSError as error:
            _log.warning("the session could not be saved: errno %s", error.errno)

    def erase(self) -> None:
        """See TokenCache."""
        try:
            self._item.save("")
        except OSError:
            raise SignOutFailed(code="key_remains") from None
        if not remove(self._signal):
            raise SignOutFailed(code="file_remains")
