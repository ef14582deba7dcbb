"""A keyring in this process, and a search for secrets on disk."""

from __future__ import annotations

import base64
from pathlib import Path

from keyring.backends.SecretService import Keyring as SecretServiceKeyring

from companyportal.auth.encrypted_file import EncryptedFile
from companyportal.auth.secret_service import SecretServiceKey

TEXT = '{"AccessToken": "CNRY-AT-secret é"}'


class Ring(SecretServiceKeyring):
    """A Secret Service that lives in this process; ``failure`` is raised by every call."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, str], str] = {}
        self.failure: Exception | None = None
        self.is_stubborn = False

    def get_password(self, service: str, username: str) -> str | None:
        """See KeyringBackend."""
        if self.failure is not None:
            raise self.failure
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """See KeyringBackend."""
        self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """See KeyringBackend."""
        if not self.is_stubborn:
            del self.items[service, username]


def holds_none_of(folder: Path, secrets: list[str]) -> bool:
    """True where no file holds one of them: raw, in base64 at any offset, or in UTF-16."""
    content = b"\n".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    forms: list[bytes] = []
    for secret in secrets:
        raw = secret.encode()
        forms += [raw, secret.encode("utf-16-le"), raw.hex().encode()]
        forms += [base64.b64encode(b"x" * pad + raw)[4:-4] for pad in range(3)]
    return not any(form in content for form in forms)


def again(cache_path: Path, ring: Ring) -> EncryptedFile:
    """The cache as the next run of the program opens it."""
    return EncryptedFile(cache_path, SecretServiceKey(ring, "demo"))
