"""A device gets another name: typed in place, taken back within ten seconds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.device_name import LONGEST
from companyportal.domain import Action
from companyportal.models.notice import LASTS_S
from companyportal.settings import Loaded, Settings
from companyportal.views.name_edit import NameEdit
from companyportal.views.router import Place
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import promise
from tests.stories.asking import NEW_NAME, PC, Asking
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

pytestmark = promise(4)


async def editing(sitting: Sitting) -> tuple[Asking, NameEdit]:
    """The name can be typed over: the whole of it is selected."""
    asking = Asking(sitting, Action.RENAME)
    await asking.open_page()
    QTest.keyClick(sitting.window, Qt.Key.Key_F2)
    await sitting.rest()
    name = sitting.window.pages.device_page.name
    assert QApplication.focusWidget() is name.field
    assert name.field.selectedText() == PC
    return asking, name


async def test_escape_leaves_the_old_name_and_the_page_open(signed_in: Sitting) -> None:
    asking, name = await editing(signed_in)
    QTest.keyClicks(name.field, NEW_NAME)
    await signed_in.press(Qt.Key.Key_Escape)
    assert not name.is_editing
    assert signed_in.window.router.place is Place.DEVICE
    assert name.title.text() == PC
    assert QApplication.focusWidget() is not name.field
    await signed_in.let_pass(5)
    asking.was_never_sent()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "A device needs a name."),
        ("   ", "A device needs a name."),
        ("My computer", "Letters, digits and hyphens only, without spaces."),
        ("4711", "Digits alone are not enough. Add a letter."),
    ],
)
async def test_what_cannot_be_a_name_is_not_sent(
    signed_in: Sitting, typed: str, reason: str
) -> None:
    asking, name = await editing(signed_in)
    name.field.setText(typed)
    await signed_in.press(Qt.Key.Key_Return)
    assert name.is_editing
    assert name.save.accessibleDescription() == reason
    if typed.strip():
        signed_in.sees(reason)
    await signed_in.click("Save")
    assert name.is_editing
    await signed_in.let_pass(5)
    asking.was_never_sent()


async def test_the_same_name_is_not_sent_and_a_longer_one_than_allowed_cannot_be_typed(
    signed_in: Sitting,
) -> None:
    asking, name = await editing(signed_in)
    QTest.keyClicks(name.field, f" {PC} ")
    await signed_in.press(Qt.Key.Key_Return)
    assert not name.is_editing
    QTest.keyClick(signed_in.window, Qt.Key.Key_F2)
    QTest.keyClicks(name.field, "x" * (LONGEST + 5))
    assert len(name.field.text()) == LONGEST
    await signed_in.press(Qt.Key.Key_Escape)
    await signed_in.let_pass(5)
    asking.was_never_sent()


def names_sent(asking: Asking) -> list[str]:
    """What the device was to be called, in the order of the requests."""
    return [action.body["deviceName"] for action in asking.played.actions if action.body]


@pytest.mark.parametrize("waits_s", [0, int(LASTS_S) - 2], ids=["at once", "after 8 seconds"])
async def test_undo_by_the_keyboard_sends_the_old_name_once(
    signed_in: Sitting, waits_s: int
) -> None:
    asking = Asking(signed_in, Action.RENAME)
    signed_in.demo.tenant.delay_s = 3
    await asking.ask()
    signed_in.sees(f"The device is now called “{NEW_NAME}”.")
    await signed_in.let_pass(waits_s)
    await signed_in.tab_to("Undo")
    await signed_in.press(Qt.Key.Key_Space)
    await signed_in.press(Qt.Key.Key_Space)
    await asking.answered()
    assert names_sent(asking) == [NEW_NAME, PC]
    await signed_in.let_pass(15)
    await until(lambda: signed_in.window.pages.device_page.name.title.text() == PC)
    assert names_sent(asking) == [NEW_NAME, PC]
    assert len(signed_in.demo.tenant.posts) == 2


async def test_after_ten_seconds_there_is_nothing_to_undo(signed_in: Sitting) -> None:
    asking = Asking(signed_in, Action.RENAME)
    await asking.ask()
    await signed_in.let_pass(int(LASTS_S) + 1)
    assert "Undo" not in signed_in.words()
    signed_in.portal.messages.undo()
    await signed_in.let_pass(5)
    asking.was_taken_once()


async def test_a_name_of_intune_itself_holds_at_once_and_can_be_changed_again(
    sit_down: SitDown, hands: Hands, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    loaded = Loaded(settings=Settings(rename="managementName", language="en"))
    sitting = await sit_down(demo, hands, clock=demo_clock, loaded=loaded)
    await sitting.sign_in()
    page = sitting.window.pages.device_page
    called = next(
        each.name for each in sitting.portal.devices.devices if each.serial_number == "014203922B5C"
    )
    for new in ("Marie’s computer", "Marie’s other computer"):
        asking = Asking(sitting, Action.RENAME, called)
        await asking.open_page()
        await asking.press()
        page.name.field.setText(new)
        await sitting.press(Qt.Key.Key_Return)
        await asking.answered()
        sitting.sees(f"The device is now called “{new}”.", "Rename: done.")
        await sitting.wait_for(new)
        assert asking.played.managed_name == new
        await sitting.click_at(page.back_button, page.back_button.rect().center())
        called = new
    assert len(sitting.demo.tenant.posts) == 2
