"""The one way to a file of ours: icons, translations, styles, the demo organisation.

The same name works in a checkout (top-level ``resources/``) and in a wheel or a bundle, where the
build puts that folder into the package as ``companyportal/data/``.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "data", _PACKAGE.parent / "resources")


def path(name: str) -> Path:
    """The file or folder called ``name``, with forward slashes: ``path("icons/lock.svg")``.

    Raises: ValueError for a name that could lead outside; FileNotFoundError, with the name, where
    there is none.
    """
    pure = PurePosixPath(name)
    windows = PureWindowsPath(name)
    is_plain = pure.parts and not pure.is_absolute() and not windows.anchor and "\\" not in name
    if not is_plain or ".." in pure.parts:
        raise ValueError(f"not the name of a resource: {name!r}")
    for place in _PLACES:
        if (found := place / pure).exists():
            return found
    raise FileNotFoundError(f"no such resource: {name}")


def text(name: str) -> str:
    """The UTF-8 text of a resource; raises like ``path``."""
    return path(name).read_text(encoding="utf-8")
