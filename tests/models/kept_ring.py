"""A keyring in a folder, for programs that come and go: each finds what the last one kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.auth import secret_service
from tests.auth.ring import Ring


class KeptRing(Ring):
    """A Secret Service with one file an item."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def get_password(self, service: str, username: str) -> str | None:
        """See KeyringBackend."""
        file = self._file(service, username)
        return file.read_text(encoding="utf-8") if file.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """See KeyringBackend."""
        self._file(service, username).write_text(password, encoding="utf-8")

    def delete_password(self, service: str, username: str) -> None:
        """See KeyringBackend."""
        self._file(service, username).unlink()

    def _file(self, service: str, username: str) -> Path:
        return self._folder / f"{service}.{username}"


def plug_in(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """From now on this process has that keyring."""
    ring = KeptRing(folder)
    patch.setattr(secret_service, "_secret_service", lambda: ring)
