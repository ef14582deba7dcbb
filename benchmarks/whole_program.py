"""The program as a person starts it, signed out; it ends when it has painted."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.telling import tell
from companyportal import life
from companyportal.__main__ import main
from companyportal.desktop.single_instance import SingleInstance

_begin = life.Life.begin


async def _begin_and_tell(self: life.Life, *, hidden: bool, instance: SingleInstance) -> None:
    self.window.first_painted.connect(tell)
    self.window.first_painted.connect(self.quit)
    await _begin(self, hidden=hidden, instance=instance)


if __name__ == "__main__":
    life.Life.begin = _begin_and_tell  # type: ignore[method-assign]
    folder = Path(sys.argv[2])
    sys.exit(main(["--settings", str(folder / "settings.toml"), "--data", str(folder)]))
