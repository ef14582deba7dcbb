"""An employee without a role in Intune: sees their devices, and why nothing can be done here."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from companyportal.views.scroll import ScrollPage
from tests.models.hands import Hands
from tests.program import until
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.views.geometry import settle
from tests.virtual_clock import VirtualClock

GALAXY = "Marie’s Galaxy"
EXPLAINED = {
    "en": (
        "You can look at your devices here",
        "Your organisation lets this program see your devices, not manage them.",
        "IT support can do it for you",
    ),
    "fr": (
        "Vous pouvez consulter vos appareils ici",
        "Votre organisation laisse ce programme voir vos appareils, pas les gérer.",
        "Le support informatique peut le faire pour vous",
    ),
}
NOT_MANAGED = {"en": "Not managed", "fr": "Non géré"}


async def at_the_list(sitting: Sitting) -> None:
    """Signed in, and everything is read."""
    await until(lambda: sitting.portal.account.can_sign_in)
    sitting.portal.account.sign_in()
    await until(lambda: sitting.portal.devices.state is ListState.READY)
    await until(lambda: not sitting.portal.tasks.names)
    await sitting.rest()


async def sees_a_card(sitting: Sitting, wide: int, high: int) -> bool:
    """Whether all of the first device is seen in such a window, before anybody scrolls."""
    sitting.window.resize(wide, high)
    await settle()
    view = sitting.window.devices_page.view
    page = sitting.window.devices_page.findChild(ScrollPage)
    assert page is not None
    card = view.visualRect(view.model().index(0, 0))
    card.moveTopLeft(view.viewport().mapTo(page.viewport(), card.topLeft()))
    return page.verticalScrollBar().value() == 0 and page.viewport().rect().contains(card)


async def open_card(sitting: Sitting, name: str) -> None:
    """Click a card whose device is never read on its own."""
    view = sitting.window.devices_page.view
    index = sitting._card(name, "")
    await sitting.click_at(view.viewport(), view.visualRect(index).center())
    await until(lambda: sitting.window.router.place is Place.DEVICE)
    await sitting.rest()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("refusal", ["no-role", "no-role-401"])
async def test_an_employee_without_a_role_sees_their_devices_and_why_nothing_can_be_done(
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    language: str,
    refusal: str,
) -> None:
    demo.tenant.faults.add(refusal)
    sitting = await sit_down(demo, hands, clock=demo_clock, language=language)
    await at_the_list(sitting)
    sitting.sees(*EXPLAINED[language], "help@valcombe.example")
    assert [await sees_a_card(sitting, *size) for size in ((1100, 720), (640, 600))] == [True] * 2
    cards = [sitting.portal.devices.describe(each) for each in sitting.portal.devices.shown]
    assert [card for card in cards if NOT_MANAGED[language] in card] == [cards[0]]
    assert cards[0].startswith("HOME-PC")
    assert cards[1].startswith(GALAXY)
    assert sitting.portal.messages.current is None
    await open_card(sitting, GALAXY)
    sitting.sees(EXPLAINED[language][1].removesuffix("."))
    assert sitting.step is Step.NONE
    assert demo.tenant.posts == []
    assert sitting.portal.tasks.names == ()


async def test_pressing_what_cannot_be_done_sends_nothing(
    sitting: Sitting, demo: DemoServer
) -> None:
    demo.tenant.faults.add("no-role")
    await at_the_list(sitting)
    await open_card(sitting, GALAXY)
    demo.tenant.requests.clear()
    await sitting.click("Reset passcode")
    assert (sitting.window.router.place, sitting.step) == (Place.DEVICE, Step.NONE)
    assert demo.tenant.requests == []
    back = sitting.window.pages.device_page.back_button
    await sitting.click_at(back, back.rect().center())
    await sitting.rest()
    await sitting.click("IT support")
    assert sitting.window.router.place is Place.SUPPORT


async def test_whoever_was_given_a_role_asks_again_and_goes_on(
    sitting: Sitting, demo: DemoServer
) -> None:
    demo.tenant.faults.add("no-role")
    await at_the_list(sitting)
    demo.tenant.faults.clear()
    await sitting.click("Ask again")
    await until(lambda: not sitting.portal.devices.is_read_only)
    await sitting.rest()
    words = sitting.words()
    assert EXPLAINED["en"][0] not in words
    assert "HOME-PC" not in words
    await sitting.begin_reset(GALAXY)


async def test_the_next_start_knows_before_it_asks(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("no-role")
    sitting = await sit_down(demo, hands, clock=demo_clock)
    await at_the_list(sitting)
    sitting.portal.devices.restore()
    await sitting.rest()
    sitting.sees(*EXPLAINED["en"])
    demo.tenant.requests.clear()
    sitting.portal.devices.refresh()
    await until(lambda: not sitting.portal.tasks.names)
    assert not [seen for seen in demo.tenant.requests if "managedDevices" in seen.path]
    sitting.portal.account.sign_out()
    await until(lambda: sitting.portal.account.can_sign_in)
    await until(lambda: not sitting.portal.tasks.names)
    assert EXPLAINED["en"][0] not in sitting.words()
