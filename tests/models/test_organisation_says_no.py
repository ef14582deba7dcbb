"""A second administrator, a stronger sign-in: what was asked is refused once, and not resent."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import ApprovalRequired, MoreProofRequired
from companyportal.models.account import AccountState
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.reasons import Reason
from companyportal.wipe_choices import NO_CHOICES
from tests.program import device_called, sign_in, until
from tests.proofs import fault


def why_not(portal: Portal, action: Action) -> Reason | None:
    """Why the action is not offered on the page; None where it is."""
    offer = portal.details.offer(action)
    assert offer is not None
    return offer.reason


@pytest.mark.parametrize("refusal", ["approval-required", "approval-required-400"])
async def test_what_a_second_administrator_has_to_approve_is_sent_once_and_not_done(
    portal: Portal, demo: DemoServer, refusal: str
) -> None:
    phone = device_called(portal, "iPhone")
    demo.tenant.faults.add(refusal)
    portal.protected.begin(Action.RETIRE, phone)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    await until(lambda: portal.devices.total)
    portal.details.open(phone)
    await until(lambda: not portal.tasks.is_running("device"))
    portal.protected.confirm(NO_CHOICES)
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    await until(lambda: not portal.tasks.is_running(task_of(Action.RETIRE)))
    assert isinstance(portal.protected.progress.error, ApprovalRequired)
    assert (len(demo.tenant.posts), demo.tenant.taken) == (1, [])
    assert why_not(portal, Action.RETIRE) is Reason.NOT_PERMITTED
    assert why_not(portal, Action.SYNC) is None
    portal.devices.refresh()
    await until(lambda: not portal.tasks.is_running("devices"))
    assert len(demo.tenant.posts) == 1


@fault("R08")
async def test_an_action_without_a_gate_leads_to_the_sign_in_that_it_needs(
    portal: Portal, demo: DemoServer
) -> None:
    demo.tenant.faults.add("step-up")
    portal.direct.ask(Action.SYNC, device_called(portal, "Galaxy"))
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await until(lambda: not portal.tasks.names)
    told = portal.messages.current
    assert told is not None
    assert isinstance(told.error, MoreProofRequired)
    assert (len(demo.tenant.posts), demo.tenant.taken) == (1, [])
    await sign_in(portal)
    await until(lambda: not portal.tasks.names)
    assert portal.messages.current is None
    assert len(demo.tenant.posts) == 1
    portal.direct.ask(Action.SYNC, device_called(portal, "Galaxy"))
    await until(lambda: demo.tenant.taken)
    await until(lambda: not portal.tasks.is_running("sync-device"))
    assert len(demo.tenant.posts) == 2


async def test_a_refusal_of_one_action_says_nothing_of_the_others(
    portal: Portal, demo: DemoServer
) -> None:
    phone = device_called(portal, "Galaxy")
    portal.details.open(phone)
    await until(lambda: not portal.tasks.names)
    portal.direct.details_read.connect(lambda _: demo.tenant.faults.add("no-role"))
    portal.direct.ask(Action.SYNC, phone)
    await until(lambda: not portal.tasks.names)
    assert why_not(portal, Action.SYNC) is Reason.NOT_PERMITTED
    assert why_not(portal, Action.RESET_PASSCODE) is None
    assert demo.tenant.taken == []
