"""The keys of the whole window, and the way back from something done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from companyportal.models.notice import NoticeKind
from companyportal.views.areas import go_on
from companyportal.views.keycap import Keycap
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import promise
from tests.stories.sitting import Sitting


async def keys(sitting: Sitting, words: str) -> None:
    """Press them, wherever the keyboard is."""
    QTest.keySequence(sitting.window, QKeySequence(words))
    await sitting.rest()


@promise(8)
@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Alt+H", Place.SUPPORT),
        ("Alt+T", Place.SETTINGS),
        ("Ctrl+,", Place.SETTINGS),
        ("F1", Place.SHORTCUTS),
    ],
)
async def test_keys_lead_to_pages_and_back(signed_in: Sitting, words: str, place: Place) -> None:
    router = signed_in.window.router
    await keys(signed_in, words)
    assert router.place is place
    await keys(signed_in, "Alt+D")
    assert router.place is Place.DEVICES


async def test_the_page_of_keys_leads_back_to_the_settings(signed_in: Sitting) -> None:
    await signed_in.click("Settings")
    await signed_in.click("Keyboard shortcuts")
    caps = [cap for cap in signed_in.window.findChildren(Keycap) if cap.isVisible()]
    assert caps
    assert all(cap.width() >= cap.sizeHint().width() for cap in caps), "a key is cut"
    await keys(signed_in, "Alt+Left")
    assert signed_in.window.router.place is Place.SETTINGS


async def test_keys_open_the_bell_and_the_person_and_find_the_search(signed_in: Sitting) -> None:
    window = signed_in.window
    await keys(signed_in, "Ctrl+F")
    assert window.header.search.hasFocus()
    await keys(signed_in, "Alt+N")
    await until(lambda: window.sheets.panel.isVisible())
    await signed_in.press(Qt.Key.Key_Escape)
    await keys(signed_in, "Alt+P")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


async def test_f6_goes_through_the_parts_of_the_window(signed_in: Sitting) -> None:
    window = signed_in.window
    parts = (window.header, window.navigation, window.frame.content)
    go_on(parts)

    def part() -> int:
        focus = QApplication.focusWidget()
        return next(i for i, each in enumerate(parts) if focus and each.isAncestorOf(focus))

    first = part()
    visited = []
    for _ in range(3):
        await keys(signed_in, "F6")
        visited.append(part())
    assert visited == [(first + 1) % 3, (first + 2) % 3, first]
    await keys(signed_in, "Shift+F6")
    assert part() == (first + 2) % 3


async def test_behind_a_question_no_page_changes(signed_in: Sitting) -> None:
    signed_in.window.sheets.show_details()
    for words in ("Alt+T", "F1", "Ctrl+F", "F6", "Alt+N"):
        await keys(signed_in, words)
        assert signed_in.window.router.place is Place.DEVICES
        assert signed_in.window.sheets.has_question


@promise(8)
async def test_undoing_by_keyboard_within_ten_seconds(signed_in: Sitting) -> None:
    undone: list[str] = []

    def tell() -> None:
        signed_in.portal.messages.tell(
            NoticeKind.RENAMED, detail="Phone <b>1</b>", undo=lambda: undone.append("undone")
        )

    tell()
    await signed_in.wait_for("The device is now called “Phone <b>1</b>”.")
    await signed_in.tab_to("Undo")
    await signed_in.press(Qt.Key.Key_Return)
    assert undone == ["undone"]
    assert "is now called" not in signed_in.words()
    tell()
    await signed_in.wait_for("is now called")
    await signed_in.let_pass(11)
    assert "is now called" not in signed_in.words()
    assert undone == ["undone"]


async def test_what_was_done_is_nobody_elses_business(signed_in: Sitting) -> None:
    signed_in.portal.messages.tell(NoticeKind.RENAMED, detail="Marie’s secret", lasts_s=None)
    signed_in.portal.account.sign_out()
    await until(lambda: signed_in.window.router.place is Place.WELCOME)
    await until(lambda: "secret" not in signed_in.words())
