"""A settings file or a policy with damage at every place: told, kept, and never a way round."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companyportal.endpoints import Endpoints
from companyportal.errors import SettingsError
from companyportal.settings import SECURITY_KEYS, Loaded, Settings, load, save
from companyportal.toml_file import LARGEST_BYTES
from tests.proofs import fault, threat

pytestmark = pytest.mark.slow


TENANT = "0a1b2c3d-0000-4000-8000-00000000000f"
GOOD = f"""# Ours, since 2024 – nobody else’s.
tenant_id = "{TENANT}"
theme = "dark"   # easier on the eyes
keep_in_tray = false
recovery_keys = false
mac_factory_reset = false
rename = "off"
support_name = 'Zoë’s desk'

language = "fr"
""".encode()
OTHER_TENANT = "99999999-0000-4000-8000-00000000000f"
MINE = f'tenant_id = "{OTHER_TENANT}"\ncloud = "govsg"\nrename = "managementName"\n'.encode()


def damaged(whole: bytes) -> Iterator[bytes]:
    """Each byte flipped in three ways, and the file cut or interrupted before it."""
    for at, byte in enumerate(whole):
        for mask in (0x01, 0x80, 0xFF):
            yield whole[:at] + bytes([byte ^ mask]) + whole[at + 1 :]
        yield whole[:at]
        for noise in (b"\0", b"\xff", b'"', b"\n[", b"\r", b"=", bytes(512)):
            yield whole[:at] + noise + whole[at:]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The person's file and the policy."""
    return tmp_path / "settings.toml", tmp_path / "policy.toml"


def is_told(loaded: Loaded, path: Path) -> bool:
    """True where something was wrong with that file, and every problem names its file."""
    assert all(str(problem).startswith(str(problem.path)) for problem in loaded.problems)
    return any(problem.path == path for problem in loaded.problems)


@fault("R22")
def test_a_damaged_file_is_told_and_what_is_left_of_it_holds(files: tuple[Path, Path]) -> None:
    user, policy = files
    whole = load(user_file=user, policy_file=policy).settings
    told = 0
    for content in damaged(GOOD):
        user.write_bytes(content)
        loaded = load(user_file=user, policy_file=policy)
        assert not loaded.policy_is_broken
        assert user.read_bytes() == content
        told += is_told(loaded, user)
    assert told > 1_000
    user.unlink()
    assert load(user_file=user, policy_file=policy).settings == whole


@threat("T30")
@fault("R22")
def test_a_damaged_policy_is_never_a_way_round_it(files: tuple[Path, Path]) -> None:
    """What damage makes of a value may still be one; nothing ever comes from the person's file."""
    user, policy = files
    user.write_bytes(MINE)
    closed = 0
    for content in damaged(GOOD):
        policy.write_bytes(content)
        loaded = load(user_file=user, policy_file=policy)
        assert loaded.has_policy
        assert loaded.locked >= SECURITY_KEYS
        assert loaded.settings.cloud == Settings().cloud
        assert loaded.settings.tenant_id != OTHER_TENANT
        assert loaded.settings.rename in ("off", Settings().rename)
        assert loaded.policy_is_broken == is_told(loaded, policy)
        closed += loaded.policy_is_broken
    assert closed > 1_000


@fault("R22")
def test_a_choice_made_over_a_damaged_file_sets_it_aside_and_is_kept(
    files: tuple[Path, Path],
) -> None:
    user, _ = files
    aside = user.with_name("settings.toml.bad")
    kept = 0
    for content in list(damaged(GOOD))[::9]:
        aside.unlink(missing_ok=True)
        user.write_bytes(content)
        is_read = not any(not p.key for p in load(user_file=user, policy_file=None).problems)
        save(user, {"theme": "light"})
        assert load(user_file=user, policy_file=None).settings.theme == "light"
        if not is_read:
            assert aside.read_bytes() == content
            kept += 1
    assert kept > 100


def a_giant(path: Path) -> None:
    """A gigabyte, but for the disk."""
    path.write_bytes(b'theme = "dark"\n')
    os.truncate(path, 1024**3)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def one_byte_too_many(path: Path) -> None:
    path.write_bytes(b"#" * (LARGEST_BYTES + 1))


@threat("T30")
@fault("R22")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
@pytest.mark.parametrize("make", [a_giant, one_byte_too_many, a_pipe, Path.mkdir])
def test_what_no_settings_file_can_be_is_told_without_being_read(
    files: tuple[Path, Path], make: Callable[[Path], None]
) -> None:
    for file in files:
        make(file)
    loaded = load(user_file=files[0], policy_file=files[1])
    assert {problem.path for problem in loaded.problems} == set(files)
    assert loaded.policy_is_broken
    save(files[0], {"theme": "dark"})
    assert files[0].read_bytes() == b'theme = "dark"\n'
    assert files[0].with_name("settings.toml.bad").exists()


def test_the_largest_file_is_read(files: tuple[Path, Path]) -> None:
    line = b'theme = "dark"\n'
    files[0].write_bytes(line + b"#" * (LARGEST_BYTES - len(line)))
    assert load(user_file=files[0], policy_file=None).settings.theme == "dark"


@fault("R22")
def test_a_giant_connection_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "connection.json"
    a_giant(file)
    with pytest.raises(SettingsError, match=r"connection\.json: is too long"):
        Endpoints.from_file(file)


@fault("R29")
def test_settings_of_a_newer_version_are_told_and_stay(files: tuple[Path, Path]) -> None:
    """An older program writes its own keys and leaves the newer ones where they are."""
    user, policy = files
    newer = b'theme = "dark"\nhologram = true\nlanguage = "tlh"\n\n[kiosk]\nidle_s = 60\n'
    user.write_bytes(newer)
    loaded = load(user_file=user, policy_file=policy)
    assert [problem.key for problem in loaded.problems] == ["hologram", "language", "kiosk"]
    assert loaded.settings == Settings(theme="dark")
    save(user, {"theme": "light"})
    assert user.read_bytes() == newer.replace(b'"dark"', b'"light"')
    policy.write_bytes(newer)
    assert load(user_file=user, policy_file=policy).policy_is_broken
