"""The PIN that a person thinks up for a Mac reaches the service, once, and stays nowhere."""

from __future__ import annotations

from PySide6.QtTest import QTest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.settings import Loaded, Settings
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.asking import Asking
from tests.stories.conftest import SitDown
from tests.virtual_clock import VirtualClock

PIN = "482913"


@promise(1)
@threat("T41")
async def test_the_pin_of_a_mac_is_typed_sent_and_forgotten(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    demo.tenant.remember(PIN)  # from now on it is looked for everywhere
    hands.browser.username = next(p.username for p in demo.people if "Inès" in p.display_name)
    loaded = Loaded(settings=Settings(language="en", mac_factory_reset=True))
    sitting = await sit_down(demo, hands, clock=demo_clock, loaded=loaded)
    confirm = sitting.window.protected_page.confirm
    confirm.alarm.setInterval(0)
    await sitting.sign_in()
    asking = Asking(sitting, Action.WIPE, "MacBook d’Inès")
    await asking.open_page()
    await asking.press()
    await asking.through_the_gate()
    await until(lambda: confirm.go.isEnabled())
    assert confirm.go.reason == "Type a PIN of six digits first."
    QTest.keyClicks(confirm.choices.pin.field, f"a{PIN}7")
    assert confirm.choices.pin.field.text() == PIN
    assert confirm.go.reason == ""
    await sitting.click_at(confirm.go, confirm.go.rect().center())
    confirm.question.field.insert(confirm.question.wanted)  # QTest has no key for è
    await asking.last_click()
    await until(lambda: sitting.step is Step.FOLLOWING)
    assert asking.played.actions[-1].body == {"macOsUnlockCode": PIN}
    assert len(demo.tenant.posts) == 1
    assert confirm.choices.pin.field.text() == ""
    assert not confirm.choices.pin.field.isUndoAvailable()
