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
from typing import TYPE_CHECKING

from benchmarks.processes import Facts, tell
from companyportal import imports

if TYPE_CHECKING:
    from companyportal.desktop.single_instance import SingleInstance
    from companyportal.life import Life

    Watch = Callable[[Life], AsyncIterator[Facts]]


def observe(name: str, connection: Path, data: Path) -> int:
    """Run the program until the watch of that name has seen enough; its exit code."""
    imports.prepare()  # as the program does, before it imports anything
    from benchmarks import watches
    from benchmarks.file_key import kept_in
    from companyportal import portal
    from companyportal.__main__ import main

    vars(portal)["open_token_cache"] = kept_in
    let_watch(getattr(watches, name))
    settings = data.with_name("settings.toml")
    words = ["--connect", str(connection), "--settings", str(settings), "--data", str(data)]
    return main([*words, "--language", "en", "--theme", "light"])


def let_watch(watch: Watch) -> None:
    """From its beginning on, a life of the program is watched."""
    from companyportal.life import Life

    begin_alone = Life.begin

    async def look(living: Life) -> None:
        async for facts in watch(living):
            tell(**facts)
        living.quit()

    async def begin(self: Life, *, hidden: bool, instance: SingleInstance, link: str = "") -> None:
        self.portal.tasks.start("watch", look, self)
        await begin_alone(self, hidden=hidden, instance=instance, link=link)

    Life.begin = begin  # type: ignore[method-assign]


async def seen(condition: Callable[[], object]) -> None:
    """Until it holds; looked at a millisecond apart."""
    for _ in count():
        if condition():
            return
        await asyncio.sleep(0.001)


if __name__ == "__main__":
    watched, connection_file, data_folder = sys.argv[2:]
    sys.exit(observe(watched, Path(connection_file), Path(data_folder)))
