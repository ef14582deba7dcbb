"""A visitor walks away without a word: wherever they were, the kiosk is free for the next."""

from __future__ import annotations

import pytest

from tests.kiosk import steps
from tests.kiosk.leaving import IDLE_S, nobody_is_named, walk_away
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.proofs import promise, threat
from tests.public_words import BROWSER, found

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@promise(7)
@threat("T32")
@pytest.mark.parametrize(
    "places",
    [
        pytest.param([steps.browser, steps.devices, steps.device, steps.menu], id="looking"),
        pytest.param([steps.lock_question, steps.rename, steps.support], id="asked"),
        pytest.param([steps.before_start, steps.second_browser, steps.confirm], id="proving"),
        pytest.param([steps.removal, steps.erase], id="naming"),
    ],
)
async def test_nothing_was_sent_and_nothing_stays(kiosk: Kiosk, places: list[steps.Step]) -> None:
    kiosk.start(kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces = Traces(kiosk)
    for place in places:
        await place(kiosk)
        assert found(BROWSER["en"], [await kiosk.words()]) == []
        await walk_away(kiosk)
        await nothing_stays(kiosk, traces)
        assert kiosk.demo.tenant.posts == [], place.__name__
    assert [*traces.in_memory()] == []


@promise(7)
@threat("T32")
async def test_what_was_confirmed_is_sent_once_and_nothing_stays(kiosk: Kiosk) -> None:
    kiosk.start(kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces = Traces(kiosk)
    await steps.passcode(kiosk)
    await walk_away(kiosk)
    await nothing_stays(kiosk, traces)
    assert len(kiosk.demo.tenant.posts) == 1

    await steps.sending(kiosk)
    await walk_away(kiosk)
    await kiosk.sees("Finishing")
    await nobody_is_named(kiosk)
    await kiosk.pass_s(31)
    await kiosk.sees("A request", "station")
    await nothing_stays(kiosk, traces)
    await kiosk.pass_s(steps.HELD_S)
    assert len(kiosk.demo.tenant.posts) == 2
    assert [*traces.in_memory()] == []
