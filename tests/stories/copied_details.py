"""What IT support would be sent."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.stories.sitting import Sitting


async def copied_details(sitting: Sitting) -> str:
    """From the message bar, through its preview, where that is there; else from the page."""
    clipboard, offer = QGuiApplication.clipboard(), sitting.window.message_place.bar.copy
    clipboard.clear()
    if not offer.isVisible():
        await sitting.click("Copy details")
        return clipboard.text()
    await sitting.click_at(offer, offer.rect().center())
    previewed = sitting.window.sheets.support_details.text
    sitting.sees(previewed)
    assert clipboard.text() == "", "copied before anybody could read it"
    await sitting.click("Copy these details")
    assert clipboard.text() == previewed
    sitting.sees("Copied")
    await sitting.click("Close")
    return previewed
