"""One visitor's time: nothing stretches it, and it ends in one way."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from companyportal.kiosk_rules import KioskRules
from companyportal.models.visit import Visit, VisitState
from companyportal.tasks import Tasks
from companyportal.visit import VisitEnd
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

pytestmark = [promise(7), threat("T32")]
RULES = KioskRules(visit_s=240, browser_s=150)  # so that no test counts for long


class Stranger:
    """A visit, and what it told."""

    def __init__(self, clock: VirtualClock, rules: KioskRules = RULES) -> None:
        self.clock = clock
        self.tasks = Tasks()
        self.system_idle_s: float | None = None
        self.visit = Visit(
            rules=rules,
            clock=clock,
            tasks=self.tasks,
            system_idle_s=lambda: self.system_idle_s,
        )
        self.told: list[tuple[str, VisitEnd]] = []
        self.visit.ending.connect(lambda why: self.told.append(("ending", why)))
        self.visit.over.connect(lambda why: self.told.append(("over", why)))

    def is_in(self, state: VisitState) -> bool:
        """Where the visit stands now."""
        return self.visit.state is state

    async def stands(self, seconds: float) -> None:
        """Time passes, and nobody touches anything."""
        await self.clock.advance(0)
        await self.clock.advance(seconds)

    async def works(self, seconds: int) -> None:
        """Somebody touches the screen every ten seconds."""
        for _ in range(0, seconds, 10):
            self.visit.note_input()
            await self.stands(10)


@pytest.fixture
async def stranger(demo_clock: VirtualClock) -> AsyncIterator[Stranger]:
    """Somebody has touched the screen."""
    stranger = Stranger(demo_clock)
    stranger.visit.begin()
    yield stranger
    await stranger.tasks.close()


def _ended(why: VisitEnd) -> list[tuple[str, VisitEnd]]:
    return [("ending", why), ("over", why)]


async def test_who_walks_away_is_asked_and_then_forgotten(stranger: Stranger) -> None:
    await stranger.stands(59)
    assert stranger.is_in(VisitState.RUNNING)
    await stranger.stands(1)
    assert stranger.is_in(VisitState.WARNING)
    assert stranger.visit.warning_left_s == 30
    assert stranger.told == []
    await stranger.stands(29)
    assert stranger.is_in(VisitState.WARNING)
    await stranger.stands(1)
    assert stranger.told == _ended(VisitEnd.IDLE)
    assert stranger.is_in(VisitState.OVER)


async def test_who_says_so_stays_and_any_other_touch_does_not_answer(stranger: Stranger) -> None:
    await stranger.stands(70)
    stranger.visit.note_input()
    assert stranger.is_in(VisitState.WARNING)
    stranger.visit.stay()
    assert stranger.is_in(VisitState.RUNNING)
    await stranger.stands(59)
    assert stranger.is_in(VisitState.RUNNING)
    await stranger.stands(31)
    assert stranger.told == _ended(VisitEnd.IDLE)


async def test_the_answer_comes_too_late_after_a_sleep(stranger: Stranger) -> None:
    await stranger.stands(65)
    stranger.clock.boot += 100  # the computer slept, and no timer has fired since
    stranger.visit.stay()
    assert stranger.told == _ended(VisitEnd.IDLE)


async def test_sleep_counts_and_nobody_is_asked_afterwards(stranger: Stranger) -> None:
    states: list[VisitState] = []
    stranger.visit.changed.connect(lambda: states.append(stranger.visit.state))
    await stranger.stands(0)
    stranger.clock.boot += 100
    await stranger.stands(1)
    assert stranger.told == _ended(VisitEnd.IDLE)
    assert VisitState.WARNING not in states


async def test_nothing_stretches_the_whole(stranger: Stranger) -> None:
    await stranger.works(RULES.visit_s - 120)
    assert stranger.visit.is_nearly_over
    assert stranger.told == []
    await stranger.works(120)
    assert stranger.told == _ended(VisitEnd.LIMIT)


@pytest.mark.parametrize("is_heard", [False, True])
async def test_the_browser_has_a_limit_of_its_own(stranger: Stranger, is_heard: bool) -> None:
    """Where input elsewhere can be heard, it counts; where not, the browser's window is trusted.
    Neither lasts for longer.
    """
    stranger.visit.note_browser(is_open=True)
    stranger.system_idle_s = 0.0 if is_heard else None
    await stranger.stands(RULES.browser_s - 1)
    assert stranger.told == []
    await stranger.stands(1)
    assert stranger.told == _ended(VisitEnd.LIMIT)


async def test_a_trembling_mouse_keeps_nobody_here_once_the_browser_has_gone(
    stranger: Stranger,
) -> None:
    """The system hears it for ever; the windows know what a person does."""
    stranger.visit.note_browser(is_open=True)
    stranger.system_idle_s = 0.0
    await stranger.stands(RULES.idle_s + 1)
    assert stranger.told == []
    stranger.visit.note_browser(is_open=False)
    await stranger.stands(RULES.idle_s - 1)
    assert stranger.told == []
    await stranger.stands(1)
    assert stranger.told == _ended(VisitEnd.IDLE)


async def test_who_walks_away_from_the_browser_is_noticed_where_that_can_be_heard(
    stranger: Stranger,
) -> None:
    stranger.visit.note_browser(is_open=True)
    for idle_s in range(91):
        stranger.system_idle_s = float(idle_s)
        await stranger.stands(1)
    assert stranger.told == _ended(VisitEnd.IDLE)


async def test_after_the_browser_the_time_begins_anew(stranger: Stranger) -> None:
    stranger.visit.note_browser(is_open=True)
    await stranger.stands(140)
    stranger.visit.note_browser(is_open=False)
    await stranger.stands(59)
    assert stranger.is_in(VisitState.RUNNING)
    assert stranger.visit.left_s == RULES.visit_s - 199


async def test_a_request_that_is_on_its_way_is_waited_for(stranger: Stranger) -> None:
    stranger.visit.note_sending(is_sending=True)
    stranger.visit.end(VisitEnd.ASKED)
    assert stranger.is_in(VisitState.FINISHING)
    assert stranger.told == [("ending", VisitEnd.ASKED)]
    await stranger.stands(10)
    stranger.visit.note_sending(is_sending=False)
    assert stranger.told == _ended(VisitEnd.ASKED)
    assert not stranger.visit.is_unknown


async def test_but_not_for_ever(stranger: Stranger) -> None:
    stranger.visit.note_sending(is_sending=True)
    stranger.visit.end(VisitEnd.IDLE)
    await stranger.stands(RULES.finishing_s - 1)
    assert stranger.is_in(VisitState.FINISHING)
    await stranger.stands(1)
    assert stranger.told == _ended(VisitEnd.IDLE)
    assert stranger.visit.is_unknown


async def test_it_ends_once_and_the_first_reason_counts(stranger: Stranger) -> None:
    stranger.visit.end(VisitEnd.INTERRUPTED)
    stranger.visit.end(VisitEnd.ASKED)
    await stranger.stands(1000)
    assert stranger.told == _ended(VisitEnd.INTERRUPTED)
    assert stranger.visit.reason is VisitEnd.INTERRUPTED


async def test_one_that_nobody_came_to_waits_for_ever_and_can_be_ended(
    demo_clock: VirtualClock,
) -> None:
    stranger = Stranger(demo_clock)
    await stranger.stands(10_000)
    assert stranger.told == []
    stranger.visit.end(VisitEnd.STATION)
    stranger.visit.begin()
    assert stranger.told == _ended(VisitEnd.STATION)
    await stranger.tasks.close()


@pytest.mark.parametrize(("idle_s", "warns_after_s"), [(30, 10), (45, 15), (90, 60), (300, 270)])
async def test_the_question_leaves_at_least_twenty_seconds(
    demo_clock: VirtualClock, idle_s: int, warns_after_s: int
) -> None:
    stranger = Stranger(demo_clock, KioskRules(idle_s=idle_s))
    stranger.visit.begin()
    await stranger.stands(warns_after_s)
    assert stranger.is_in(VisitState.WARNING)
    assert stranger.visit.warning_left_s >= 20
    await stranger.stands(idle_s - warns_after_s)
    assert stranger.told == _ended(VisitEnd.IDLE)
    await stranger.tasks.close()
