"""Flat TOML files that people also edit by hand: read with line numbers, changed line by line.

Source: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import json
import os
import re
import stat
import tempfile
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from companyportal.errors import SettingsError, SettingsNotSaved

LARGEST_BYTES = 64 * 1024
"""Every setting with a paragraph of comment takes a tenth of it."""
_AT_LINE = re.compile(r"\(at line (\d+)")
_TABLE = re.compile(r"^\s*\[")
_PLAIN_VALUE = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#\[{]+)"""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a file holds, and where."""

    path: Path
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def line_of(self, key: str) -> int | None:
        """The first line that sets ``key`` or opens a table of that name; None where unclear."""
        opens = re.compile(rf"""^\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
        lines = enumerate(self.text.split("\n"), start=1)
        return next((number for number, line in lines if opens.match(line)), None)


def read(path: Path) -> TomlFile:
    """The file's contents.

    Raises: FileNotFoundError; SettingsError for everything else, with the line where known.
    """
    try:
        # Windows' Notepad puts a byte order mark in front.
        text = _content(path).decode("utf-8-sig")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise SettingsError(error.strerror or "cannot be read", path=path) from error
    except UnicodeDecodeError as error:
        raise SettingsError("is not UTF-8 text", path=path) from error
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.rstrip("\n").split("\n"))
        detail = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise SettingsError(f"is not TOML: {detail}", path=path, line=line) from error
    except RecursionError as error:
        raise SettingsError("is not TOML: nested too deep", path=path) from error
    except ValueError as error:
        # Python refuses numbers of thousands of digits.
        raise SettingsError("is not TOML: a number is too long", path=path) from error


def _content(path: Path) -> bytes:
    """A pipe would be waited for, and a giant would fill the memory before it could be told."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise SettingsError("is no file", path=path)
    with path.open("rb") as file:
        content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise SettingsError(f"is longer than {LARGEST_BYTES // 1024} KB", path=path)
    return content


def change(path: Path, changes: Mapping[str, bool | str]) -> None:
    """Set keys; all other keys, tables, comments and the order stay.

    What cannot be read is set aside as ``.bad`` first. The file is replaced as a whole or not at
    all.

    Raises: SettingsNotSaved.
    """
    try:
        try:
            old = read(path)
        except FileNotFoundError:
            old = TomlFile(path)
        except SettingsError:
            _set_aside(path)
            old = TomlFile(path)
        wanted = {**old.values, **changes}
        text = _changed(old.text, changes)
        if not _says(text, wanted):  # a value over several lines, or a key inside a dotted one
            _set_aside(path)
            text = _changed("", _flat(wanted))
        _replace(path, text)
    except OSError as error:
        raise SettingsNotSaved(error.strerror or "cannot be written", path=path) from error


def drop(path: Path, keys: Collection[str]) -> None:
    """Remove keys; the others stay, and a file that would hold none goes.

    Raises: SettingsNotSaved.
    """
    try:
        try:
            old = read(path)
        except FileNotFoundError:
            return
        except SettingsError:
            path.unlink()
            return
        kept = {key: value for key, value in old.values.items() if key not in keys}
        if not kept:
            path.unlink()
        elif kept != old.values:
            _replace(path, _changed("", _flat(kept)))
    except OSError as error:
        raise SettingsNotSaved(error.strerror or "cannot be written", path=path) from error


def _changed(text: str, changes: Mapping[str, bool | str]) -> str:
    # Not splitlines(): a value may hold what Unicode calls a line end and TOML does not.
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n") if text]
    for key, value in changes.items():
        top = next((i for i, line in enumerate(lines) if _TABLE.match(line)), len(lines))
        sets = re.compile(
            rf"""^(\s*(["']?){re.escape(key)}\2\s*=\s*){_PLAIN_VALUE}(\s*(?:#.*)?)$"""
        )
        for index, line in enumerate(lines[:top]):
            if found := sets.match(line):
                lines[index] = f"{found[1]}{_written(value)}{found[3]}"
                break
        else:
            lines.insert(top, f"{key} = {_written(value)}")
    return "".join(f"{line}\n" for line in lines)


def _written(value: bool | str) -> str:
    """A TOML value; JSON's strings are TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except (ValueError, RecursionError):
        return False


def _flat(values: Mapping[str, Any]) -> dict[str, bool | str]:
    return {
        key: value
        for key, value in values.items()
        if isinstance(value, bool | str) and re.fullmatch(r"[A-Za-z0-9_-]+", key)
    }


def _set_aside(path: Path) -> None:
    names = (f"{path.name}.bad" + (f"-{number}" if number > 1 else "") for number in count(1))
    path.rename(next(path.with_name(name) for name in names if not path.with_name(name).exists()))


def _replace(path: Path, text: str) -> None:
    path = path.resolve()  # what a link points to is replaced, not the link
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
