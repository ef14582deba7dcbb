"""The main job without a mouse: Tab, arrows, Enter and Space lead to the passcode."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from companyportal.models.account import AccountState
from companyportal.models.device_list import DeviceRole, ListState
from companyportal.models.protected_progress import Step
from companyportal.views.device_view import DeviceView
from companyportal.views.protected_confirm import WAKES_AFTER_MS
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import promise
from tests.stories.sitting import Sitting

Key = Qt.Key


async def go_to_card(sitting: Sitting, name: str) -> None:
    """Tab to the cards, then the arrows to the one with that name."""
    for _ in range(40):
        if isinstance(QApplication.focusWidget(), DeviceView):
            break
        await sitting.press(Key.Key_Tab)
    view = QApplication.focusWidget()
    assert isinstance(view, DeviceView)
    await sitting.press(Key.Key_Home)
    for _ in range(sitting.portal.devices.rowCount()):
        if view.currentIndex().data(DeviceRole.DEVICE).name == name:
            return
        await sitting.press(Key.Key_Right)
    raise AssertionError(f"the arrows never came to {name}")


@promise(8)
async def test_the_main_job_by_keyboard_alone(sitting: Sitting) -> None:
    portal, router = sitting.portal, sitting.window.router
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await sitting.tab_to("Sign in")
    await sitting.press(Key.Key_Return)
    await until(lambda: portal.devices.state is ListState.READY)
    await go_to_card(sitting, "Marie’s Galaxy")
    await sitting.press(Key.Key_Return)
    await until(lambda: portal.details.checked_at is not None)
    await sitting.tab_to("Reset passcode")
    await sitting.press(Key.Key_Space)
    assert sitting.step is Step.BEFORE_START
    await sitting.tab_to("Sign out")
    await sitting.press(Key.Key_Return)
    await until(lambda: sitting.step is Step.CONFIRM)
    await until(sitting.window.protected_page.confirm.go.isEnabled)
    assert sitting.demo.tenant.posts == []
    await sitting.tab_to("Reset passcode")
    await sitting.press(Key.Key_Space)
    await until(lambda: sitting.step is Step.FOLLOWING)
    await sitting.let_pass_until(text="Your temporary passcode is ready")
    await sitting.tab_to("Show passcode")
    await sitting.press(Key.Key_Return)
    assert sitting.window.protected_page.passcode.secret.is_shown
    await sitting.tab_to("Back to devices")
    await sitting.press(Key.Key_Return)
    assert router.place is Place.DEVICES
    await sitting.tab_to("Notifications, 1 unread")
    await sitting.press(Key.Key_Return)
    await sitting.wait_for("Marie’s Galaxy: passcode reset")
    await sitting.press(Key.Key_Escape)
    assert "Marie’s Galaxy: passcode reset" not in sitting.words()
    assert len(sitting.demo.tenant.posts) == 1


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
async def test_a_key_pressed_as_the_question_appears_resets_nothing(
    sitting: Sitting, key: Qt.Key
) -> None:
    await sitting.sign_in()
    sitting.window.protected_page.confirm.alarm.setInterval(WAKES_AFTER_MS)
    await sitting.begin_reset()
    await sitting.tab_to("Sign out")
    await sitting.press(key)
    await until(lambda: sitting.step is Step.CONFIRM)
    await sitting.press(key)
    await sitting.let_pass(1)
    assert sitting.step in (Step.CONFIRM, Step.NONE)
    assert sitting.demo.tenant.posts == []
