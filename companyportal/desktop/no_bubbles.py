"""No bubbles: at a kiosk they would tell the next visitor."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class NoBubbles(QObject):
    """See Bubbles; it shows none."""

    clicked = Signal(str)

    async def start(self) -> None:
        """See Bubbles."""

    async def show(self, notification_id: str, title: str, body: str) -> bool:
        """See Bubbles."""
        return False

    async def withdraw(self, notification_id: str) -> None:
        """See Bubbles."""

    async def withdraw_all(self) -> None:
        """See Bubbles."""

    async def close(self) -> None:
        """See Bubbles."""
