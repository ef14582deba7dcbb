"""Where the session is kept: encrypted or nowhere, and nothing of it after erasing."""

from __future__ import annotations

import base64
import json
import os
import signal
import stat
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
from keyring.backends.SecretService import Keyring as SecretServiceKeyring
from keyring.errors import KeyringLocked
from secretstorage.exceptions import SecretServiceNotAvailableException

from companyportal.auth.encrypted_file import EncryptedFile
from companyportal.auth.private_file import beside
from companyportal.auth.saved_session import Saved, SavedSession
from companyportal.auth.secret_service import SecretServiceKey
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache, open_token_cache
from companyportal.demo.server import DemoServer
from companyportal.errors import SignOutFailed
from tests.auth.conftest import OpenSession
from tests.needs import need_command

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


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "session-demo.bin"


@pytest.fixture
def cache(ring: Ring, path: Path) -> EncryptedFile:
    return EncryptedFile(path, SecretServiceKey(ring, "demo"))


@pytest.fixture
def chosen_ring() -> Iterator[Callable[[Any], None]]:
    """Makes keyring choose that ring, as its own settings would."""
    before = keyring.core._keyring_backend
    yield keyring.set_keyring
    keyring.core._keyring_backend = before


def again(cache_path: Path, ring: Ring) -> EncryptedFile:
    """The cache as the next run of the program opens it."""
    return EncryptedFile(cache_path, SecretServiceKey(ring, "demo"))


def test_saved_text_is_there_in_the_next_run(cache: EncryptedFile, path: Path, ring: Ring) -> None:
    assert cache.load() is None
    cache.save("old")
    cache.save(TEXT)
    assert cache.load() == again(path, ring).load() == TEXT


