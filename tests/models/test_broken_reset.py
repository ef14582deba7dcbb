"""A reset that was carried out, and whose answer never came whole: unknown, looked up, found."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.errors import OutcomeUnknown
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.faults.http_toxics import CutAnswer, HtmlAnswer, HttpToxic, StatusStorm
from tests.faults.proxy import FaultProxy
from tests.models.hands import sign_in_again
from tests.program import passing, until
from tests.proofs import fault, promise
from tests.virtual_clock import VirtualClock


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Through the proxy."""
    return faulty_demo


def cut(at: int) -> HttpToxic:
    """The answer to the reset ends there."""
    return CutAnswer(at, "/resetPasscode", method="POST")


@fault("R04")
@promise(4)
@pytest.mark.parametrize(
    "toxic",
    [
        *(cut(at) for at in (0, 1, 12, 25, 80)),
        StatusStorm(502, "/resetPasscode", method="POST"),
        HtmlAnswer("/resetPasscode", method="POST"),
    ],
    ids=["cut 0", "cut 1", "cut 12", "cut 25", "cut 80", "502", "html"],
)
async def test_it_is_looked_up_and_never_sent_again(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    fault_proxy: FaultProxy,
    toxic: HttpToxic,
) -> None:
    await sign_in_again(portal)
    added = fault_proxy.add(toxic)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    assert isinstance(portal.protected.progress.error, OutcomeUnknown)
    assert portal.follow_up.all[0].operation.state is OperationState.UNKNOWN
    await passing(demo_clock, lambda: portal.follow_up.all[0].state is OperationState.DONE, 1)
    assert added.struck == len(demo.tenant.posts) == len(demo.tenant.taken) == 1
