"""The tree of errors is the one that its docstring draws, and each error holds only facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal import errors
from companyportal.errors import PortalError, SettingsError, StoreError, Throttled


def tree(kind: type[PortalError], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Every class with its depth, in the order of definition."""
    yield depth, kind.__name__
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from tree(child, depth + 1)


def test_the_docstring_draws_the_real_tree() -> None:
    drawn = [
        (len(match[1]) // 4, match[2])
        for match in re.finditer(
            r"^    ((?:[│├└─ ]{4})*)(\w+Error|\w+)(?:  .*)?$", errors.__doc__ or "", re.M
        )
    ]
    assert sorted(drawn) == sorted(tree(PortalError))


def test_an_error_says_what_it_knows() -> None:
    error = Throttled("slow down", status=429, code="x", request_id="r", retry_after_s=7.5)
    assert str(error) == error.detail == "slow down"
    assert (error.status, error.code, error.request_id) == (429, "x", "r")
    assert error.retry_after_s == 7.5
    assert str(Throttled(code="TooManyRequests")) == "TooManyRequests"
    assert str(Throttled()) == "Throttled"


@pytest.mark.parametrize(("line", "where"), [(3, "settings.toml:3"), (None, "settings.toml")])
def test_a_settings_error_begins_with_the_place(line: int | None, where: str) -> None:
    error = SettingsError("is wrong", path=Path("settings.toml"), line=line, key="theme")
    assert str(error) == f"{where}: is wrong"
    assert (error.path, error.line, error.key, error.code) == (
        Path("settings.toml"),
        line,
        "theme",
        "theme",
    )


def test_a_store_error_knows_its_file() -> None:
    assert StoreError("SQLITE_FULL", path=Path("portal.db")).path == Path("portal.db")
