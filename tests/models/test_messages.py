"""The one message on the screen, and the one way that leads there."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from companyportal.errors import NotPermitted, Throttled
from companyportal.models.account import AccountState
from companyportal.models.messages import Messages, UnexpectedError
from companyportal.portal import Portal
from companyportal.tasks import Tasks
from tests.models.hands import emissions
from tests.program import until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    """Whatever counts ends with the test."""
    tasks = Tasks()
    yield tasks
    await tasks.close()


async def test_a_newer_message_takes_the_place_of_the_older(tasks: Tasks) -> None:
    clock = VirtualClock()
    messages = Messages(clock=clock, tasks=tasks)
    changed = emissions(messages.changed)
    assert messages.current is None
    messages.show_error("devices", Throttled(retry_after_s=7))
    newer = NotPermitted(status=403)
    messages.show_error("device", newer)
    assert messages.current is not None
    assert (messages.current.error, messages.current.task) == (newer, "device")
    assert messages.current.at == clock.now()
    messages.withdraw("devices")
    assert messages.current is not None
    messages.withdraw("device")
    assert messages.current is None
    messages.withdraw("device")
    messages.dismiss()
    assert len(changed) == 3


def test_a_fault_of_this_program_shows_nothing_of_its_words() -> None:
    messages = Messages(clock=VirtualClock(), tasks=Tasks())
    messages.show_error("device", ValueError("marie.dubois@valcombe.example"))
    assert messages.current is not None
    assert isinstance(messages.current.error, UnexpectedError)
    assert str(messages.current.error) == "ValueError"


@fault("R12")
async def test_the_time_to_wait_is_counted_down_and_ends(tasks: Tasks) -> None:
    clock = VirtualClock()
    messages = Messages(clock=clock, tasks=tasks)
    left: list[tuple[float, float]] = []
    messages.changed.connect(lambda: left.append((messages.goes_on_s, messages.left_s)))
    messages.note_wait(2)
    await until(lambda: clock.sleepers)
    for _ in range(5):
        await clock.advance(1)
    assert left == [(2, 0), (1, 0), (0, 0)]
    await until(lambda: not tasks.names)
    messages.note_wait(9)
    left.clear()
    messages.show_error("devices", Throttled(retry_after_s=3))
    await until(lambda: clock.sleepers)
    for _ in range(9):
        await clock.advance(1)
    assert [waits for waits, _ in left if waits] == []
    assert list(dict.fromkeys(left)) == [(0, 3), (0, 2), (0, 1), (0, 0)]
    assert messages.current is not None
    await until(lambda: not tasks.names)


@fault("R12")
async def test_what_waited_and_was_given_up_does_not_go_on_by_itself(portal: Portal) -> None:
    portal.messages.note_wait(20)
    await until(lambda: portal.tasks.is_running("count-down-message"))
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert (portal.messages.goes_on_s, portal.messages.current) == (0, None)


@fault("R12")
async def test_what_was_read_is_no_longer_counted(tasks: Tasks) -> None:
    clock = VirtualClock()
    messages = Messages(clock=clock, tasks=tasks)
    messages.show_error("devices", Throttled(retry_after_s=300))
    await until(lambda: clock.sleepers)
    messages.dismiss()
    await clock.advance(1)
    await until(lambda: not tasks.names)
    assert messages.left_s == 0


@pytest.mark.expected_logs("task broken failed")
async def test_failures_have_exactly_one_listener(portal: Portal) -> None:
    # The method text of Qt: a "2" for a signal, then its signature.
    assert portal.tasks.receivers("2failed(QString,PyObject)") == 1
    changed = emissions(portal.messages.changed)

    async def broken() -> None:
        raise KeyError("secret")

    portal.tasks.start("broken", broken)
    await until(lambda: portal.messages.current)
    assert portal.messages.current is not None
    assert (portal.messages.current.task, len(changed)) == ("broken", 1)


@pytest.mark.parametrize(("task", "is_left"), [("device", True), ("devices", False)])
async def test_a_list_that_arrives_takes_back_only_its_own_message(
    portal: Portal, task: str, is_left: bool
) -> None:
    portal.messages.show_error(task, NotPermitted(status=403))
    refreshed = emissions(portal.devices.refreshed)
    portal.devices.refresh()
    await until(lambda: refreshed)
    assert (portal.messages.current is not None) is is_left
