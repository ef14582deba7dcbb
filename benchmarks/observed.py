"""The real program with somebody who watches it: starts as for a person, and ends when told to.

``python -m benchmarks.observed STARTED WATCH CONNECTION DATA`` runs the program and, beside it, the
coroutine of that name in ``watches``; what it yields is told.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from itertools import count
from pathlib import Path

from benchmarks.file_key import kept_in
from benchmarks.processes import Facts, tell
from companyportal import life, portal
from companyportal.__main__ import main
from companyportal.desktop.single_instance import SingleInstance

Watch = Callable[[life.Life], AsyncIterator[Facts]]

_begin = life.Life.begin


def observe(watch: Watch, connection: Path, data: Path) -> int:
    """Run the program until ``watch`` has seen enough; its exit code."""

    async def look(living: life.Life) -> None:
        async for facts in watch(living):
            tell(**facts)
        living.quit()

    async def begin(self: life.Life, *, hidden: bool, instance: SingleInstance) -> None:
        self.portal.tasks.start("watch", look, self)
        await _begin(self, hidden=hidden, instance=instance)

    life.Life.begin = begin  # type: ignore[method-assign]
    vars(portal)["open_token_cache"] = kept_in
    settings = data.with_name("settings.toml")
    words = ["--connect", str(connection), "--settings", str(settings), "--data", str(data)]
    return main([*words, "--language", "en", "--theme", "light"])


async def seen(condition: Callable[[], object]) -> None:
    """Until it holds; looked at a millisecond apart."""
    for _ in count():
        if condition():
            return
        await asyncio.sleep(0.001)


if __name__ == "__main__":
    from benchmarks import watches

    watched, connection_file, data_folder = sys.argv[2:]
    sys.exit(observe(getattr(watches, watched), Path(connection_file), Path(data_folder)))
