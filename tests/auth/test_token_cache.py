"""Where the session is kept: encrypted or nowhere, and nothing of it after erasing."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from companyportal.auth.saved_session import Saved, SavedSession
from companyportal.auth.secret_service import SecretServiceKey
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache, open_token_cache
from companyportal.demo.server import DemoServer
from tests.auth.conftest import OpenSession
from tests.auth.ring import TEXT, Ring, again, holds_none_of
from tests.needs import need_command


@pytest.fixture
def chosen_ring() -> Iterator[Callable[[Any], None]]:
    """Makes keyring choose that ring, as its own settings would."""
    before = keyring.core._keyring_backend
    yield keyring.set_keyring
    keyring.core._keyring_backend = before


def test_scan_finds_what_it_looks_for(tmp_path: Path) -> None:
    for made in (TEXT.encode(), base64.b64encode(b"ab" + TEXT.encode()), TEXT.encode("utf-16")):
        (tmp_path / "leak").write_bytes(made)
        assert not holds_none_of(tmp_path, ["CNRY-AT-secret"])


def test_memory_ends_with_the_program() -> None:
    memory = MemoryTokenCache()
    memory.save(TEXT)
    assert memory.load() == TEXT
    memory.erase()
    assert memory.load() is None
    assert not memory.is_persistent


@pytest.mark.parametrize("profile", ["", "../x", "a/b", ".hidden", "x" * 65, "é", "a\n"])
def test_profile_cannot_leave_its_folder(tmp_path: Path, profile: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        open_token_cache(profile, tmp_path)


class PlainFile(NullKeyring):
    """Stands for keyrings.alt and other plug-ins, and for keyring's chainer."""

    backends: tuple[Any, ...] = ()


def kept_in_files() -> Any:
    made: Any = PlainFile
    return made()


@pytest.mark.parametrize("kind", [FailKeyring, NullKeyring, PlainFile])
def test_other_rings_are_not_used(
    tmp_path: Path, chosen_ring: Callable[[Any], None], kind: type
) -> None:
    chosen_ring(kind())
    assert isinstance(open_token_cache("demo", tmp_path), MemoryTokenCache)


def test_secret_service_is_found_also_within_a_chain(
    tmp_path: Path, ring: Ring, chosen_ring: Callable[[Any], None]
) -> None:
    chain: Any = kept_in_files()
    chain.backends = (kept_in_files(), ring)
    chosen_ring(chain)
    found = open_token_cache("demo", tmp_path)
    assert found.is_persistent
    assert ring.items == {}, "looking makes no key"
    found.save(TEXT)
    assert (tmp_path / "session-demo.bin").is_file()


def test_ring_that_waits_for_an_unlocking_dialogue_is_given_up(
    ring: Ring, chosen_ring: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue = threading.Event()
    monkeypatch.setattr(ring, "get_password", lambda *_: dialogue.wait())
    chosen_ring(ring)
    assert SecretServiceKey.find("demo", limit_s=0.05) is None
    dialogue.set()


def test_without_any_session_bus_memory_is_used(tmp_path: Path) -> None:
    assert used(tmp_path, "save", TEXT) == {"is_persistent": False, "text": TEXT}
    assert list(tmp_path.rglob("session-*")) == []


def used(directory: Path, *words: str, bus: tuple[str, ...] = ()) -> dict[str, Any]:
    """Let a process of its own use the cache once."""
    command = [*bus, sys.executable, "-m", "tests.auth.use_token_cache", str(directory), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.mark.desktop
def test_real_keyring_keeps_the_key_between_runs(tmp_path: Path, home: Path) -> None:
    need_command("gnome-keyring-daemon", "gnome-keyring")
    unlocked = 'printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'
    bus = (need_command("dbus-run-session", "dbus"), "--", "sh", "-c", unlocked, "sh")
    assert used(tmp_path, "save", TEXT, bus=bus) == {"is_persistent": True, "text": TEXT}
    assert used(tmp_path, "load", bus=bus) == {"is_persistent": True, "text": TEXT}
    assert holds_none_of(tmp_path, ["CNRY-AT-secret"])
    assert holds_none_of(home, ["CNRY-AT-secret"])
    assert used(tmp_path, "erase", bus=bus)["text"] is None
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


async def test_session_on_disk_is_silent_after_a_restart_and_gone_after_sign_out(
    open_session: OpenSession, demo: DemoServer, ring: Ring, path: Path
) -> None:
    def from_disk() -> Session:
        return open_session(cache=lambda: again(path, ring))

    account = await from_disk().sign_in(lambda link: None)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert holds_none_of(path.parent, demo.tenant.secrets)
    following = from_disk()
    assert await following.restore() == account
    assert await following.token() in demo.tenant.secrets
    await following.sign_out()
    assert holds_none_of(path.parent, demo.tenant.secrets)
    assert list(path.parent.iterdir()) == []
    assert ring.items == {}
    assert await from_disk().restore() is None


async def test_save_that_comes_after_a_sign_out_writes_nothing(
    demo: DemoServer, session: Session
) -> None:
    account = await session.sign_in(lambda link: None)
    disk = MemoryTokenCache()
    late = SavedSession(demo.endpoints, lambda: disk)
    late.save(Saved(account=account, cache_text="{}"), is_current=lambda: False)
    assert disk.load() is None
