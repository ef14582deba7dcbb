"""The encrypted file: private, whole or gone, and worthless without its key."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from secretstorage.exceptions import SecretServiceNotAvailableException

from companyportal.auth.encrypted_file import EncryptedFile
from companyportal.auth.private_file import beside
from companyportal.auth.secret_service import SecretServiceKey
from companyportal.errors import SignOutFailed
from tests.auth.ring import TEXT, Ring, again, holds_none_of
from tests.proofs import fault


@pytest.fixture
def cache(ring: Ring, path: Path) -> EncryptedFile:
    return EncryptedFile(path, SecretServiceKey(ring, "demo"))


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


@fault("R22")
@pytest.mark.expected_logs("was damaged and has been removed")
def test_damage_anywhere_means_signed_out_and_is_removed(
    cache: EncryptedFile, path: Path, ring: Ring
) -> None:
    cache.save(TEXT)
    whole = path.read_bytes()
    flips = [(at, mask) for at in range(len(whole)) for mask in (0x01, 0x80, 0xFF)]
    damaged = [
        *(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :] for at, mask in flips),
        *(whole[:length] for length in range(len(whole))),
        whole + b"\0",
        bytes(len(whole)),
    ]
    for content in damaged:
        path.write_bytes(content)
        assert again(path, ring).load() is None
        assert not path.exists()
    path.write_bytes(whole)
    assert again(path, ring).load() == TEXT


@fault("R22")
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


@fault("R21")
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
