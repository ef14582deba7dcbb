"""The network is unplugged: before anybody comes, and in the middle of a visit."""

from __future__ import annotations

import json

import pytest

from companyportal.kiosk_journal import NAME
from tests.kiosk import steps
from tests.kiosk.browser_hands import end_session, page_opens
from tests.kiosk.browsing import chromium
from tests.kiosk.steered import READY, Kiosk
from tests.kiosk.traces import Traces, names, nothing_stays
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
_UNREACHABLE = "The sign-in cannot be reached from here."


@promise(7)
@threat("T32")
async def test_out_of_service_until_it_is_back_and_a_visit_ends_without_it(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    traces = Traces(kiosk)
    kiosk.demo.unplug()
    await kiosk.pass_s(95)
    await kiosk.sees(_UNREACHABLE, "station")
    assert READY not in await kiosk.words("station")
    kiosk.demo.plug_in()
    await kiosk.pass_s(31)
    await kiosk.ready()

    await steps.device(kiosk)
    kiosk.demo.unplug()
    await kiosk.click("End session")
    await kiosk.pass_sees("Done. You are signed out.", "station")
    await nothing_stays(kiosk, traces)
    assert [*traces.in_memory()] == []
    assert kiosk.demo.tenant.posts == []


@promise(7)
@threat("T32")
@pytest.mark.browser
async def test_a_sign_in_that_is_cut_off_ends_as_any_other(kiosk: Kiosk) -> None:
    kiosk.start(chromium())
    await kiosk.ready()
    traces = Traces(kiosk)
    await kiosk.begin()
    await page_opens(kiosk)
    await kiosk.type(kiosk.demo.people[0].username)
    kiosk.demo.unplug()
    await kiosk.press("F5")
    await kiosk.until(lambda: is_without_page(kiosk), "a page that says it cannot be reached")
    await end_session(kiosk)
    await kiosk.sees("Done. You are signed out.", "station")
    await nothing_stays(kiosk, traces)
    assert [*traces.in_memory()] == []


@promise(7)
@threat("T28")
@threat("T32")
async def test_what_was_on_its_way_is_sent_once_and_the_journal_names_nobody(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    traces = Traces(kiosk)
    await steps.sending(kiosk)
    assert [each["state"] for each in journal(kiosk)] == ["INTENT", "SENDING"]
    kiosk.demo.unplug()
    await kiosk.pass_sees("We do not know yet whether it worked")
    await kiosk.pass_s(20)
    kiosk.demo.plug_in()
    await kiosk.pass_s(20)
    await kiosk.click("End session")
    await kiosk.sees("A request", "station")
    await nothing_stays(kiosk, traces)
    assert kiosk.sent == 1
    lines = journal(kiosk)
    assert [each["state"] for each in lines] == ["INTENT", "SENDING", "UNKNOWN"]
    assert len({each["id"] for each in lines}) == 1
    assert [name for name in names(kiosk.demo) if name in str(lines)] == []
    assert [*traces.in_memory()] == []


async def is_without_page(kiosk: Kiosk) -> bool:
    """The browser shows a page of its own, named by the host."""
    return bool(kiosk.screen.windows("localhost.*"))


def journal(kiosk: Kiosk) -> list[dict[str, str]]:
    """What the kiosk wrote down of what it sent."""
    [file] = kiosk.folder.glob(f"**/{NAME}")
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
