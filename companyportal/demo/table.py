"""A table of a TOML file that is read strictly: wrong types, bad values and unknown keys are errors
that name the file and the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from companyportal.errors import SettingsError

_Choice = TypeVar("_Choice", bound=StrEnum)


class Table:
    """One table; ``where`` is its name in the file, such as ``person[0].device[2]``."""

    def __init__(self, raw: Mapping[str, Any], *, path: Path, where: str = "") -> None:
        self._raw = dict(raw)
        self._path = path
        self._where = where

    @classmethod
    def from_file(cls, path: Path) -> Table:
        """The whole file as one table.

        Raises: SettingsError, also where the file cannot be read or is not TOML.
        """
        try:
            return cls(tomllib.loads(path.read_text(encoding="utf-8")), path=path)
        except OSError as error:
            raise SettingsError(error.strerror or "cannot be read", path=path) from error
        except UnicodeDecodeError as error:
            raise SettingsError("is not UTF-8 text", path=path) from error
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"is not TOML: {error}", path=path) from error

    def fail(self, key: str, why: str) -> NoReturn:
        """Say what is wrong with one key."""
        name = f"{self._where}.{key}" if self._where else key
        raise SettingsError(f"“{name}” {why}", path=self._path, key=name)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; with a default it may be missing, without one it may not even be empty."""
        value = self._take(key, default)
        if not isinstance(value, str):
            self.fail(key, "must be a text")
        if not value and default is None:
            self.fail(key, "must not be empty")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """A number that is not negative."""
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            self.fail(key, "must be a number, 0 or more")
        return float(value)

    def whole(self, key: str, default: int) -> int:
        """A whole number, negative ones too."""
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(key, "must be a whole number")
        return value

    def truth(self, key: str) -> bool:
        """True or false; false where it is missing."""
        value = self._take(key, False)
        if not isinstance(value, bool):
            self.fail(key, "must be true or false")
        return value

    def texts(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """A list of some of these words; an empty one where it is missing."""
        values = self._take(key, [])
        if not isinstance(values, list) or any(value not in allowed for value in values):
            self.fail(key, f"must be a list of some of {', '.join(allowed)}")
        return tuple(values)

    def choice(self, key: str, choices: type[_Choice], default: _Choice) -> _Choice:
        """One of the members, by its text."""
        value = self.text(key, default.value)
        if value not in list(choices):
            self.fail(key, f"must be one of {', '.join(choices)}")
        return choices(value)

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def table(self, key: str) -> Table:
        """A table inside this one; an empty one where it is missing."""
        value = self._raw.pop(key, {})
        if not isinstance(value, dict):
            self.fail(key, "must be a table")
        return Table(value, path=self._path, where=self._inner(key))

    def tables(self, key: str) -> list[Table]:
        """All tables of a list; none where it is missing."""
        values = self._raw.pop(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.fail(key, "must be a list of tables")
        return [
            Table(value, path=self._path, where=f"{self._inner(key)}[{number}]")
            for number, value in enumerate(values)
        ]

    def rest(self) -> dict[str, Any]:
        """Everything that nobody has taken yet."""
        rest, self._raw = self._raw, {}
        return rest

    def end(self) -> None:
        """Nothing may be left: an unknown key is most often a misspelt one."""
        for key in self._raw:
            self.fail(key, "is not known here")

    def _take(self, key: str, default: object) -> Any:
        if key not in self._raw and default is None:
            self.fail(key, "is missing")
        return self._raw.pop(key, default)

    def _inner(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key
