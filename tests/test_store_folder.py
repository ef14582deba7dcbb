"""A power cut takes neither a new store nor its name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from companyportal.store import Store
from tests.proofs import promise

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no folder can be synced there")


@promise(3)
def test_the_name_of_a_new_store_is_on_disk_before_anything_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, int]] = []
    real = os.fsync

    def noting(descriptor: int) -> None:
        found = os.fstat(descriptor)
        synced.append((found.st_dev, found.st_ino))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", noting)
    for is_new in (True, False):
        synced.clear()
        Store.open(tmp_path / "portal.sqlite").close()
        folder = tmp_path.stat()
        assert ((folder.st_dev, folder.st_ino) in synced) is is_new
