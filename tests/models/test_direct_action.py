"""What needs no fresh sign-in: sent once all the same, and in nobody's way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from companyportal.demo.device_record import Answer
from companyportal.demo.devices import DemoDevice
from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.errors import DeviceChanged, StoreNotWritable
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import News, OperationState, Outcome
from tests.models.forbidding import STORE, forbidding
from tests.models.hands import Hands, emissions, sign_in_again
from tests.program import device_called, passing, running_portal, sign_in, until
from tests.proofs import promise, threat
from tests.store_samples import states
from tests.virtual_clock import VirtualClock

pytestmark = promise(4)

DEVICES = {
    Action.SYNC: "PC-0042",
    Action.REMOTE_LOCK: "iPhone",
    Action.RESTART: "PC-0042",
    Action.RENAME: "PC-0042",
}
every_action = pytest.mark.parametrize("action", DEVICES, ids=lambda action: action.name.lower())


def click(portal: Portal, action: Action, device: Device) -> None:
    """All the clicks that it takes."""
    if action is Action.RENAME:
        portal.direct.rename(device, "PC-0099")
    else:
        portal.direct.ask(action, device)
        portal.direct.confirm()


async def ask(portal: Portal, action: Action, part: str = "") -> Device:
    """Until the service has answered; the device that it was asked of."""
    device = device_called(portal, part or DEVICES[action])
    click(portal, action, device)
    await until(lambda: not portal.tasks.is_running(task_of(action)))
    return device


def played(demo: DemoServer, device: Device) -> DemoDevice:
    """The device as the organisation has it."""
    found = demo.tenant.device(demo.people[0], device.device_id)
    assert found is not None
    return found


def sent(demo: DemoServer) -> list[str]:
    """The names of the requests that reached the service."""
    return [post.path.rpartition("/")[2] for post in demo.tenant.posts]


@pytest.fixture
async def kept(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> AsyncIterator[Portal]:
    """A portal with its store on disk."""
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
        yield portal


@threat("T28")
@every_action
async def test_fifty_clicks_send_one_request(
    portal: Portal, demo: DemoServer, action: Action
) -> None:
    device = device_called(portal, DEVICES[action])
    for _ in range(50):
        click(portal, action, device)
    assert demo.tenant.posts == []
    await until(lambda: not portal.direct.is_busy(action) and portal.follow_up.all)
    assert sent(demo) == [action.value]


@pytest.mark.parametrize("action", [Action.REMOTE_LOCK, Action.RESTART])
async def test_what_is_felt_at_once_waits_for_a_yes(
    portal: Portal, demo: DemoServer, action: Action
) -> None:
    portal.direct.confirm()
    portal.direct.ask(action, device_called(portal, DEVICES[action]))
    assert portal.direct.question == (action, device_called(portal, DEVICES[action]))
    portal.direct.cancel()
    portal.direct.confirm()
    assert portal.direct.question is None
    assert portal.tasks.names == ()
    assert demo.tenant.posts == []


@pytest.mark.parametrize("action", [Action.REMOTE_LOCK, Action.RESTART])
async def test_a_question_ends_with_the_session(
    portal: Portal, demo: DemoServer, action: Action
) -> None:
    portal.direct.ask(action, device_called(portal, DEVICES[action]))
    portal.account.sign_out()
    await until(lambda: portal.session.account is None and not portal.tasks.names)
    portal.direct.confirm()
    assert portal.direct.question is None
    assert demo.tenant.posts == []


@pytest.mark.parametrize(
    ("action", "part"), [(Action.REMOTE_LOCK, "PC-0042"), (Action.RESTART, "iPhone")]
)
async def test_what_a_device_does_not_offer_is_not_even_asked(
    portal: Portal, demo: DemoServer, action: Action, part: str
) -> None:
    click(portal, action, device_called(portal, part))
    assert portal.tasks.names == ()
    assert demo.tenant.posts == []


@every_action
async def test_what_cannot_be_written_down_is_not_sent(
    kept: Portal, demo: DemoServer, tmp_path: Path, action: Action
) -> None:
    refused = emissions(kept.direct.refused)
    with forbidding(tmp_path, "INSERT ON operations"):
        await ask(kept, action)
    assert [type(error) for _, _, error in refused] == [StoreNotWritable]
    assert demo.tenant.posts == []
    assert states(tmp_path / STORE) == {}
    await ask(kept, action)
    assert sent(demo) == [action.value]
    assert list(states(tmp_path / STORE).values()) == ["ACCEPTED"]


def another_serial_number(demo: DemoServer, device: DemoDevice) -> None:
    """Another device answers under the same id."""
    properties = {**device.record.properties, "serialNumber": "ANOTHER-0001"}
    device.record = replace(device.record, properties=properties)


def another_owner(demo: DemoServer, device: DemoDevice) -> None:
    """The device has been given to somebody else."""
    device.owner = demo.people[1]


def being_erased(demo: DemoServer, device: DemoDevice) -> None:
    """Somebody has begun to erase the device."""
    properties = {**device.record.properties, "managementState": "wipePending"}
    device.record = replace(device.record, properties=properties)


@threat("T27")
@every_action
@pytest.mark.parametrize("change", [another_serial_number, another_owner, being_erased])
async def test_a_device_that_is_no_longer_what_was_seen_is_left_alone(
    portal: Portal,
    demo: DemoServer,
    action: Action,
    change: Callable[[DemoServer, DemoDevice], None],
) -> None:
    device = device_called(portal, DEVICES[action])
    change(demo, played(demo, device))
    refused = emissions(portal.direct.refused)
    await ask(portal, action)
    assert [type(error) for _, _, error in refused] == [DeviceChanged]
    assert demo.tenant.posts == []
    assert portal.follow_up.all == ()


async def test_a_check_that_waits_is_in_nobodys_way(
    kept: Portal, demo: DemoServer, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    """The passcode of the same device is reset, and each of the two ends by itself."""
    galaxy = device_called(kept, "Galaxy")
    record = played(demo, galaxy).record
    played(demo, galaxy).record = replace(record, answers={"syncDevice": Answer.NEVER})
    await ask(kept, Action.SYNC, "Galaxy")
    await sign_in_again(kept)
    kept.protected.confirm()
    await until(lambda: kept.protected.progress.step is Step.FOLLOWING)
    assert sent(demo) == ["syncDevice", "resetPasscode"]
    assert list(states(tmp_path / STORE).values()) == ["ACCEPTED", "ACCEPTED"]
    await passing(demo_clock, lambda: kept.notifications.entries, 1)
    news = [entry.news for entry in kept.notifications.entries]
    assert news == [News(Action.RESET_PASSCODE, Outcome.READY)]
    assert kept.follow_up.passcode(galaxy.device_id) is not None
    await until(lambda: kept.follow_up.find(galaxy.device_id, Action.SYNC))
    waiting = kept.follow_up.find(galaxy.device_id, Action.SYNC)
    assert waiting is not None
    assert waiting.state is OperationState.ACCEPTED
    assert sorted(states(tmp_path / STORE).values()) == ["ACCEPTED", "DONE"]


async def test_two_actions_on_one_device_end_each_in_its_own_way(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    phone = device_called(portal, "iPhone")
    record = played(demo, phone).record
    played(demo, phone).record = replace(record, answers={"remoteLock": Answer.FAILED})
    for action in (Action.REMOTE_LOCK, Action.SYNC):
        await ask(portal, action, "iPhone")
    await passing(demo_clock, lambda: len(portal.notifications.entries) == 2, 1)
    assert {entry.news for entry in portal.notifications.entries} == {
        News(Action.REMOTE_LOCK, Outcome.FAILED),
        News(Action.SYNC, Outcome.DONE),
    }
    assert sent(demo) == ["remoteLock", "syncDevice"]


@pytest.mark.parametrize("action", [Action.REMOTE_LOCK, Action.RESTART])
async def test_what_waits_already_is_not_sent_again(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, action: Action
) -> None:
    device = device_called(portal, DEVICES[action])
    played(demo, device).record = replace(
        played(demo, device).record, answers={action.value: Answer.NEVER}
    )
    await ask(portal, action)
    await demo_clock.advance(5)
    await until(lambda: action in device_called(portal, DEVICES[action]).open_actions)
    click(portal, action, device_called(portal, DEVICES[action]))
    assert not portal.tasks.is_running(task_of(action))
    assert sent(demo) == [action.value]
