"""A visitor walks away without a word: wherever they were, the kiosk is free for the next."""

from __future__ import annotations

import pytest

from tests.kiosk import later_steps, steps
from tests.kiosk.browser_hands import PAGES, page_opens
from tests.kiosk.browsing import chromium
from tests.kiosk.leaving import IDLE_S, WARNS_AFTER_S, nobody_is_named, walk_away
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.proofs import promise, threat
from tests.public_words import BROWSER, found

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
ASKED = "Are you still there?"
UNSENT = {
    *(later_steps.gave_up, later_steps.restart_question, later_steps.refused),
    later_steps.recovery_key,
}
"""Places at which nothing that changes something has left."""


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
    await kiosk.pass_s(25)
    await kiosk.pass_sees("A request", "station")  # for three seconds only
    await nothing_stays(kiosk, traces)
    await kiosk.pass_s(steps.HELD_S)
    assert len(kiosk.demo.tenant.posts) == 2
    assert [*traces.in_memory()] == []


@promise(7)
@threat("T32")
@pytest.mark.parametrize(
    "places",
    [
        pytest.param(
            [later_steps.gave_up, later_steps.restart_question, later_steps.refused], id="not sent"
        ),
        pytest.param(
            [later_steps.failed, later_steps.unknown, later_steps.waiting], id="without an end"
        ),
        pytest.param(
            [later_steps.recovery_key, later_steps.located, later_steps.removed], id="told"
        ),
    ],
)
async def test_no_end_of_what_was_asked_stays(kiosk: Kiosk, places: list[steps.Step]) -> None:
    kiosk.start(kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces = Traces(kiosk)
    for place in places:
        before = kiosk.sent
        await place(kiosk)
        sent = kiosk.sent - before
        await walk_away(kiosk)
        await nothing_stays(kiosk, traces)
        assert sent == (place not in UNSENT), place.__name__
        assert kiosk.sent == before + sent, place.__name__
    assert [*traces.in_memory()] == []


@promise(7)
@threat("T32")
@pytest.mark.browser
async def test_the_question_covers_the_real_browser_and_what_was_typed_goes_with_it(
    kiosk: Kiosk,
) -> None:
    marie = kiosk.demo.people[0].username
    kiosk.start(chromium(), kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces = Traces(kiosk)
    await kiosk.begin()
    browser = await page_opens(kiosk)
    await kiosk.pass_s(WARNS_AFTER_S - 2)
    await kiosk.type(marie)  # heard of by the system alone
    await kiosk.pass_s(WARNS_AFTER_S - 2)
    assert ASKED not in await kiosk.words()
    await kiosk.pass_s(3)
    await kiosk.sees(ASKED)
    await kiosk.until(lambda: covers(kiosk, browser), "a question over the browser")
    await kiosk.pass_s(IDLE_S - WARNS_AFTER_S)
    await kiosk.sees("The session has ended", "station")
    await nothing_stays(kiosk, traces)
    assert kiosk.screen.windows(PAGES) == []
    assert [*traces.in_memory()] == []
    assert kiosk.demo.tenant.posts == []


async def covers(kiosk: Kiosk, browser: int) -> bool:
    """The whole screen, above the browser, with the keyboard."""
    listed = await kiosk.hands("search", "--onlyvisible", "--name", ".")
    above = listed.partition(f"{browser}\n")[2].split()
    return any(
        each.kind == "IdleWarning"
        and each.place == (0, 0, 1280, 800)
        and each.is_active
        and str(each.number) in above
        for each in await kiosk.look()
    )
