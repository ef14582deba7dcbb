"""Every class of error that the program has, and one of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from companyportal.errors import PortalError, SettingsError, StoreError


def every_kind() -> list[type[PortalError]]:
    """All of the program's own; tests may have made others."""
    return [kind for kind in _tree(PortalError) if kind.__module__.startswith("companyportal.")]


def an_error(kind: type[PortalError]) -> PortalError:
    """One of that class, with what it cannot be without."""
    if issubclass(kind, SettingsError):
        return kind("not a number", path=Path("settings.toml"), line=3, key="theme")
    if issubclass(kind, StoreError):
        return kind("damaged", path=Path("store.db.bad"))
    return kind("detail")


def _tree(kind: type[PortalError]) -> Iterator[type[PortalError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _tree(child)
