"""Pictures of the main job, the reset of a passcode, to each of its ends."""

from __future__ import annotations

from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views.reset_passcode import ResetPasscode
from companyportal.views.router import Place
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.studio import NARROW, SIZE, Studio, to_confirmation


async def reset(studio: Studio, browser: HttpBrowser) -> None:
    """The main job, to the shown passcode and the bell."""
    portal, window = studio.life.portal, studio.life.window
    galaxy = studio.device("Galaxy")
    window.router.open_device(galaxy)
    window.router.open_protected(Action.RESET_PASSCODE, galaxy)
    await studio.shoot("reset-1-before-you-start", (1100, 780))
    await studio.shoot("reset-1-narrow", NARROW)
    studio.person.hesitates = True
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)
    await studio.let_pass(48)
    await studio.shoot("reset-2-sign-in-again")
    studio.person.hesitates = False
    await browser.sign_in(portal.protected.progress.link)
    await studio.until_step(Step.CONFIRM)
    await studio.let_pass(55)
    await studio.shoot("reset-3-confirm")
    await quitting(studio)
    await studio.until_step(Step.FOLLOWING)
    await studio.shoot("reset-4-waiting")
    await until(lambda: studio.clock.sleepers)
    await studio.let_pass(12)
    await until(lambda: portal.notifications.unread)
    await studio.shoot("reset-5-passcode-hidden")
    page = next(p for p in window.findChildren(ResetPasscode) if p.isVisible())
    page.secret.show_button.click()
    await studio.shoot("reset-6-passcode-shown", (1100, 780))
    await studio.shoot("reset-6-narrow", NARROW)
    window.router.go(Place.DEVICES)
    window.resize(*SIZE)
    window.header.bell.click()
    await studio.shoot("notifications")
    window.header.bell.click()


async def quitting(studio: Studio) -> None:
    """The question before the program ends while the request is on its way."""
    sheets, faults = studio.life.window.sheets, studio.demo.tenant.faults
    faults.add("latency")
    studio.life.portal.protected.confirm()
    await studio.until_step(Step.SENDING)
    sheets.ask_before_quitting()
    await studio.shoot("reset-3-quit")
    await studio.shoot("reset-3-quit-narrow", NARROW)
    sheets.quit_question.reject()
    faults.discard("latency")
    await studio.let_pass(4)


async def other_ends(studio: Studio, browser: HttpBrowser) -> None:
    """iOS, and an unknown outcome."""
    portal, window = studio.life.portal, studio.life.window
    await to_confirmation(studio, "iPhone")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await studio.let_pass(20)
    await until(lambda: len(portal.notifications.entries) > 0)
    await studio.shoot("reset-7-removed-ios", (1100, 780))
    window.router.go(Place.DEVICES)
    studio.demo.tenant.faults.add("post-500")
    await to_confirmation(studio, "Galaxy")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await studio.let_pass(7)
    await studio.shoot("reset-9-outcome-unknown")
    studio.demo.tenant.faults.discard("post-500")
    window.router.go(Place.DEVICES)


async def another_person(studio: Studio, browser: HttpBrowser) -> None:
    """Somebody else signs in again: nothing is done, and the session is over."""
    portal, window = studio.life.portal, studio.life.window
    studio.demo.tenant.faults.add("other-person")
    device = studio.device("iPad")
    window.router.open_device(device)
    window.router.open_protected(Action.RESET_PASSCODE, device)
    portal.protected.sign_out()
    await studio.until_step(Step.ENDED)
    await studio.shoot("reset-8-another-account")
    studio.demo.tenant.faults.discard("other-person")
    window.router.go(Place.DEVICES)
