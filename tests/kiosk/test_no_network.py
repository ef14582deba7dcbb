"""The network is unplugged: before anybody comes, and in the middle of a visit."""

from __future__ import annotations

import pytest

from tests.kiosk import steps
from tests.kiosk.steered import READY, Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@promise(7)
@threat("T32")
async def test_out_of_service_until_it_is_back_and_a_visit_ends_without_it(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    traces = Traces(kiosk)
    kiosk.demo.is_away = True
    await kiosk.pass_s(95)
    await kiosk.sees("The sign-in cannot be reached from here.", "station")
    assert READY not in await kiosk.words("station")
    kiosk.demo.is_away = False
    await kiosk.pass_s(31)
    await kiosk.ready()

    await steps.device(kiosk)
    kiosk.demo.is_away = True
    await kiosk.click("End session")
    await kiosk.pass_sees("Done. You are signed out.", "station")
    await nothing_stays(kiosk, traces)
    assert kiosk.demo.tenant.posts == []
    assert [*traces.in_memory()] == []
