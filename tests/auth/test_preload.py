"""The sign-in costs nothing at start, and nothing on the first click either."""

from __future__ import annotations

import subprocess
import sys

from companyportal.auth.session import preload

HEAVY = ["msal", "requests", "jwt", "truststore", "cryptography", "keyring", "aiohttp", "msgspec"]


def loaded_after(program: str) -> list[str]:
    """Which of the heavy ones a fresh interpreter has loaded then."""
    program += f"; import sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_importing_the_session_imports_nothing_heavy() -> None:
    assert loaded_after("import companyportal.auth.session") == []


def test_preload_imports_all_that_signing_in_needs() -> None:
    loaded = loaded_after("from companyportal.auth.session import preload; preload()")
    assert loaded[:5] == HEAVY[:5]


def test_preload_may_be_repeated() -> None:
    preload()
    preload()
    assert "companyportal.auth.msal_client" in sys.modules
