"""A visit's pages on every screen: nothing cut off, nothing too small for a finger, all named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.settings import Loaded, Settings
from companyportal.views.dialog import Dialog
from companyportal.views.router import Place
from companyportal.views.theme import Theme
from companyportal.visit import TEXT_STEPS, Comfort, VisitEnd
from tests.counter import Counter, at_counter
from tests.desktop.hostile_pictures import made
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.proofs import promise
from tests.views.geometry import cut_off, hard_to_hit, settle, without_name
from tests.virtual_clock import VirtualClock

SCREENS = [
    ((1024, 768), Comfort("fr", text_step=2)),
    ((768, 1024), Comfort("fr", text_step=2)),
    ((1280, 800), Comfort("en")),
    ((1080, 1920), Comfort("fr", has_contrast=True, text_step=2)),
    ((2160, 3840), Comfort("fr", text_step=2)),
]

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


async def _measured(counter: Counter, where: str) -> list[str]:
    await settle()
    window = counter.window
    frame = window.frame
    found = [*cut_off(window), *without_name(window)]
    questions: list[QWidget] = [each for each in frame.stage.findChildren(Dialog) if each.is_open]
    pages: list[QWidget] = [frame.welcome, *frame.pages.findChildren(QWidget, options=_DIRECT)]
    shown = [*questions] or [page for page in pages if page.isVisible()]
    # Not all at once: what is scrolled out of sight lies below the foot.
    for part in (frame.header, frame.foot, *shown):
        found += hard_to_hit(part)
    end = frame.header.end
    if end.geometry().bottom() > window.frame.header.height():
        found.append("the way out does not fit")
    if window.frame.stage.height() < window.height() / 3:
        found.append(f"the page has {window.frame.stage.height()} of {window.height()}")
    return [f"{where}: {each}" for each in found]


def _out_of_sight(counter: Counter, *buttons: QWidget) -> list[str]:
    """Nobody who stands there knows that there is more below."""
    stage = counter.window.frame.stage
    found = []
    for button in buttons:
        there = QRect(button.mapTo(stage, QPoint()), button.size())
        hit = stage.childAt(there.center())
        if not stage.rect().contains(there) or hit is not button:
            found.append(f"to be scrolled to: {button.accessibleName()}")
    return found


async def _walk(counter: Counter) -> list[str]:
    frame, portal = counter.window.frame, counter.portal
    found = await _measured(counter, "list")
    device = counter.device("Galaxy")
    frame.router.open_device(device)
    await until(lambda: portal.details.checked_at)
    found += await _measured(counter, "device")
    frame.router.go(Place.SUPPORT)
    found += await _measured(counter, "support")
    frame.pages.support_page.contact.site.button.click()
    found += await _measured(counter, "code")
    frame.qr_sheet.reject()
    frame.router.open_device(device)
    portal.direct.ask(Action.REMOTE_LOCK, device)
    await until(lambda: frame.question.is_open)
    found += await _measured(counter, "question")
    found += _out_of_sight(counter, *frame.question.buttons)
    frame.question.reject()
    frame.router.open_protected(Action.RESET_PASSCODE, device)
    found += await _measured(counter, "before")
    page = frame.pages.protected_page
    found += _out_of_sight(counter, page.before.sign_out, page.before.cancel)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    found += await _measured(counter, "confirm")
    found += _out_of_sight(counter, page.confirm.go, page.confirm.cancel)
    left = page.viewport().height()
    return found + ([] if left >= page.height() / 2 else [f"{left} px are left to read"])


@promise(8)
@pytest.mark.parametrize(("size", "comfort"), SCREENS)
async def test_every_page_fits(
    demo: DemoServer,
    browser: HttpBrowser,
    demo_clock: VirtualClock,
    theme: Theme,
    size: tuple[int, int],
    comfort: Comfort,
) -> None:
    usual = Comfort(comfort.language)
    async with at_counter(demo, browser, clock=demo_clock, comfort=usual, size=size) as counter:
        found = await _measured(counter, "welcome")
        await counter.sign_in()
        counter.window.set_comfort(comfort)
        found += await _walk(counter)
        await counter.stands(60)
        warning = counter.window.covers.warning
        assert warning.isVisible()
        await settle()
        found += [*cut_off(warning), *hard_to_hit(warning), *without_name(warning)]
        counter.visit.note_sending(True)
        counter.visit.end(VisitEnd.ASKED)
        finishing = counter.window.covers.finishing
        await settle()
        found += [*cut_off(finishing), *hard_to_hit(finishing), *without_name(finishing)]
        counter.visit.note_sending(False)
        assert not found, "\n".join(found)
        assert (counter.window.width(), counter.window.height()) == size, "it left the screen"


async def test_a_logo_as_wide_as_a_line_leaves_room_for_the_way_out(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, theme: Theme
) -> None:
    told = Loaded(settings=Settings(organisation_name="Valcombe"), logo=made("PNG", 600, height=99))
    french = Comfort("fr")
    async with at_counter(demo, browser, clock=demo_clock, comfort=french, loaded=told) as counter:
        found = []
        for size, _ in SCREENS:
            for step in TEXT_STEPS:
                counter.window.resize(*size)
                counter.window.set_comfort(replace(french, text_step=step))
                found += await _measured(counter, f"{size}, step {step}")
                if (counter.window.width(), counter.window.height()) != size:
                    found.append(f"{size}, step {step}: it leaves the screen")
        assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("size", "columns"), [((1280, 800), 2), ((1920, 1080), 2), ((768, 1024), 1)]
)
async def test_devices_are_read_from_further_away_than_at_a_desk(
    counter: Counter, size: tuple[int, int], columns: int
) -> None:
    counter.window.resize(*size)
    await settle()
    assert counter.window.frame.pages.devices_page.view.columns == columns
