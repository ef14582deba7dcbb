"""When the program asks again by itself: ever rarer, and only while somebody may be looking."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from itertools import pairwise

import pytest

from companyportal.models.reconnect import JITTER_S, PAUSES_S, Reconnect
from companyportal.tasks import Tasks
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

pytestmark = fault("R01")


class Outage:
    """A service that cannot be reached; ``tries`` are the moments at which it was asked."""

    def __init__(self, clock: VirtualClock, chance: float) -> None:
        self.clock = clock
        self.began = clock.boot
        self.tasks = Tasks()
        self.reconnect = Reconnect(tasks=self.tasks, clock=clock, random=lambda: chance)
        self.tries: list[float] = []
        self.reconnect.wanted.connect(self.fail)
        self.reconnect.set_watched(True)
        self.reconnect.note(is_offline=True, is_trying=False)

    def fail(self) -> None:
        """Somebody tries, and it is in vain."""
        self.tries.append(self.clock.boot - self.began)
        self.reconnect.note(is_offline=True, is_trying=True)
        self.reconnect.note(is_offline=True, is_trying=False)

    async def lasts(self, seconds: float) -> None:
        """It goes on."""
        await self.clock.advance(0)
        await self.clock.advance(seconds)

    async def is_quiet_for(self, seconds: float) -> None:
        """Nothing is asked, and nothing waits for its turn."""
        before = len(self.tries)
        await self.lasts(seconds)
        assert len(self.tries) == before
        assert self.tasks.names == ()


@pytest.fixture
async def begin(demo_clock: VirtualClock) -> AsyncIterator[Callable[[float], Outage]]:
    """Begins an outage in which every throw of the dice gives this number."""
    outages: list[Outage] = []

    def begin(chance: float) -> Outage:
        outages.append(Outage(demo_clock, chance))
        return outages[-1]

    yield begin
    for outage in outages:
        await outage.tasks.close()


@pytest.mark.parametrize(
    ("chance", "pauses"),
    [(0.0, [5, 15, 45, 60, 60]), (0.5, [7.5, 20, 50, 65, 65]), (1.0, [10, 25, 55, 70, 70])],
)
async def test_the_pauses_grow_to_a_minute_and_stay_there(
    begin: Callable[[float], Outage], chance: float, pauses: list[float]
) -> None:
    outage = begin(chance)
    await outage.lasts(8 * 3_600)
    moments = [0.0, *outage.tries]
    between = [after - before for before, after in pairwise(moments)]
    assert between[:5] == pytest.approx(pauses)
    assert between[3:] == pytest.approx([pauses[-1]] * len(between[3:]))
    assert outage.tries[-1] > 8 * 3_600 - 71


@pytest.mark.parametrize("chance", [0.0, 1.0])
async def test_after_five_minutes_there_is_one_try_a_minute_at_the_most(
    begin: Callable[[float], Outage], chance: float
) -> None:
    outage = begin(chance)
    await outage.lasts(3_600)
    late = [moment for moment in outage.tries if moment > 300]
    assert len(late) >= 45
    assert all(after - before >= 60 for before, after in pairwise(late))


async def test_nobody_looks_and_nothing_is_asked_until_somebody_does(
    begin: Callable[[float], Outage],
) -> None:
    outage = begin(1.0)
    await outage.lasts(100)
    outage.reconnect.set_watched(False)
    await outage.is_quiet_for(86_400)
    outage.reconnect.set_watched(True)
    back = outage.clock.boot - outage.began
    await outage.lasts(60)
    assert outage.tries[-1] == pytest.approx(back + JITTER_S)


@fault("R18")
async def test_a_window_that_comes_and_goes_a_hundred_times_asks_no_more_often(
    begin: Callable[[float], Outage],
) -> None:
    outage = begin(0.5)
    for _ in range(100):
        outage.reconnect.set_watched(False)
        await outage.lasts(1)
        outage.reconnect.set_watched(True)
        await outage.lasts(1)
    assert 1 <= len(outage.tries) <= 5
    assert len(outage.tasks.names) == 1


async def test_a_try_by_hand_takes_the_place_of_the_next_one(
    begin: Callable[[float], Outage],
) -> None:
    outage = begin(0.0)
    await outage.lasts(5 + 14)
    outage.fail()
    await outage.lasts(14)
    assert outage.tries == [5, 19]
    await outage.lasts(1)
    assert outage.tries == [5, 19, 34]


async def test_while_a_try_is_under_way_no_other_begins(begin: Callable[[float], Outage]) -> None:
    outage = begin(0.0)
    outage.reconnect.note(is_offline=True, is_trying=True)
    await outage.is_quiet_for(3_600)


async def test_once_it_answers_nothing_waits_and_the_next_outage_begins_anew(
    begin: Callable[[float], Outage],
) -> None:
    outage = begin(0.0)
    await outage.lasts(sum(PAUSES_S))
    outage.reconnect.note(is_offline=False, is_trying=False)
    await outage.is_quiet_for(3_600)
    outage.reconnect.note(is_offline=True, is_trying=False)
    again = outage.clock.boot - outage.began
    await outage.lasts(5)
    assert outage.tries[-1] == again + 5