def test_file_is_private_and_holds_no_plain_text(cache: EncryptedFile, path: Path) -> None:
    os.umask(os.umask(0))
    cache.save(TEXT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert holds_none_of(path.parent, ["CNRY-AT-secret"])
    first = path.read_bytes()
    cache.save(TEXT)
    assert path.read_bytes()[6:18] != first[6:18]


def test_wide_open_folder_is_closed(cache: EncryptedFile, path: Path) -> None:
    path.parent.mkdir(mode=0o777)
    path.parent.chmod(0o777)
    cache.save(TEXT)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def holds_none_of(folder: Path, secrets: list[str]) -> bool:
    """True where no file holds one of them: raw, in base64 at any offset, or in UTF-16."""
    content = b"\n".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    forms: list[bytes] = []
    for secret in secrets:
        raw = secret.encode()
        forms += [raw, secret.encode("utf-16-le"), raw.hex().encode()]
        forms += [base64.b64encode(b"x" * pad + raw)[4:-4] for pad in range(3)]
    return not any(form in content for form in forms)


def test_scan_finds_what_it_looks_for(tmp_path: Path) -> None:
    for made in (TEXT.encode(), base64.b64encode(b"ab" + TEXT.encode()), TEXT.encode("utf-16")):
        (tmp_path / "leak").write_bytes(made)
        assert not holds_none_of(tmp_path, ["CNRY-AT-secret"])


@pytest.mark.expected_logs("was damaged and has been removed")
@pytest.mark.parametrize("place", [0, 5, 6, 17, 18, 40, -1])
def test_tampered_file_is_removed(cache: EncryptedFile, path: Path, ring: Ring, place: int) -> None:
    cache.save(TEXT)
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert again(path, ring).load() is None
    assert not path.exists()


@pytest.mark.expected_logs("was damaged and has been removed")
@pytest.mark.parametrize("length", [0, 3, 6, 17, 20, 30])
def test_cut_file_is_removed(cache: EncryptedFile, path: Path, length: int) -> None:
    cache.save(TEXT)
    path.write_bytes(path.read_bytes()[:length])
    assert cache.load() is None
    assert not path.exists()


@pytest.mark.expected_logs("was damaged and has been removed")
def test_huge_file_is_removed_unread(cache: EncryptedFile, path: Path) -> None:
    cache.save(TEXT)
    os.truncate(path, 5 * 1024 * 1024)
    assert cache.load() is None
    assert not path.exists()


@pytest.mark.expected_logs("was damaged and has been removed")
def test_file_of_another_connection_is_not_taken(
    cache: EncryptedFile, path: Path, ring: Ring
) -> None:
    cache.save(TEXT)
    other = path.with_name("session-other.bin")
    path.rename(other)
    assert EncryptedFile(other, SecretServiceKey(ring, "demo")).load() is None


@pytest.mark.expected_logs("was damaged and has been removed")
@pytest.mark.parametrize("key", [None, "", "!", "c2hvcnQ="])
def test_lost_key_means_signed_out_and_the_next_save_makes_another(
    cache: EncryptedFile, path: Path, ring: Ring, key: str | None
) -> None:
    cache.save(TEXT)
    ring.items = {} if key is None else {("companyportal", "demo"): key}
    following = again(path, ring)
    assert following.load() is None
    following.save(TEXT)
    assert again(path, ring).load() == TEXT


@pytest.mark.expected_logs("cannot be read: errno")
def test_unreadable_place_means_signed_out(ring: Ring, path: Path) -> None:
    path.parent.mkdir()
    path.mkdir()
    (path / "x").touch()
    assert again(path, ring).load() is None
    with pytest.raises(SignOutFailed) as failed:
        again(path, ring).erase()
    assert failed.value.code == "file_remains"


@pytest.mark.expected_logs("the session could not be saved: errno")
def test_failing_save_is_told_in_one_line(ring: Ring, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    again(tmp_path / "state" / "session-demo.bin", ring).save(TEXT)


@pytest.mark.expected_logs("the key store does not answer", "the session could not be saved")
@pytest.mark.parametrize(
    "failure", [KeyringLocked("x"), SecretServiceNotAvailableException("x"), OSError("x")]
)
def test_key_store_that_fails_loses_nothing(
    cache: EncryptedFile, path: Path, ring: Ring, failure: Exception
) -> None:
    cache.save(TEXT)
    ring.failure = failure
    broken = again(path, ring)
    assert broken.load() is None
    broken.save("x")
    ring.failure = None
    assert again(path, ring).load() == TEXT
    ring.failure = failure
    with pytest.raises(SignOutFailed) as failed:
        broken.erase()
    assert failed.value.code == "key_remains"
    assert not path.exists()


def test_key_that_stays_is_told(cache: EncryptedFile, ring: Ring) -> None:
    cache.save(TEXT)
    ring.is_stubborn = True
    with pytest.raises(SignOutFailed):
        cache.erase()


@pytest.mark.expected_logs("the session could not be saved")
def test_key_that_is_not_kept_is_not_used(
    cache: EncryptedFile, ring: Ring, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ring, "set_password", lambda *_: None)
    cache.save(TEXT)
    assert not path.exists()


def test_erased_is_erased(cache: EncryptedFile, path: Path, ring: Ring) -> None:
    cache.save(TEXT)
    beside(path).write_text("half of a new file")
    cache.erase()
    cache.erase()
    assert list(path.parent.iterdir()) == []
    assert ring.items == {}
    assert cache.load() is None


KILLED = """
import os, signal, sys
from pathlib import Path
from companyportal.auth.private_file import replace_file, write_private

def write(path):
    write_private(b"new")(path)
    os.kill(os.getpid(), signal.SIGKILL)

replace_file(Path(sys.argv[1]), write)
"""


def test_kill_before_the_new_file_is_in_place_leaves_the_old_one(
    cache: EncryptedFile, path: Path, ring: Ring
) -> None:
    cache.save(TEXT)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert beside(path).read_bytes() == b"new"
    assert again(path, ring).load() == TEXT
    cache.save(TEXT)
    assert list(path.parent.iterdir()) == [path]


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
    bus = (need_command("dbus-run-session", "dbus-daemon"), "--", "sh", "-c", unlocked, "sh")
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
