"""What the program keeps: measured and removed by the names that it gives itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.own_files import Kept, OwnFiles
from companyportal.settings import CHOICES, load

OWN = {
    Kept.SESSION: ["data/t/session-t.bin", "data/t/session-t.signal"],
    Kept.RECORDS: ["data/t/portal.sqlite", "data/t/portal.sqlite-wal", "data/t/portal.sqlite.bad"],
    Kept.CHOICES: ["data/t/window.ini", "config/settings.toml", "config/settings.toml.bad-2"],
    Kept.LOG: ["data/logs/companyportal.log", "data/logs/companyportal.log.1"],
}
FOREIGN = ["data/t/thesis.txt", "data/other/portal.sqlite", "config/other.toml", "data/logs/x"]


def fill(folder: Path, names: list[str], text: str = "1234567") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def own(folder: Path, *, of_all: bool = False) -> OwnFiles:
    data, config = folder / "data", folder / "config"
    return OwnFiles(data / "t", data / "logs", config / "settings.toml", CHOICES, of_all)


def left(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir())


def test_each_kind_is_measured(tmp_path: Path) -> None:
    assert own(tmp_path).sizes() == {}
    fill(tmp_path, [name for names in OWN.values() for name in names] + FOREIGN)
    assert own(tmp_path).sizes() == {kind: 7 * len(names) for kind, names in OWN.items()}


def test_all_of_it_goes_and_nothing_else(tmp_path: Path) -> None:
    fill(tmp_path, [name for names in OWN.values() for name in names] + FOREIGN)
    assert own(tmp_path).erase()
    assert left(tmp_path) == sorted(FOREIGN)
    assert own(tmp_path).sizes() == {}
    assert own(tmp_path).erase(), "again"


def test_where_nothing_else_lies_the_folders_go_too(tmp_path: Path) -> None:
    fill(tmp_path, [name for names in OWN.values() for name in names])
    assert own(tmp_path).erase()
    assert list(tmp_path.iterdir()) == []


def test_where_to_connect_is_no_choice_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    tenant = "01234567-89ab-cdef-0123-456789abcdef"
    fill(tmp_path, ["config/settings.toml"], f'theme = "dark"\ntenant_id = "{tenant}"\n')
    assert own(tmp_path).erase()
    loaded = load(user_file=file, policy_file=None)
    assert (loaded.settings.tenant_id, loaded.settings.theme) == (tenant, "system")
    assert loaded.chosen == {"tenant_id"}


EARLIER = "01234567-89ab-cdef-0123-456789abcdef"
OF_EARLIER = [f"data/{EARLIER}/{name}" for name in ("session-x.bin", "portal.sqlite", "window.ini")]
BESIDE = ["data/other/portal.sqlite", f"data/{EARLIER}/thesis.txt", f"data/{EARLIER}0/window.ini"]


def test_what_other_connections_left_goes_too_where_all_of_them_are_meant(tmp_path: Path) -> None:
    fill(tmp_path, [name for names in OWN.values() for name in names] + OF_EARLIER + BESIDE)
    alone, all_of_them = own(tmp_path), own(tmp_path, of_all=True)
    assert alone.other_sessions() == []
    assert all_of_them.other_sessions() == [tmp_path / "data" / EARLIER]
    assert all_of_them.sizes()[Kept.SESSION] == alone.sizes()[Kept.SESSION] + 7
    assert alone.erase()
    assert left(tmp_path) == sorted(OF_EARLIER + BESIDE)
    assert all_of_them.erase()
    assert left(tmp_path) == sorted(BESIDE)


def test_a_folder_that_is_somewhere_else_is_nobodys_connection(tmp_path: Path) -> None:
    fill(tmp_path, ["data/t/window.ini", "elsewhere/portal.sqlite"])
    (tmp_path / "data" / EARLIER).symlink_to(tmp_path / "elsewhere")
    assert own(tmp_path, of_all=True).erase()
    assert (tmp_path / "elsewhere/portal.sqlite").exists()


def test_a_link_goes_and_not_what_it_leads_to(tmp_path: Path) -> None:
    fill(tmp_path, ["precious", "data/t/window.ini"])
    (tmp_path / "data/t/portal.sqlite").symlink_to(tmp_path / "precious")
    assert own(tmp_path).erase()
    assert left(tmp_path) == ["precious"]


@pytest.mark.parametrize("name", ["data/t/portal.sqlite", "config/settings.toml"])
def test_what_cannot_be_removed_is_told(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, [name])
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == tmp_path / name:
            raise PermissionError(13, "not allowed")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert not own(tmp_path).erase()
