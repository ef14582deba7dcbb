"""The session of a measured program, encrypted as everywhere, with its key in a file.

So it can be measured where no key store answers; what is left out is one question to the Secret
Service, which is asked after the first paint.
"""

from __future__ import annotations

import os
from pathlib import Path

from companyportal.auth.encrypted_file import KEY_BYTES, EncryptedFile


class FileKey:
    """A KeyStore for measurements and for nothing else."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> bytes | None:
        """See KeyStore."""
        return self._path.read_bytes() if self._path.exists() else None

    def create(self) -> bytes:
        """See KeyStore."""
        key = os.urandom(KEY_BYTES)
        self._path.write_bytes(key)
        return key

    def delete(self) -> bool:
        """See KeyStore."""
        self._path.unlink(missing_ok=True)
        return True


def kept_in(profile: str, folder: Path) -> EncryptedFile:
    """In place of ``open_token_cache``."""
    return EncryptedFile(folder / f"session-{profile}.bin", FileKey(folder / "key"))
