"""Pictures of a visit at the kiosk, for ``tests/screenshots.py``."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from companyportal.demo.organisation import load
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.settings import Loaded, Settings
from companyportal.views.router import Place
from companyportal.visit import Comfort, VisitEnd
from tests.counter import Counter, at_counter
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.studio import Camera
from tests.virtual_clock import VirtualClock

_PATIENCE_S = 600
_TOLD = Loaded(settings=Settings(organisation_name="Valcombe", support_phone="01 99 00 42 42"))
"""What the policy of a kiosk tells before anybody has signed in."""


async def visit_pictures(camera: Camera, language: str) -> None:
    """From the sign-in to the end, through the reset of a passcode."""
    clock = VirtualClock()
    told = replace(_TOLD, logo=load().support.logo)
    async with (
        DemoServer(clock=clock) as demo,
        HttpBrowser(language=language) as browser,
        at_counter(demo, browser, clock=clock, comfort=Comfort(language), loaded=told) as counter,
    ):
        await _signing_in(camera, counter)
        await _pages(camera, counter)
        await _reset(camera, counter)
        await _end(camera, counter)


async def _signing_in(camera: Camera, counter: Counter) -> None:
    window, account = counter.window, counter.portal.account
    counter.hands.hesitates = True
    account.sign_in()
    await until(lambda: account.link)
    await camera.shoot_standing(window, "sign-in")
    for name, strip in (("bar", window.bar), ("foot", window.bar.foot)):
        await camera.shoot_window(strip, f"sign-in-{name}", (1280, strip.height()))
    account.cancel()
    await until(lambda: account.can_sign_in)
    await camera.shoot_standing(window, "not-signed-in")
    counter.hands.hesitates = False
    await counter.sign_in()


async def _pages(camera: Camera, counter: Counter) -> None:
    window, frame, portal = counter.window, counter.window.frame, counter.portal
    device = counter.device("Galaxy")
    await camera.shoot_standing(window, "which-device")
    frame.foot.contrast.click()
    await camera.shoot_standing(window, "which-device-contrast")
    frame.foot.text_size.click()
    frame.foot.text_size.click()
    await camera.shoot_standing(window, "which-device-contrast-largest")
    frame.foot.contrast.click()
    frame.foot.text_size.click()
    frame.router.open_device(device)
    await until(lambda: portal.details.checked_at)
    await camera.shoot_standing(window, "device")
    portal.direct.ask(Action.REMOTE_LOCK, device)
    await until(lambda: frame.question.is_open)
    await camera.shoot_standing(window, "question")
    portal.direct.cancel()
    frame.router.go(Place.SUPPORT)
    await camera.shoot_standing(window, "support")
    frame.pages.support_page.contact.site.button.click()
    await camera.shoot_standing(window, "support-code")
    frame.qr_sheet.reject()


async def _reset(camera: Camera, counter: Counter) -> None:
    window, frame, portal = counter.window, counter.window.frame, counter.portal
    device = counter.device("Galaxy")
    frame.router.open_device(device)
    frame.router.open_protected(Action.RESET_PASSCODE, device)
    await camera.shoot_standing(window, "reset-before")
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    frame.pages.protected_page.confirm.alarm.timeout.emit()
    await camera.shoot_standing(window, "reset-confirm")
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    for _ in range(_PATIENCE_S):
        if portal.follow_up.passcode(device.device_id) is not None:
            break
        counter.visit.note_input()
        await counter.stands(1)
        await asyncio.sleep(0.004)
    await camera.shoot_standing(window, "passcode-hidden")
    reveal = frame.pages.protected_page.passcode.secret.reveal
    assert reveal is not None
    reveal.show_button.click()
    await camera.shoot_standing(window, "passcode-shown")


async def _end(camera: Camera, counter: Counter) -> None:
    await counter.stands(72)
    await camera.shoot_standing(counter.window, "still-there")
    counter.visit.stay()
    counter.visit.note_sending(True)
    counter.visit.end(VisitEnd.ASKED)
    await camera.shoot_standing(counter.window, "finishing")
    counter.visit.note_sending(False)
