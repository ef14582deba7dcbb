"""The computer's clock is wrong from the start: everything works, and the person is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import fault, promise, threat
from tests.stories.conftest import SitDown
from tests.virtual_clock import VirtualClock

pytestmark = [fault("R19"), threat("T08"), promise(3)]


@pytest.mark.parametrize(
    ("off_by", "language", "told"),
    [
        (timedelta(hours=3), "en", "This computer’s clock is off by 3 hours."),
        (timedelta(hours=-3), "fr", "L’horloge de cet ordinateur est décalée de 3 heures."),
        (timedelta(days=2), "en", "This computer’s clock is off by 2 days."),
    ],
)
async def test_signing_in_twice_works_and_one_message_tells(
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    off_by: timedelta,
    language: str,
    told: str,
) -> None:
    wrong = VirtualClock(boot=demo_clock.boot, wall=demo_clock.wall + off_by)
    sitting = await sit_down(demo, hands, clock=wrong, language=language)
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    portal = sitting.portal
    await until(lambda: portal.account.can_sign_in)
    portal.account.sign_in()
    await sitting.wait_for(told)
    sitting.window.message_place.bar.cross.click()
    await until(lambda: portal.devices.total)
    portal.protected.begin(Action.RESET_PASSCODE, portal.devices.devices[0])
    portal.protected.sign_out()
    await until(lambda: sitting.step is Step.CONFIRM)
    assert portal.protected.remaining_s > 290
    assert told not in sitting.words(), "it was read and closed"
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    assert len(demo.tenant.posts) == 1
