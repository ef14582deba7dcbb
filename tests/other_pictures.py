"""Pictures of devices that the first person does not have, and of a connection that is gone."""

from __future__ import annotations

from companyportal.computer_identity import ComputerIdentity
from companyportal.domain import Action
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.action_pictures import followed, open_device, through_the_gate
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.studio import NARROW, Studio, sign_in

TALL = (1100, 1100)


async def others_pictures(studio: Studio, browser: HttpBrowser) -> None:
    """A Mac that shows a PIN, this computer about to be removed, a device that does not answer."""
    await _as_person(studio, browser, "Inès")
    await _lock_pin(studio)
    await _this_computer(studio)
    await _as_person(studio, browser, "Lucas")
    await _no_answer(studio)
    await _offline(studio)


async def _as_person(studio: Studio, browser: HttpBrowser, name: str) -> None:
    account = studio.life.portal.account
    if not account.can_sign_in:
        account.sign_out()
    await until(lambda: account.can_sign_in)
    found = next(each for each in studio.demo.people if name in each.display_name)
    await sign_in(studio, browser, found.username)


async def _lock_pin(studio: Studio) -> None:
    window, portal = studio.life.window, studio.life.portal
    mac = await open_device(studio, "MacBook")
    await studio.shoot("mac", TALL)
    window.pages.device_page.details_card.more.click()
    await studio.shoot("mac-all-details", TALL)
    portal.direct.ask(Action.REMOTE_LOCK, mac)
    await studio.let_pass(2)
    portal.direct.confirm()
    await followed(studio, Action.REMOTE_LOCK, mac)
    window.router.open_device(mac)
    await studio.shoot("mac-locked")
    window.router.open_result(Action.REMOTE_LOCK, mac)
    await studio.shoot("mac-pin-hidden")
    await through_the_gate(studio, Action.RECOVERY_KEY, "MacBook")
    await studio.shoot("file-vault-confirm")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await studio.shoot("file-vault-hidden")
    field = window.pages.protected_page.keys.fields[0]
    field.show_secret()
    await studio.shoot("file-vault-shown")
    await studio.shoot("file-vault-narrow", NARROW)
    field.hide_secret()


async def _this_computer(studio: Studio) -> None:
    window, portal = studio.life.window, studio.life.portal
    serial_number = studio.device("PC d").serial_number.lower()
    portal.devices.note_this_computer(ComputerIdentity(serial_number=serial_number))
    pc = await open_device(studio, "PC d")
    await studio.shoot("this-computer", TALL)
    window.router.open_protected(Action.WIPE, pc)
    await studio.shoot("this-computer-wipe-before", TALL)
    await through_the_gate(studio, Action.WIPE, "PC d")
    await studio.shoot("this-computer-wipe-confirm", TALL)
    confirm = window.pages.protected_page.confirm
    confirm.alarm.timeout.emit()
    confirm.go.click()
    await studio.shoot("this-computer-wipe-question")
    confirm.question.reject()
    portal.devices.note_this_computer(ComputerIdentity())
    window.router.go(Place.DEVICES)


async def _no_answer(studio: Studio) -> None:
    await open_device(studio, "Delive")
    await studio.shoot("no-answer", TALL)
    await studio.shoot("no-answer-narrow", NARROW)


async def _offline(studio: Studio) -> None:
    window, portal = studio.life.window, studio.life.portal
    assert studio.cable is not None
    await studio.cable.down()
    portal.details.refresh()
    await until(lambda: portal.details.is_offline)
    await studio.shoot("offline-device")
    window.router.go(Place.DEVICES)
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.FAILED)
    await studio.shoot("offline-devices")
    await studio.shoot("offline-devices-narrow", NARROW)
    await studio.cable.up()
