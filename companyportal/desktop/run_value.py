"""Our value below the Run key of Windows' registry."""

from __future__ import annotations

import sys
from typing import Protocol

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager notes what the person switched off: an odd first byte."""
_NAME = "CompanyPortal"


class RunValue(Protocol):
    """Reads and writes it; every call may raise OSError."""

    def read(self) -> str:
        """The command line; empty where there is none."""
        ...

    def is_held_back(self) -> bool:
        """True where the person switched it off in Windows' own settings."""
        ...

    def write(self, line: str) -> None:
        """Set it, and take back a switching-off."""
        ...

    def remove(self) -> None:
        """Take it away; none is no fault."""
        ...


if sys.platform == "win32":
    import winreg

    class _Registry:
        def read(self) -> str:
            found = self._value(_RUN)
            return found if isinstance(found, str) else ""

        def is_held_back(self) -> bool:
            found = self._value(_APPROVED)
            return isinstance(found, bytes) and bool(found) and found[0] % 2 == 1

        def write(self, line: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)
            self._delete(_APPROVED)

        def remove(self) -> None:
            self._delete(_RUN)
            self._delete(_APPROVED)

        def _value(self, path: str) -> object:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                    return winreg.QueryValueEx(key, _NAME)[0]
            except FileNotFoundError:
                return None

        def _delete(self, path: str) -> None:
            try:
                access = winreg.KEY_SET_VALUE
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, access) as key:
                    winreg.DeleteValue(key, _NAME)
            except FileNotFoundError:
                return


def open_run_value() -> RunValue:
    """This computer's; only Windows has one.

    Raises: NotImplementedError elsewhere
    """
    if sys.platform == "win32":
        return _Registry()
    raise NotImplementedError("only Windows has a registry")
