"""A visit's folder: nobody else's, in memory, and gone whatever was done in it."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from companyportal.desktop.visit_folder import (
    VisitFolder,
    VisitFolders,
    is_in_memory,
    is_private,
    visit_folders,
)
from tests.proofs import threat

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only on Linux and macOS: modes")
_NOBODY = 65_534


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in which also a user without any rights can have something."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def made(root: Path) -> VisitFolder:
    folder = VisitFolders(root).next()
    folder.make()
    return folder


@contextmanager
def rights_of_nobody(folder: VisitFolder) -> Iterator[None]:
    """To root every folder is open, so somebody else has to try."""
    if os.getuid() != 0:
        yield
        return
    for path in [folder.path, *folder.path.rglob("*")]:
        os.chown(path, _NOBODY, _NOBODY, follow_symlinks=False)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_each_is_fresh_and_its_own(tmp_path: Path) -> None:
    one, other = made(tmp_path), made(tmp_path)
    assert one.path != other.path
    for path in (one.path, *one.path.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert {Path(each) for each in one.environment.values()} == {*one.path.iterdir()}
    assert {each.path for each in VisitFolders(tmp_path).left()} == {one.path, other.path}
    assert str(one.path).startswith(VisitFolders(tmp_path).beginning)
    with pytest.raises(FileExistsError):
        one.make()


@threat("T32")
def test_what_cannot_be_read_goes_too(place: Path) -> None:
    place.chmod(0o777)
    folder = made(place)
    closed = folder.path / "home/closed/inner"
    closed.mkdir(parents=True)
    (closed / "file").write_text("x", encoding="utf-8")
    outside = place / "outside"
    outside.mkdir(mode=0o755)
    (outside / "file").touch()
    (folder.path / "home/link").symlink_to(outside)
    closed.chmod(0o000)
    closed.parent.chmod(0o500)
    folder.path.chmod(0o500)
    with rights_of_nobody(folder):
        assert folder.remove()
    assert folder.is_gone
    assert (outside / "file").exists()
    assert stat.S_IMODE(outside.stat().st_mode) == 0o755


def test_what_stays_is_said(place: Path) -> None:
    folder = made(place)
    if os.getuid() != 0:
        place.chmod(0o500)
    with rights_of_nobody(folder):
        assert not folder.remove()
    place.chmod(0o755)
    assert not folder.is_gone
    assert folder.remove()


def test_what_appears_meanwhile_goes_too(tmp_path: Path) -> None:
    folder = made(tmp_path)
    is_over = threading.Event()

    def write() -> None:
        for number in range(2_000):
            try:
                (folder.path / "cache" / str(number)).mkdir(parents=True)
                (folder.path / "cache" / str(number) / "file").touch()
            except OSError:
                pass
        is_over.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not folder.remove() or not is_over.is_set():
        pass
    writer.join()
    assert folder.remove()
    assert folder.is_gone


def test_a_link_in_its_place_is_no_way_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").touch()
    folder = VisitFolder(tmp_path / "visit-x")
    folder.path.symlink_to(outside)
    assert not folder.is_gone
    assert folder.remove()
    assert (outside / "file").exists()


@threat("T32")
def test_a_place_of_somebody_else_is_none(tmp_path: Path) -> None:
    assert is_private(tmp_path / "fresh")
    assert is_private(tmp_path / "fresh")
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "fresh")
    refused = ["open", "file", "link", "no/parent"]
    if os.getuid() == 0:
        (tmp_path / "foreign").mkdir(mode=0o700)
        os.chown(tmp_path / "foreign", _NOBODY, _NOBODY)
        refused.append("foreign")
    assert [name for name in refused if is_private(tmp_path / name)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /dev/shm")
def test_a_place_in_memory_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        monkeypatch.setenv("XDG_RUNTIME_DIR", memory)
        assert visit_folders()[0].root.parent == Path(memory)
    assert is_in_memory(Path("/dev/shm"))
    assert not is_in_memory(Path("/proc"))
    assert not is_in_memory(home / "nowhere")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    found = visit_folders()
    if not is_in_memory(home):
        assert found[0].root.parent == Path("/dev/shm")


def test_without_a_private_place_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert visit_folders() == []
