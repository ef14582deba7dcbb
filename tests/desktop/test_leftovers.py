"""What a station left behind goes at the next start, and what another one needs stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from companyportal.desktop.leftovers import LOCK_NAME, remove_leftovers
from companyportal.desktop.process_lock import ProcessLock
from companyportal.desktop.visit_folder import VisitFolders, is_private
from tests.proofs import promise, threat

pytestmark = [promise(7), threat("T32")]
SLEEPER = "import time; print(flush=True); time.sleep(3600)"


def _place(path: Path) -> VisitFolders:
    assert is_private(path)
    return VisitFolders(path)


@pytest.mark.parametrize("lives", [False, True])
def test_only_what_nobody_owns_any_more_goes(tmp_path: Path, lives: bool) -> None:
    own, other = _place(tmp_path / "own"), _place(tmp_path / "other")
    folder = other.next()
    folder.make()
    station = ProcessLock(other.root / LOCK_NAME)
    if lives:
        assert station.take()
    command = [sys.executable, "-c", SLEEPER, str(folder.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as visit:
        assert visit.stdout is not None
        visit.stdout.readline()
        assert remove_leftovers([own, other])
        assert (visit.poll() is None) == lives
        assert folder.path.exists() == lives
        station.release()
        assert remove_leftovers([own, other])
        assert visit.wait() < 0
    assert not folder.path.exists()
