"""The service says no: not allowed, not there, already asked for."""

from __future__ import annotations

import pytest

from companyportal.capabilities import Reason
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import Conflict, NotFound, NotPermitted
from companyportal.gate import Closed
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from tests.faults.http_toxics import StatusStorm
from tests.faults.proxy import FaultProxy
from tests.models.hands import sign_in_again
from tests.program import device_called, until
from tests.proofs import fault

RESET = "/resetPasscode"


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Answers can be changed on the way."""
    return faulty_demo


async def send(portal: Portal) -> None:
    """From the list to the confirming click, and to what the service answers."""
    await sign_in_again(portal)
    await until(lambda: portal.devices.total)
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: portal.details.checked_at)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    await until(lambda: not {"reset-passcode", "device"} & {*portal.tasks.names})


def meets(portal: Portal, demo: DemoServer, refusal: str) -> None:
    """The last reading goes well, and the request itself does not."""
    portal.protected.details_read.connect(lambda _: demo.tenant.faults.add(refusal))


def why_not(details: DeviceDetailsModel) -> Reason | None:
    """Why the reset is not offered on the page."""
    offer = details.offer(Action.RESET_PASSCODE)
    assert offer is not None
    return offer.reason


@fault("R09")
@pytest.mark.parametrize("where", ["reading", "sending"])
async def test_what_is_not_allowed_stays_closed_until_it_is_refreshed(
    portal: Portal, demo: DemoServer, fault_proxy: FaultProxy, where: str
) -> None:
    details, galaxy = portal.details, device_called(portal, "Galaxy")
    if where == "sending":
        meets(portal, demo, "forbidden")
        await send(portal)
        demo.tenant.faults.clear()
        assert isinstance(portal.protected.progress.error, NotPermitted)
    else:
        fault_proxy.add(StatusStorm(403, galaxy.device_id))
        details.open(galaxy)
        await until(lambda: portal.messages.current)
        assert portal.messages.current is not None
        assert isinstance(portal.messages.current.error, NotPermitted)
    assert why_not(details) is Reason.NOT_PERMITTED
    fault_proxy.clear()
    details.open(device_called(portal, "iPhone"))
    assert why_not(details) is None
    details.open(galaxy)
    await until(lambda: details.checked_at)
    assert why_not(details) is Reason.NOT_PERMITTED
    details.refresh()
    await until(lambda: not details.is_busy)
    assert why_not(details) is None


@fault("R09")
async def test_signing_out_forgets_what_was_refused(portal: Portal, demo: DemoServer) -> None:
    meets(portal, demo, "forbidden")
    await send(portal)
    demo.tenant.faults.clear()
    await sign_in_again(portal)
    await until(lambda: portal.devices.total)
    portal.details.open(device_called(portal, "Galaxy"))
    assert why_not(portal.details) is None


@fault("R10")
@pytest.mark.parametrize("where", ["reading", "sending", "reading before sending"])
async def test_a_device_that_is_gone_leaves_the_list_and_is_told(
    portal: Portal, demo: DemoServer, fault_proxy: FaultProxy, where: str
) -> None:
    galaxy = device_called(portal, "Galaxy")
    if where == "sending":
        meets(portal, demo, "gone")
        await send(portal)
        error = portal.protected.progress.error
    elif where == "reading":
        fault_proxy.add(StatusStorm(404, galaxy.device_id))
        portal.details.open(galaxy)
        await until(lambda: portal.messages.current)
        assert portal.messages.current is not None
        error = portal.messages.current.error
        assert portal.details.device is None
    else:
        await sign_in_again(portal)
        fault_proxy.add(StatusStorm(404, galaxy.device_id))
        portal.protected.confirm()
        await until(lambda: portal.protected.progress.error)
        error = portal.protected.progress.error
        assert demo.tenant.posts == []
        assert portal.protected.progress.step is Step.ENDED
        assert (portal.protected.closed_because, portal.protected.remaining_s) == (
            Closed.DEVICE_GONE,
            0,
        )
        assert not portal.protected.can_begin_again
    assert isinstance(error, NotFound)
    await until(lambda: not portal.tasks.is_running("devices"))
    assert portal.devices.find(galaxy.device_id) is None
    assert portal.devices.total == 4
    assert demo.tenant.taken == []


@fault("R11")
@pytest.mark.parametrize("status", [409, 412])
async def test_a_request_that_is_already_under_way_is_read_again_and_shown(
    portal: Portal, demo: DemoServer, fault_proxy: FaultProxy, status: int
) -> None:
    galaxy = device_called(portal, "Galaxy")
    demo.tenant.delay_s = 86_400

    def somebody_was_faster(_: object) -> None:
        """Between the last look and the request."""
        asked = demo.tenant.device(demo.people[0], galaxy.device_id)
        assert asked is not None
        demo.tenant.ask(asked, "resetPasscode", {})

    if status != 409:  # which the service itself answers
        fault_proxy.add(StatusStorm(status, RESET, method="POST"))
    portal.protected.details_read.connect(somebody_was_faster)
    await send(portal)
    assert isinstance(portal.protected.progress.error, Conflict)
    assert (len(demo.tenant.posts), demo.tenant.taken) == (1, [])
    assert why_not(portal.details) is Reason.ALREADY_REQUESTED
    [pending] = [result for result in portal.details.results if result.state.is_open]
    assert pending.action is portal.details.offer(Action.RESET_PASSCODE).action  # type: ignore[union-attr]
    listed = portal.devices.find(galaxy.device_id)
    assert listed is not None
    assert listed.has_open_reset
    assert portal.follow_up.find(galaxy.device_id, Action.RESET_PASSCODE) is None
