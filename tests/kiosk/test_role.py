"""The station on a computer of its own: its policy, its user, and no way to change either.

The computer is a view of this one, of a few processes only: other files in ``/etc``, Python where
everybody finds it, and no network.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.kiosk.browsing import chromium
from tests.locked_station import GUID
from tests.needs import need_command
from tests.program import until
from tests.proofs import promise, threat
from tests.somebody_else import VISITOR, only_root, somebody_else
from tests.stories.screen import Screen
from tools.run import ROOT

pytestmark = [pytest.mark.desktop, only_root]
_PATIENCE = 30_000
_SCRIPT = """
set -e
cd {folder}
mkdir python
mount --bind {python} python
mount -t tmpfs -o mode=755 tmpfs /root
mkdir -p {python}
mount --bind python {python}
mount -t tmpfs -o mode=755 tmpfs /etc/xdg
mkdir /etc/xdg/companyportal
cp policy.toml /etc/xdg/companyportal/policy.toml
chown {owner} /etc/xdg/companyportal/policy.toml
mount --bind chromium /etc/chromium
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
cd {root}
exec setpriv --reuid {user} --regid {user} --clear-groups "$@"
"""


class Machine:
    """Its files below ``folder``, which everybody may enter."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self._display = display
        self._program: subprocess.Popen[bytes] | None = None
        home, managed = folder / "home", folder / "chromium" / "policies" / "managed"
        managed.mkdir(parents=True)
        values = {"tenant_id": GUID, "client_id": GUID, "kiosk": True, "kiosk_browser": chromium()}
        lines = [f"{key} = {json.dumps(value)}\n" for key, value in values.items()]
        (folder / "policy.toml").write_text("".join(lines))
        (managed / "kiosk.json").write_bytes(self._browser_policy())
        home.mkdir(mode=0o700)
        os.chown(home, VISITOR, VISITOR)

    def start(self, *words: str, user: int = VISITOR, owner: int = 0) -> None:
        """Start the program there."""
        python = Path(sys.executable).resolve().parents[1]
        values = {"folder": self.folder, "python": python, "root": ROOT}
        script = _SCRIPT.format(**values, user=user, owner=owner)
        inside = ["unshare", "--mount", "--net", "sh", "-c", script, "-"]
        with (self.folder / "output").open("wb") as output:
            self._program = subprocess.Popen(
                [*inside, sys.executable, "-m", "companyportal", *words],
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    @property
    def said(self) -> str:
        """What it wrote, to the log as well."""
        files = [self.folder / "output", *(self.folder / "home").rglob("*.log")]
        return "\n".join(each.read_text(encoding="utf-8") for each in files)

    async def says(self, text: str) -> None:
        """Wait until it has written that."""
        try:
            await until(lambda: text in self.said or self._has_ended(), turns=_PATIENCE)
        finally:
            assert text in self.said, self.said

    async def ended(self) -> int:
        """Its exit code."""
        await until(self._has_ended, turns=_PATIENCE)
        assert self._program is not None
        return int(self._program.returncode)

    @property
    def processes(self) -> list[int]:
        """The station's, and those of its visits."""
        assert self._program is not None
        threads = Path(f"/proc/{self._program.pid}/task").glob("*/children")
        children = " ".join(each.read_text() for each in threads)
        return [self._program.pid, *map(int, children.split())]

    def end(self) -> int:
        """Ask it to end; its exit code."""
        assert self._program is not None
        self._program.terminate()
        return self._program.wait(60)

    def _browser_policy(self) -> bytes:
        """As the administrator has it printed."""
        words = ["--kiosk-browser-policy", "--settings", str(self.folder / "policy.toml")]
        command = [sys.executable, "-m", "companyportal", *words]
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout

    def _has_ended(self) -> bool:
        return self._program is not None and self._program.poll() is not None

    def _environment(self) -> dict[str, str]:
        home = str(self.folder / "home")
        names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
        return {**dict.fromkeys(names, home), "DISPLAY": self._display, "PATH": "/usr/bin:/bin"}


@pytest.fixture
def machine(kiosk_screen: Screen) -> Iterator[Machine]:
    for command in ("unshare", "setpriv"):
        need_command(command, "util-linux")
    with tempfile.TemporaryDirectory(prefix="m-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        made = Machine(Path(folder), kiosk_screen.display)
        yield made
        made.end()


@promise(7)
@threat("T33")
@threat("T02")
async def test_a_user_without_rights_finds_a_kiosk_and_reads_nothing_of_it(
    machine: Machine,
) -> None:
    machine.start("--kiosk")
    await machine.says("the station: ready")
    assert len(machine.processes) == 2
    with other_program() as other:
        assert read([other]) == [other]
    await until(lambda: read(machine.processes) == [], turns=_PATIENCE)
    assert machine.end() == 0


@contextmanager
def other_program() -> Iterator[int]:
    """One of the same user's that hides nothing."""
    with subprocess.Popen(["sleep", "600"], user=VISITOR, group=VISITOR, extra_groups=[]) as other:
        try:
            yield other.pid
        finally:
            other.kill()


def read(processes: list[int]) -> list[int]:
    """Into the memory of which of them another program of the same user can look."""
    found = []
    with somebody_else(VISITOR):
        for pid in processes:
            with suppress(PermissionError):
                Path(f"/proc/{pid}/mem").open("rb").close()
                found.append(pid)
    return found


@threat("T33")
async def test_a_policy_of_its_user_leaves_it_out_of_service(machine: Machine) -> None:
    machine.start("--kiosk", owner=VISITOR)
    await machine.says("the station: outOfService, policy")
    assert "the kiosk’s user may change it" in machine.said
    assert machine.end() == 0


@threat("T33")
@pytest.mark.parametrize(
    ("words", "user", "why"),
    [(["--kiosk"], 0, "administrator"), ([], VISITOR, "--kiosk")],
    ids=["root", "desk"],
)
async def test_no_window_for(machine: Machine, words: list[str], user: int, why: str) -> None:
    machine.start(*words, user=user)
    assert await machine.ended() == 2
    assert why in machine.said
