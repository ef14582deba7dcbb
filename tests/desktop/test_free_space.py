"""How much room there is, on file systems of every kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from companyportal.desktop.free_space import Space, space_in, told_by
from tests.needs import need_command
from tests.somebody_else import only_root
from tools.run import ROOT

_MIB = 1024 * 1024
NEED = Space(64 * _MIB, 1_000)


@pytest.mark.parametrize(
    ("size", "files", "is_enough"),
    [
        (64 * _MIB, 1_000, True),
        (64 * _MIB - 1, 1_000, False),
        (64 * _MIB, 999, False),
        (0, 0, False),
        (10_000 * _MIB, sys.maxsize, True),
    ],
)
def test_both_have_to_suffice(size: int, files: int, is_enough: bool) -> None:
    assert Space(size, files).holds(NEED) == is_enough


def test_what_is_free_is_what_the_system_says(tmp_path: Path) -> None:
    found = space_in(tmp_path)
    assert 0 <= found.size <= shutil.disk_usage(tmp_path).total
    assert found.files > 0
    with pytest.raises(FileNotFoundError):
        space_in(tmp_path / "missing")


def test_a_system_that_counts_no_files_has_room_for_all() -> None:
    """As Btrfs: its numbers of files are all 0."""
    told = os.statvfs_result((8192, 4096, 90_000, 80_000, 70_000, 0, 0, 0, 0, 255))
    assert told_by(told) == Space(4096 * 70_000, sys.maxsize)


_LOOK = """
from argparse import Namespace
from pathlib import Path
from companyportal.desktop.visit_folder import VisitFolders
from companyportal.station_processes import StationProcesses

options, places = Namespace(connect=None, demo=False), [VisitFolders(Path("/mnt"))]
print(StationProcesses(options, Path("/tmp"), places).lacking_space())
"""


@only_root
@pytest.mark.parametrize(
    ("size", "files", "told"),
    [
        (65, 1_010, ""),
        (65, 900, "/mnt has 65 MiB and 899 files"),
        (63, 1_010, "/mnt has 63 MiB and 1009 files"),
    ],
)
def test_a_station_sees_that_its_place_is_too_small(size: int, files: int, told: str) -> None:
    mount = f'mount -t tmpfs -o size={size}m,nr_inodes={files} tmpfs /mnt && exec "$@"'
    inside = [need_command("unshare", "util-linux"), "--mount", "sh", "-c", mount, "-"]
    said = subprocess.check_output([*inside, sys.executable, "-c", _LOOK], cwd=ROOT, text=True)
    needed = ", and 64 MiB and 1000 files are needed"
    assert said.strip() == (f"{told}{needed}" if told else "")
