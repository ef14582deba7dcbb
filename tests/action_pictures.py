"""Pictures of everything that can be asked of a device, for ``tests/screenshots.py``."""

from __future__ import annotations

from companyportal.domain import Action, Device
from companyportal.models.protected_progress import Step
from companyportal.records import OperationState
from tests.program import until
from tests.studio import NARROW, Studio


async def open_device(studio: Studio, part: str) -> Device:
    """Its page, read to the end."""
    device = studio.device(part)
    portal = studio.life.portal
    studio.life.window.router.open_device(device)
    await until(lambda: portal.details.checked_at and not portal.tasks.is_running("device"))
    return studio.device(part)


async def through_the_gate(studio: Studio, action: Action, part: str) -> Device:
    """To the last question about it."""
    device = await open_device(studio, part)
    studio.life.window.router.open_protected(action, device)
    studio.life.portal.protected.sign_out()
    await studio.until_step(Step.CONFIRM)
    await studio.let_pass(2)
    return device


async def followed(studio: Studio, action: Action, device: Device) -> None:
    """Until the request has come to its end."""

    def has_ended() -> bool:
        found = studio.life.portal.follow_up.find(device.device_id, action)
        return found is not None and not found.state.is_open

    for _ in range(60):
        if has_ended():
            return
        await studio.let_pass(5)
    raise AssertionError(f"{action} has not ended")


async def action_pictures(studio: Studio) -> None:
    """Row and menu, questions, waiting, and every kind of end."""
    await _row_and_menu(studio)
    await _direct(studio)
    await _factory_reset(studio)
    await _answers(studio)


async def _row_and_menu(studio: Studio) -> None:
    page = studio.life.window.pages.device_page
    await open_device(studio, "PC-0042")
    page.action_row.row.more.click()
    await studio.shoot("device-more")
    page.action_row.row.menu.close_now()
    await studio.shoot("device-narrow", NARROW)
    page.action_row.choose(Action.RENAME)
    await studio.shoot("device-rename")
    page.name.end()


async def _direct(studio: Studio) -> None:
    direct = studio.life.portal.direct
    phone = await open_device(studio, "iPhone")
    direct.ask(Action.REMOTE_LOCK, phone)
    await studio.let_pass(2)
    await studio.shoot("lock-question")
    direct.confirm()
    await until(lambda: not direct.is_busy(Action.REMOTE_LOCK))
    await studio.shoot("lock-waiting")
    await followed(studio, Action.REMOTE_LOCK, phone)
    await studio.shoot("lock-done")


async def _factory_reset(studio: Studio) -> None:
    window, portal = studio.life.window, studio.life.portal
    phone = await open_device(studio, "iPhone")
    window.router.open_protected(Action.WIPE, phone)
    await studio.shoot("wipe-before")
    await through_the_gate(studio, Action.WIPE, "iPhone")
    confirm = window.pages.protected_page.confirm
    await studio.shoot("wipe-confirm")
    confirm.alarm.timeout.emit()
    confirm.go.click()
    confirm.question.field.setText(confirm.question.wanted[:-3])
    await studio.shoot("wipe-question")
    await studio.shoot("wipe-question-narrow", NARROW)
    confirm.question.field.setText(confirm.question.wanted)
    confirm.question.alarm.stop()
    confirm.question.alarm.timeout.emit()
    confirm.question.go.click()
    await studio.until_step(Step.FOLLOWING)
    await studio.shoot("wipe-waiting")
    await followed(studio, Action.WIPE, phone)
    assert portal.follow_up.find(phone.device_id, Action.WIPE)
    await studio.shoot("wipe-done")


async def _answers(studio: Studio) -> None:
    window, portal = studio.life.window, studio.life.portal
    page = window.pages.protected_page
    computer = await through_the_gate(studio, Action.RECOVERY_KEY, "PC-0042")
    await studio.shoot("key-confirm")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await studio.shoot("key-hidden")
    page.keys.fields[0].show_secret()
    await studio.shoot("key-shown")
    page.keys.fields[0].hide_secret()
    computer = await through_the_gate(studio, Action.LOCATE, "PC-0042")
    await studio.shoot("locate-confirm")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await followed(studio, Action.LOCATE, computer)
    await studio.shoot("locate-done")
    found = portal.follow_up.find(computer.device_id, Action.LOCATE)
    assert found is not None
    assert found.state is OperationState.DONE
