"""Files of ours are found by name, and no name leads anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal import resources


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The folder of a wheel and the folder of a checkout, both empty."""
    installed, checkout = tmp_path / "package" / "data", tmp_path / "resources"
    installed.mkdir(parents=True)
    checkout.mkdir()
    monkeypatch.setattr(resources, "_PLACES", (installed, checkout))
    return installed, checkout


def test_a_checkout_serves_the_top_level_folder() -> None:
    assert resources.path("icons") == Path(__file__).resolve().parents[1] / "resources" / "icons"


def test_an_installed_package_serves_its_own_copy_first(places: tuple[Path, Path]) -> None:
    for place in places:
        (place / "icons").mkdir()
        (place / "icons" / "lock.svg").write_text(place.name, encoding="utf-8")
    assert resources.path("icons/lock.svg") == places[0] / "icons" / "lock.svg"
    assert resources.text("icons/lock.svg") == "data"


def test_text_is_utf_8(places: tuple[Path, Path]) -> None:
    (places[1] / "words.txt").write_bytes("code d’accès".encode())
    assert resources.text("words.txt") == "code d’accès"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/no-such-icon\.svg"):
        resources.path("icons/no-such-icon.svg")


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "/etc/passwd",
        "../pyproject.toml",
        "icons/../../pyproject.toml",
        "..\\x",
        "C:/x",
        "C:x",
    ],
)
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        resources.path(name)
