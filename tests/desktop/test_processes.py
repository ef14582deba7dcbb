"""What is read of other processes is found wherever it stands, and is not kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from companyportal.desktop.processes import Process, other_processes
from tests.kiosk.memory import holds
from tests.proofs import promise, threat
from tests.somebody_else import VISITOR, only_root

pytestmark = [
    promise(7),
    threat("T32"),
    pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc tells of processes"),
]
SLEEP = "import sys; print(flush=True); sys.stdin.read()"
SEARCHER = """
import sys
from companyportal.desktop.processes import other_processes

pid, sleeps = int(sys.argv[1]), sys.stdin
if sys.argv[2] == "keeps":
    kept = [open(f"/proc/{pid}/{name}", "rb").read() for name in ("cmdline", "environ")]
print(*(each.names(b"nobody has this") for each in other_processes() if each.pid == pid))
sys.stdout.flush()
sleeps.read()
"""
CHUNK = 16_384


@contextmanager
def started(*words: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has come so far as to write a line, which is still to be read."""
    own = {"PATH": os.environ["PATH"], **environment}
    with subprocess.Popen(words, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def sleeper(*words: str, **environment: str) -> Iterator[Process]:
    with started(sys.executable, "-c", SLEEP, *words, **environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        [found] = [each for each in other_processes() if each.pid == process.pid]
        yield found


@pytest.mark.parametrize("offset", [4_000, CHUNK - 12, CHUNK - 11, CHUNK - 6, CHUNK - 1, CHUNK])
@pytest.mark.parametrize("where", ["words", "environment"])
def test_found_wherever_it_stands(where: str, offset: int) -> None:
    """Also where it begins in one reading and ends in the next."""
    before = [sys.executable, "-c", SLEEP] if where == "words" else [f"PATH={os.environ['PATH']}"]
    before.append("" if where == "words" else "A=")
    long = "x" * (offset - len("\0".join(before))) + "/the/visit/9"
    words, environment = ([long], {}) if where == "words" else ([], {"A": long})
    with sleeper(*words, **environment) as process:
        assert process.names(b"/the/visit/9")
        assert process.names(b"/the/visit/")
        assert not process.names(b"/the/visit/8")
        assert not process.names(b"the/visit/9x")


def test_family_and_end() -> None:
    with sleeper() as process:
        assert (process.parent, process.group) == (os.getpid(), os.getpgid(0))
        assert process.session == os.getsid(0)
        assert process.is_alive
        assert process.is_own_users
        os.kill(process.pid, 9)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        [zombie] = [each for each in other_processes() if each.pid == process.pid]
        assert not zombie.is_alive
        assert not zombie.names(b"python")
    assert process.pid not in {each.pid for each in other_processes()}
    assert not process.names(b"python")
    assert not process.is_own_users


@only_root
def test_another_users_process_is_not_ours() -> None:
    with subprocess.Popen(["sleep", "600"], user=VISITOR) as theirs:
        [found] = [each for each in other_processes() if each.pid == theirs.pid]
        assert found.names(b"600")
        assert not found.is_own_users
        theirs.kill()


@pytest.mark.parametrize("keeps", [False, True])
def test_nothing_of_it_stays_in_memory(keeps: bool) -> None:
    """The second case shows that the search finds what is kept."""
    word, other = os.urandom(16).hex(), os.urandom(16).hex()
    with sleeper(word, STRANGER=other) as stranger:
        how = "keeps" if keeps else "reads"
        words = [sys.executable, "-c", SEARCHER, str(stranger.pid), how]
        with started(*words) as searcher:
            assert searcher.stdout is not None
            assert searcher.stdout.readline() == b"False\n"
            assert [holds(searcher.pid, each) for each in (word, other)] == [keeps, keeps]
