"""What nobody has asked for yet is made while the program rests, and then nothing ticks on."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from companyportal.views.spare import Spare, is_made
from tests.program import until
from tests.stories.sitting import Sitting

PAGES = ("device_page", "protected_page", "support_page", "settings_page", "shortcuts_page")


async def test_every_page_is_there_before_anybody_asks(signed_in: Sitting) -> None:
    window = signed_in.window
    await until(lambda: all(is_made(window.pages, name) for name in PAGES))
    await until(lambda: all(is_made(window.protected_page, name) for name in ("before", "ended")))
    await until(lambda: is_made(window, "welcome") and is_made(window.sheets, "popover"))
    [spare] = window.findChildren(Spare)
    [timer] = spare.findChildren(QTimer)
    await until(lambda: not timer.isActive())


async def test_a_page_asked_for_earlier_is_the_same_one_later(sitting: Sitting) -> None:
    early = sitting.window.support_page
    await sitting.sign_in()
    await until(lambda: is_made(sitting.window, "welcome"))
    assert sitting.window.support_page is early
    assert sitting.window.pages.count() == len(PAGES) + 1
