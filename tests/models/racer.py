"""One of two programs that are about to reset the same device; the word to confirm comes from
outside.

``python -m tests.models.racer CONNECTION_FILE FOLDER USERNAME``: prints ``ready`` when only the
last click is missing, waits for a line, clicks, and prints how it ended.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from companyportal.endpoints import Endpoints
from companyportal.models.protected_progress import Step
from tests.desk import at_desk
from tests.http_browser import HttpBrowser
from tests.models.hands import sign_in_again
from tests.models.kept_ring import plug_in
from tests.program import sign_in, until


async def run(connection: Path, data: Path, username: str) -> None:
    """To the last click, and on when it is time."""
    async with (
        HttpBrowser(username=username) as browser,
        at_desk(
            Endpoints.from_file(connection), data, open_url=browser.open_url, keeps_data=True
        ) as life,
    ):
        reset = life.portal.protected
        await sign_in(life.portal)
        await sign_in_again(life.portal)
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        reset.confirm()
        await until(lambda: not life.portal.tasks.is_running("reset-passcode"), turns=30_000)
        has_won = reset.progress.step is Step.FOLLOWING
        error = reset.progress.error or reset.closed_because.name
        print("won" if has_won else error if isinstance(error, str) else type(error).__name__)


if __name__ == "__main__":
    connection_file, place, username = sys.argv[1:]
    folder = Path(place)
    plug_in(folder / "ring", pytest.MonkeyPatch())
    app = QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(run(Path(connection_file), folder / "data", username))
