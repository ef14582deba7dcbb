"""The words with which the system can start this program again."""

from __future__ import annotations

import sys
from pathlib import Path


def own_command(*, executable: str = "", is_package: bool | None = None) -> tuple[str, ...]:
    """The program itself where it is installed as one, else Python with its module.

    Both arguments are for tests. In an installed program ``sys.executable`` is its own starter.
    Source: https://briefcase.beeware.org/en/stable/
    """
    starter = Path(executable or sys.executable)
    if is_package is None:
        is_package = not starter.stem.lower().startswith(("python", "pypy"))
    return (str(starter),) if is_package else (str(starter), "-m", "companyportal")
