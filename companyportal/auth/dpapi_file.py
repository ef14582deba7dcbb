"""The session's text in a file that only this Windows account can decrypt (DPAPI).

msal-extensions writes in place, so a crash would leave half a file: here the new one is made
beside the old one and then takes its place.

Source: https://github.com/AzureAD/microsoft-authentication-extensions-for-python
"""

from __future__ import annotations

import logging
from pathlib import Path

from msal_extensions import FilePersistenceWithDataProtection
from msal_extensions.persistence import PersistenceNotFound

from companyportal.auth.private_file import remove, replace_file
from companyportal.errors import SignOutFailed

_log = logging.getLogger(__name__)


class DpapiFile:
    """A TokenCache in a file that only this Windows account can decrypt (DPAPI)."""

    is_persistent = True

    def __init__(self, profile: str, directory: Path) -> None:
        self._path = directory / f"session-{profile}.bin"

    def load(self) -> str | None:
        """See TokenCache."""
        try:
            text: str = FilePersistenceWithDataProtection(str(self._path)).load()
        except PersistenceNotFound:
            return None
        except (OSError, ValueError):
            _log.warning("the saved session was damaged and has been removed")
            remove(self._path)
            return None
        return text

    def save(self, text: str) -> None:
        """See TokenCache."""

        def write(path: Path) -> None:
            FilePersistenceWithDataProtection(str(path)).save(text)

        try:
            replace_file(self._path, write)
        except OSError as error:
            _log.warning("the session could not be saved: errno %s", error.errno)

    def erase(self) -> None:
        """See TokenCache."""
        if not remove(self._path):
            raise SignOutFailed(code="file_remains")
