"""Notices on the message bar: a way back for ten seconds, and no error lost behind them."""

from __future__ import annotations

import gc
import weakref
from collections.abc import AsyncIterator

import pytest

from companyportal.errors import NotPermitted, ServiceFailed
from companyportal.models.messages import Message, Messages
from companyportal.models.notice import LASTS_S, Notice, NoticeKind
from companyportal.tasks import Tasks
from tests.program import until
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    """Whatever counts ends with the test."""
    tasks = Tasks()
    yield tasks
    await tasks.close()


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def messages(tasks: Tasks, clock: VirtualClock) -> Messages:
    return Messages(clock=clock, tasks=tasks)


async def test_it_can_be_undone_once_within_ten_seconds(
    messages: Messages, clock: VirtualClock, tasks: Tasks
) -> None:
    undone: list[str] = []
    messages.tell(NoticeKind.RENAMED, detail="new", undo=lambda: undone.append("old"))
    await until(lambda: clock.sleepers)
    for _ in range(int(LASTS_S) - 1):
        await clock.advance(1)
    assert isinstance(messages.shown, Notice)
    messages.undo()
    messages.undo()
    assert undone == ["old"]
    assert messages.shown is None
    await clock.advance(1)
    await until(lambda: not tasks.names)


async def test_it_goes_by_itself_and_cannot_be_undone_any_more(
    messages: Messages, clock: VirtualClock, tasks: Tasks
) -> None:
    undone: list[str] = []
    messages.tell(NoticeKind.RENAMED, undo=lambda: undone.append("old"))
    await until(lambda: clock.sleepers)
    await clock.advance(LASTS_S)
    messages.undo()  # a click on what is still painted
    await until(lambda: not tasks.names)
    assert messages.shown is None
    assert undone == []


async def test_one_without_an_end_stays_until_it_is_closed(
    messages: Messages, clock: VirtualClock, tasks: Tasks
) -> None:
    messages.tell(NoticeKind.DEVICE_UNKNOWN, lasts_s=None)
    assert tasks.names == ()
    await clock.advance(1000)
    assert isinstance(messages.shown, Notice)
    messages.close()
    assert messages.shown is None


def kind_of(shown: Message | Notice | None) -> str:
    """What is on the bar, in a word."""
    if isinstance(shown, Notice):
        return shown.kind.value
    return type(shown.error).__name__ if shown else ""


async def test_an_error_behind_a_notice_comes_back(
    messages: Messages, clock: VirtualClock, tasks: Tasks
) -> None:
    messages.show_error("devices", NotPermitted(status=403))
    messages.tell(NoticeKind.RENAMED)
    assert kind_of(messages.shown) == "renamed"
    await until(lambda: clock.sleepers)
    await clock.advance(LASTS_S)
    await until(lambda: not tasks.names)
    assert kind_of(messages.shown) == "NotPermitted"


async def test_an_error_covers_a_notice_whose_way_back_is_not_lost(messages: Messages) -> None:
    messages.tell(NoticeKind.RENAMED, undo=lambda: None)
    messages.show_error("devices", ServiceFailed(status=503))
    assert kind_of(messages.shown) == "ServiceFailed"
    messages.close()
    assert kind_of(messages.shown) == "renamed"
    messages.tell(NoticeKind.LINK_REFUSED)
    assert kind_of(messages.shown) == "linkRefused", "one at a time"
    messages.withdraw_notice()
    assert messages.shown is None


def test_a_name_is_in_no_log(messages: Messages) -> None:
    assert "Marie" not in repr(Notice(kind=NoticeKind.RENAMED, detail="Marie’s Galaxy"))


def test_the_last_failures_are_remembered_as_facts_alone(
    messages: Messages, clock: VirtualClock
) -> None:
    class Held:
        """What a traceback can reach."""

    def fail() -> weakref.ref[Held]:
        held = Held()
        device = "8f2cf00d-1111-2222-3333-4444555519ab"
        try:
            raise ServiceFailed(status=503, code="busy", request_id="r-1")
        except ServiceFailed as error:
            messages.show_error(f"sync-{device}", error)
        messages.dismiss()
        return weakref.ref(held)

    held = fail()
    gc.collect()
    assert held() is None
    for number in range(5):
        messages.note_failure(f"task {number}", NotPermitted())
    assert [each.task for each in messages.failures] == [f"task {n}" for n in (4, 3, 2, 1, 0)]
    fail()
    newest = messages.failures[0]
    assert (newest.task, newest.kind) == ("sync", "ServiceFailed")
    assert (newest.status, newest.code, newest.request_id) == (503, "busy", "r-1")
    assert newest.at == clock.now()
