"""The yardstick of a refreshed list: a bare window of Qt, and then one bare request for the list.

``python -m benchmarks.bare_request STARTED CONNECTION TOKEN`` tells when it has been answered.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.processes import late_ms, tell


class BareWindow(QListView):
    """Ends the loop when it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """See QListView."""
        super().paintEvent(event)
        QApplication.exit()


async def ask(place: dict[str, str], token: str) -> int:
    """How many devices one request brings."""
    import aiohttp

    connector = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=place["ca_file"]))
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        aiohttp.ClientSession(connector=connector, headers=headers) as session,
        session.get(f"{place['graph']}/me/managedDevices") as answer,
    ):
        answer.raise_for_status()
        return len(json.loads(await answer.read())["value"])


if __name__ == "__main__":
    app = QApplication([])
    window = BareWindow()
    window.setModel(QStringListModel([f"Device {number}" for number in range(1, 6)]))
    window.resize(1100, 720)
    window.show()
    app.exec()
    described = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    devices = asyncio.run(ask(described, sys.argv[3]))
    tell(late_ms=late_ms(), devices=devices)
