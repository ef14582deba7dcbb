"""A list whose pages have no end, say things twice, come empty or as something else."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.errors import CaptivePortal, OutcomeUnknown, ServiceError, ServiceFailed
from companyportal.graph import devices
from companyportal.graph.devices import DeviceService
from companyportal.graph.transport import Limits
from tests.faults.http_toxics import HtmlAnswer, TruncateBody
from tests.faults.page_toxics import DuplicatePage, EmptyPages, Loop, LoopNextLink, SetField
from tests.faults.proxy import FaultProxy
from tests.faults.toxics import Latency, ResetPeer
from tests.graph.hurried_clock import HurriedClock
from tests.proofs import fault

pytestmark = pytest.mark.slow


LIST = "/me/managedDevices"


@pytest.fixture
def clock(demo_clock: HurriedClock) -> HurriedClock:
    """One time for all, and nobody waits for it."""
    return demo_clock


@pytest.fixture
def demo_clock() -> HurriedClock:
    """The demo's and the proxy's, too."""
    return HurriedClock()


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Through the proxy."""
    return faulty_demo


@pytest.fixture(autouse=True)
def _two_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "PAGE_SIZE", 2)


def asked(proxy: FaultProxy) -> int:
    """How many pages were asked for."""
    return sum(LIST in request.target for request in proxy.requests)


@fault("R14")
@pytest.mark.parametrize(("loop", "pages"), [(Loop.SELF, 1), (Loop.PAIR, 3), (Loop.GROWING, 500)])
async def test_links_without_end_end_and_the_list_says_that_it_is_partial(
    service: DeviceService, fault_proxy: FaultProxy, loop: Loop, pages: int
) -> None:
    toxic = fault_proxy.add(LoopNextLink(loop, LIST))
    page = await service.list()
    assert page.devices
    assert page.is_partial
    assert (asked(fault_proxy), toxic.struck) == (pages, pages)


@fault("R14")
async def test_a_list_ends_after_a_minute_with_what_has_come(
    service: DeviceService, fault_proxy: FaultProxy, clock: HurriedClock
) -> None:
    fault_proxy.add(LoopNextLink(Loop.GROWING, LIST))
    fault_proxy.add(Latency(9.0))
    began = clock.boot_s()
    page = await service.list()
    assert page.is_partial
    assert page.devices
    assert asked(fault_proxy) == 7
    assert clock.boot_s() - began <= Limits().list_s + 9


@fault("R15")
async def test_what_comes_twice_is_there_once(
    service: DeviceService, fault_proxy: FaultProxy
) -> None:
    whole = await service.list()
    toxic = fault_proxy.add(DuplicatePage(LIST))
    again = await service.list()
    assert toxic.struck > 1
    assert again == whole
    assert len({device.device_id for device in again.devices}) == len(again.devices)


@fault("R15")
async def test_empty_pages_on_the_way_lose_nothing(
    service: DeviceService, fault_proxy: FaultProxy
) -> None:
    whole = await service.list()
    toxic = fault_proxy.add(EmptyPages(LIST, times=3))
    again = await service.list()
    assert toxic.struck == 3
    assert again == whole


@fault("R04")
@pytest.mark.parametrize(
    "toxic",
    [
        lambda: TruncateBody(200, LIST, times=1),
        lambda: TruncateBody(200, LIST, honest=True, times=1),
        lambda: ResetPeer(300, times=1),
    ],
    ids=["broken off", "truncated", "reset"],
)
async def test_a_page_that_breaks_off_is_asked_for_once_more(
    service: DeviceService, fault_proxy: FaultProxy, clock: HurriedClock, toxic: object
) -> None:
    assert callable(toxic)
    whole = await service.list()
    pages = asked(fault_proxy)
    added = fault_proxy.add(toxic())
    assert await service.list() == whole
    assert (added.struck, len(clock.waits)) == (1, 1)
    assert asked(fault_proxy) == 2 * pages + 1


@fault("R06")
@pytest.mark.parametrize(
    ("status", "error", "times"),
    [
        (200, CaptivePortal, 1),
        (203, CaptivePortal, 1),
        (403, CaptivePortal, 1),
        (404, CaptivePortal, 1),
        (407, CaptivePortal, 1),
        (511, CaptivePortal, 1),
        (502, ServiceFailed, 4),
        (504, ServiceFailed, 4),
    ],
)
async def test_a_page_of_the_network_is_known_from_an_answer_of_the_service(
    service: DeviceService,
    fault_proxy: FaultProxy,
    status: int,
    error: type[ServiceError],
    times: int,
) -> None:
    toxic = fault_proxy.add(HtmlAnswer(LIST, status=status))
    with pytest.raises(error) as caught:
        await service.list()
    assert (type(caught.value), caught.value.status) == (error, status)
    assert toxic.struck == times
    fault_proxy.remove(toxic)
    device = (await service.list()).devices[0]
    fault_proxy.add(HtmlAnswer("/resetPasscode", status=status, method="POST"))
    with pytest.raises(OutcomeUnknown):
        await service.reset_passcode(device.device_id)
    sent = [request for request in fault_proxy.requests if request.method == "POST"]
    assert len(sent) == 1


@pytest.mark.parametrize("value", [7, None, {"a": []}, "novelMember"])
async def test_one_odd_field_loses_no_device(
    service: DeviceService, fault_proxy: FaultProxy, value: object
) -> None:
    whole = await service.list()
    toxic = fault_proxy.add(SetField("complianceState", value, LIST))
    odd = await service.list()
    assert toxic.struck
    assert [d.device_id for d in odd.devices] == [d.device_id for d in whole.devices]
