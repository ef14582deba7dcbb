"""A second start, a socket left behind, and everything else that may come over the socket."""

from __future__ import annotations

import asyncio
import os
import socket
import tempfile
from pathlib import Path

import pytest

from companyportal.desktop.single_instance import SingleInstance
from tests.desktop.second_start import (
    Activations,
    first,
    rest,
    runtime,
    said_by,
    socket_of,
    start,
)
from tests.proofs import threat

__all__ = ["first", "runtime"]
pytestmark = threat("T29")


async def test_a_second_start_brings_the_first_to_the_front_and_ends(
    first: SingleInstance,
) -> None:
    activations = Activations(first)

    assert await said_by(start("demo")) == "False"
    await activations.next()
    assert activations.count == 1


async def test_another_profile_is_another_program(first: SingleInstance) -> None:
    activations = Activations(first)
    assert await said_by(start("a tenant")) == "True"
    assert activations.count == 0


async def test_a_start_after_the_first_was_killed_is_the_first(qapp: object, runtime: Path) -> None:
    assert await said_by(start("demo")) == "True"
    assert socket_of(runtime).is_socket(), "the killed one left its socket behind"
    again = SingleInstance("demo")
    activations = Activations(again)

    assert again.claim()
    assert again.claim(), "claiming twice changes nothing"
    again.listen()

    assert await said_by(start("demo")) == "False"
    await activations.next()
    again.close()


async def test_after_closing_there_is_room_for_another(qapp: object) -> None:
    first = SingleInstance("demo")
    assert first.claim()
    first.close()
    assert await said_by(start("demo")) == "True"


def test_a_first_one_that_hangs_is_given_up(qapp: object, runtime: Path) -> None:
    """Nobody serves the first one's socket here while the second waits; it ends all the same."""
    first, second = SingleInstance("demo"), SingleInstance("demo")
    assert first.claim()
    first.listen()
    assert not second.claim()
    socket_of(runtime).unlink()
    assert not second.claim(), "it holds the lock, although it cannot be told"
    second.close()
    first.close()


async def test_a_peer_that_says_nothing_is_cut_off(first: SingleInstance, runtime: Path) -> None:
    reader, writer = await asyncio.open_unix_connection(socket_of(runtime))
    assert await rest(reader) == b""
    writer.close()


async def test_a_crowd_that_says_nothing_does_not_keep_a_start_out(
    first: SingleInstance, runtime: Path
) -> None:
    activations = Activations(first)
    crowd = [await asyncio.open_unix_connection(socket_of(runtime)) for _ in range(20)]
    for reader, _ in crowd:
        assert await rest(reader) == b""

    assert await said_by(start("demo")) == "False"
    await activations.next()
    for _, writer in crowd:
        writer.close()


async def test_a_flood_raises_the_window_once(qapp: object, runtime: Path) -> None:
    first = SingleInstance("demo", quiet_ms=60_000)
    assert first.claim()
    first.listen()
    activations = Activations(first)
    flood = [socket.socket(socket.AF_UNIX) for _ in range(6)]
    for each in flood:
        each.connect(str(socket_of(runtime)))
        each.send(b"activate\n")
    reader, writer = await asyncio.open_unix_connection(socket_of(runtime))
    writer.write(b"activate\n")
    assert await rest(reader) == b"", "the last one was heard as well"
    assert activations.count == 1
    writer.close()
    for each in flood:
        each.close()
    first.close()


async def test_peers_still_connected_are_let_go_when_it_closes(
    first: SingleInstance, runtime: Path
) -> None:
    reader, writer = await asyncio.open_unix_connection(socket_of(runtime))
    await asyncio.sleep(0)
    first.close()
    assert await rest(reader) == b""
    writer.close()


def test_only_this_user_can_look_into_the_folder(first: SingleInstance, runtime: Path) -> None:
    folder = runtime / "companyportal"
    assert folder.stat().st_mode & 0o077 == 0
    assert socket_of(runtime).stat().st_mode & 0o077 == 0
    assert "demo" not in socket_of(runtime).name


@pytest.mark.skipif(os.getuid() != 0, reason="only on a machine where tests run as root")
async def test_another_user_is_not_heard_even_if_the_folder_lets_him_in(
    first: SingleInstance, runtime: Path
) -> None:
    activations = Activations(first)
    address = socket_of(runtime)
    for path in (runtime, runtime / "companyportal", address):
        path.chmod(0o777)
    with socket.socket(socket.AF_UNIX) as other:
        # The system notes the effective user of the moment the connection is made.
        os.seteuid(65534)
        try:
            other.connect(str(address))
        finally:
            os.seteuid(0)
        other.send(b"activate\n")
        reader, writer = await asyncio.open_unix_connection(sock=other)
        assert await rest(reader) == b""
        writer.close()
    assert activations.count == 0


def test_without_a_folder_of_its_own_the_program_runs_all_the_same(
    qapp: object, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(runtime / "missing"))
    (runtime / "companyportal").mkdir(mode=0o755)
    one, other = SingleInstance("demo"), SingleInstance("demo")
    assert one.claim()
    assert other.claim()
    one.close()
    other.close()


def test_a_runtime_folder_with_a_long_path_is_passed_over(
    qapp: object, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(runtime))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime / ("x" * 60)))
    instance = SingleInstance("demo")
    assert instance.claim()
    assert (runtime / f"companyportal-{os.getuid()}").is_dir()
    instance.close()


def test_where_the_lock_cannot_be_opened_the_program_runs_all_the_same(
    first: SingleInstance, runtime: Path
) -> None:
    first.close()
    for lock in (runtime / "companyportal").glob("*.lock"):
        lock.unlink()
        lock.mkdir()
    assert SingleInstance("demo").claim()


def test_where_nothing_can_listen_the_program_runs_all_the_same(
    first: SingleInstance, runtime: Path
) -> None:
    address = socket_of(runtime)
    first.close()
    address.unlink(missing_ok=True)
    address.mkdir()
    (address / "in the way").touch()
    again = SingleInstance("demo")
    assert again.claim()
    again.close()
