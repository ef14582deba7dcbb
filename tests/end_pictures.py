"""Pictures of the questions before a device is removed or restarted, and of ends that failed, for
``tests/screenshots.py``.
"""

from __future__ import annotations

from dataclasses import replace

from companyportal.demo.device_record import Answer
from companyportal.domain import Action, Device
from tests.action_pictures import followed, open_device, through_the_gate
from tests.program import until
from tests.studio import NARROW, Studio


async def questions(studio: Studio) -> None:
    """Before a restart, and before a removal, whose red button asks once more."""
    window, portal = studio.life.window, studio.life.portal
    pc = await open_device(studio, "PC-0042")
    portal.direct.ask(Action.RESTART, pc)
    await studio.let_pass(2)
    await studio.shoot("restart-question")
    await studio.shoot("restart-question-narrow", NARROW)
    window.sheets.direct_question.reject()
    window.router.open_protected(Action.RETIRE, await open_device(studio, "iPhone"))
    await studio.shoot("remove-before")
    await through_the_gate(studio, Action.RETIRE, "iPhone")
    confirm = window.pages.protected_page.confirm
    await studio.shoot("remove-confirm")
    confirm.alarm.timeout.emit()
    confirm.go.click()
    confirm.question.field.setText(confirm.question.wanted)
    confirm.question.alarm.stop()
    confirm.question.alarm.timeout.emit()
    await studio.shoot("remove-question")
    await studio.shoot("remove-question-narrow", NARROW)
    confirm.question.reject()
    portal.protected.cancel()


async def ends_that_failed(studio: Studio) -> None:
    """Each on its own page; of what is asked for without signing in again, above the buttons."""
    await _ask_in_vain(studio, Action.RESET_PASSCODE, "iPhone", Answer.FAILED)
    await studio.shoot("reset-failed")
    await _ask_in_vain(studio, Action.RETIRE, "iPhone", Answer.FAILED)
    await studio.shoot("remove-failed")
    await studio.shoot("remove-failed-narrow", NARROW)
    await _ask_in_vain(studio, Action.LOCATE, "PC-0042", Answer.NOT_SUPPORTED)
    await studio.shoot("locate-not-supported")
    await _ask_in_vain(studio, Action.RESTART, "PC-0042", Answer.FAILED)
    await studio.shoot("restart-failed")


async def _ask_in_vain(studio: Studio, action: Action, part: str, answer: Answer) -> None:
    portal, device = studio.life.portal, studio.device(part)
    owned = studio.demo.tenant.devices_of(studio.demo.people[0])
    played = next(each for each in owned if each.device_id == device.device_id)
    record = played.record
    played.record = replace(record, answers={**record.answers, action.value: answer})
    if action.is_protected:
        await through_the_gate(studio, action, part)
        portal.protected.confirm()
    else:
        await _ask_at_once(studio, action, await open_device(studio, part))
    await until(lambda: portal.follow_up.find(device.device_id, action))
    await followed(studio, action, device)
    played.record = record


async def _ask_at_once(studio: Studio, action: Action, device: Device) -> None:
    direct = studio.life.portal.direct
    direct.ask(action, device)
    await studio.let_pass(2)
    direct.confirm()
    await until(lambda: not direct.is_busy(action))
