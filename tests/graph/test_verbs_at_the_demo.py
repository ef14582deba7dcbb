"""Everything that changes a device, asked of the demo organisation and followed to its end."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, ActionState, DeviceDetails
from companyportal.errors import NotFound, OutcomeUnknown
from companyportal.graph.client import GraphClient
from companyportal.graph.devices import DeviceService
from companyportal.graph.request import always
from companyportal.rename_way import RenameWay
from tests.demo.finding import named
from tests.graph.verbs import VERBS, Verb
from tests.http_browser import HttpBrowser
from tests.proofs import fault, promise
from tests.virtual_clock import VirtualClock

PHONE, MAC, PC, ANDROID = "iPhone d’Inès", "MacBook d’Inès", "PC d’Inès", "Pixel d’Inès"
ASKED = {
    "reset_passcode": (ANDROID, Action.RESET_PASSCODE),
    "remote_lock": (MAC, Action.REMOTE_LOCK),
    "sync": (PHONE, Action.SYNC),
    "restart": (PHONE, Action.RESTART),
    "locate": (PHONE, Action.LOCATE),
    "retire": (PC, Action.RETIRE),
    "wipe-windows": (PC, Action.WIPE),
    "wipe-macos": (MAC, Action.WIPE),
    "wipe-android": (ANDROID, Action.WIPE),
    "rename-deviceName": (PHONE, Action.RENAME),
    "rename-managementName": (PHONE, Action.RENAME),
}
PLAYED = [verb for verb in VERBS if verb.name in ASKED]
every_verb = pytest.mark.parametrize("verb", PLAYED, ids=lambda verb: verb.name)


@pytest.fixture
async def browser(demo: DemoServer) -> AsyncIterator[HttpBrowser]:
    """In the hands of the person who has one device of each kind."""
    async with HttpBrowser(username=named(demo, PHONE).owner.username) as browser:
        yield browser


def changes(demo: DemoServer) -> list[str]:
    """The requests that would change something, whatever became of them."""
    seen = (one for one in demo.tenant.requests if one.site == "graph")
    return [one.path for one in seen if one.method != "GET"]


async def ended(service: DeviceService, device_id: str) -> DeviceDetails | None:
    """The device when it has answered; none where it has left."""
    try:
        return await service.details(device_id)
    except NotFound:
        return None


@every_verb
async def test_each_is_carried_out_and_told(
    demo: DemoServer, demo_clock: VirtualClock, client: GraphClient, verb: Verb
) -> None:
    name, action = ASKED[verb.name]
    service, device_id = DeviceService(client, verb.way), named(demo, name).device_id
    before = await service.details(device_id)
    await verb.ask(service, device_id, always)
    assert len(demo.tenant.taken) == len(changes(demo)) == 1
    if verb.way is RenameWay.DEVICE_NAME:
        waiting = await service.details(device_id)
        assert (waiting.results[0].action, waiting.results[0].state.is_open) == (action, True)
        assert action in waiting.device.open_actions
    await demo_clock.advance(60)
    after = await ended(service, device_id)
    if after is None:
        assert action in (Action.RETIRE, Action.WIPE)
        return
    if verb.way is RenameWay.DEVICE_NAME:
        newest = after.results[0]
        assert (newest.action, newest.state) == (action, ActionState.DONE)
        assert bool(newest.secret) is (action in (Action.RESET_PASSCODE, Action.REMOTE_LOCK))
        assert bool(newest.location) is (action is Action.LOCATE)
    is_renamed = after.device.name == "Marie’s phone"
    assert is_renamed is (action is Action.RENAME)
    if action is Action.SYNC:
        assert after.device.last_sync_at != before.device.last_sync_at


@promise(4)
@fault("R04")
@every_verb
@pytest.mark.parametrize("trouble", ["post-500-after-accept", "post-reset-after-accept"])
async def test_an_answer_that_is_lost_is_unknown_and_nothing_is_sent_again(
    demo: DemoServer, client: GraphClient, verb: Verb, trouble: str
) -> None:
    name, _ = ASKED[verb.name]
    demo.tenant.faults.add(trouble)
    with pytest.raises(OutcomeUnknown):
        await verb.ask(DeviceService(client, verb.way), named(demo, name).device_id, always)
    assert len(demo.tenant.taken) == len(changes(demo)) == 1
