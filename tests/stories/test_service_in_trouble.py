"""What the window says while the service wants quiet, keeps failing, or asks for more proof."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from tests.faults.http_toxics import HtmlAnswer, StatusStorm
from tests.faults.proxy import FaultProxy
from tests.program import reading_ends, until
from tests.proofs import fault
from tests.stories.sitting import Sitting

LIST = "/me/managedDevices"


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Through a proxy that answers in the service's place."""
    return faulty_demo


@pytest.fixture
async def signed_in(signed_in: Sitting) -> Sitting:
    """She looks at her devices, and nothing else is being read that could meet the trouble."""
    await until(lambda: not {"organisation", "person"} & {*signed_in.portal.tasks.names})
    return signed_in


@fault("R12")
async def test_the_seconds_run_down_while_the_list_waits_and_then_it_comes(
    signed_in: Sitting, fault_proxy: FaultProxy
) -> None:
    toxic = fault_proxy.add(StatusStorm(429, LIST, times=1, Retry_After="7"))
    await signed_in.click("Check again (F5)")
    await signed_in.wait_for("The program goes on by itself in 7 seconds.")
    for left in (6, 5):
        await signed_in.let_pass(1)
        signed_in.sees("The device service is busy.", f"goes on by itself in {left} second")
    await signed_in.let_pass(5)
    await until(lambda: signed_in.portal.devices.state is ListState.READY)
    assert "The device service is busy." not in signed_in.words()
    assert toxic.struck == 1


@fault("R12")
async def test_where_it_takes_long_the_person_sees_when_to_try_again(
    signed_in: Sitting, fault_proxy: FaultProxy
) -> None:
    toxic = fault_proxy.add(StatusStorm(429, LIST, Retry_After="40"))
    await signed_in.click("Check again (F5)")
    await signed_in.wait_for("Nothing was changed. Try again in 40 seconds.")
    await signed_in.let_pass(10)
    signed_in.sees("Nothing was changed. Try again in 30 seconds.")
    fault_proxy.clear()
    await signed_in.let_pass(30)
    signed_in.sees("Nothing was changed. You can try again now.")
    assert toxic.struck == 1
    await signed_in.click("Try again")
    await until(lambda: signed_in.portal.devices.state is ListState.READY)
    assert "The device service is busy." not in signed_in.words()


@fault("R13")
async def test_a_service_that_keeps_failing_is_left_alone_and_the_person_knows(
    signed_in: Sitting, fault_proxy: FaultProxy
) -> None:
    toxic = fault_proxy.add(StatusStorm(503))
    devices = signed_in.portal.devices
    await signed_in.click("Check again (F5)")
    await reading_ends(signed_in.portal, signed_in.clock)
    signed_in.sees("The device service does not answer.")
    await signed_in.click("Try again")
    await signed_in.wait_for("The device service keeps failing.")
    signed_in.sees("Nothing was changed. Try again in 30 seconds.")
    assert toxic.struck == 5
    await signed_in.click("Try again")
    await signed_in.wait_for("The device service keeps failing.")
    assert toxic.struck == 5
    fault_proxy.clear()
    await signed_in.let_pass(30)
    signed_in.sees("You can try again now.")
    await signed_in.click("Try again")
    await until(lambda: devices.state is ListState.READY)
    assert "keeps failing" not in signed_in.words()


@fault("R12")
async def test_at_the_question_the_seconds_run_down_as_well(
    signed_in: Sitting, fault_proxy: FaultProxy
) -> None:
    await signed_in.to_confirmation()
    toxic = fault_proxy.add(StatusStorm(429, "/deviceManagement/", times=1, Retry_After="40"))
    await signed_in.confirm()
    await signed_in.wait_for("Nothing was changed. Try again in 40 seconds.")
    await signed_in.let_pass(15)
    signed_in.sees("Nothing was changed. Try again in 25 seconds.")
    await signed_in.let_pass(25)
    signed_in.sees("Nothing was changed. You can try again now.")
    assert (toxic.struck, signed_in.demo.tenant.posts) == (1, [])
    await signed_in.confirm()
    await until(lambda: signed_in.step is Step.FOLLOWING)
    assert len(signed_in.demo.tenant.taken) == 1


@fault("R06")
@pytest.mark.parametrize("status", [200, 511])
async def test_a_network_that_wants_a_sign_in_is_named(
    signed_in: Sitting, fault_proxy: FaultProxy, status: int
) -> None:
    toxic = fault_proxy.add(HtmlAnswer(LIST, status=status))
    await signed_in.click("Check again (F5)")
    await signed_in.wait_for("This network wants you to sign in to it first.")
    signed_in.sees("Nothing was changed. Open any web page in your browser, then try again.")
    assert "Accept the terms" not in signed_in.words()
    assert toxic.struck == 1


@fault("R08")
async def test_a_reset_that_needs_more_proof_says_to_start_again(signed_in: Sitting) -> None:
    tenant = signed_in.demo.tenant
    tenant.faults.add("step-up")
    await signed_in.to_confirmation()
    await signed_in.confirm()
    await signed_in.let_pass_until(Step.ENDED)
    signed_in.sees(
        "Your organisation wants a stronger sign-in for this",
        "Nothing was reset.",
        "Start again: the sign-in page will ask for it.",
    )
    assert (len(tenant.posts), len(tenant.taken)) == (1, 0)
