"""Every task has a name and an owner, and its end is told once."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator

import pytest

from companyportal.errors import Offline, PortalError
from companyportal.tasks import Tasks


class Work:
    """Coroutines that wait for a test, and what became of them."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.clean_up = asyncio.Event()
        self.clean_up.set()
        self.told: list[str] = []

    async def run(self, label: str = "work") -> None:
        """Begin, wait, end; a cancelled one cleans up as long as it takes."""
        self.told.append(f"{label} began")
        try:
            await self.go_on.wait()
            self.told.append(f"{label} ended")
        except asyncio.CancelledError:
            await self.clean_up.wait()
            self.told.append(f"{label} cancelled")
            raise

    async def fail(self, error: Exception) -> None:
        """End with an error."""
        await self.go_on.wait()
        raise error


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    """Closed at the end."""
    tasks = Tasks()
    yield tasks
    await tasks.close()


@pytest.fixture
async def work() -> Work:
    """Made on the loop."""
    return Work()


@pytest.fixture
def failures(tasks: Tasks) -> list[tuple[str, Exception]]:
    """What the one listener hears."""
    heard: list[tuple[str, Exception]] = []
    tasks.failed.connect(lambda name, error: heard.append((name, error)))
    return heard


async def settle() -> None:
    """Let everything that can run do so."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_second_click_starts_nothing(tasks: Tasks, work: Work) -> None:
    assert tasks.start("reset", work.run, "first")
    assert not tasks.start("reset", work.run, "second")
    assert list(tasks.names) == ["reset"]
    await settle()
    assert not tasks.start("reset", work.run, "third")
    work.go_on.set()
    await settle()
    assert work.told == ["first began", "first ended"]
    assert not tasks.names
    assert tasks.start("reset", work.run, "fourth")


async def test_names_are_independent(tasks: Tasks, work: Work) -> None:
    assert tasks.start("a", work.run, "a")
    assert tasks.start("b", work.run, "b")
    await settle()
    tasks.cancel("a")
    tasks.cancel("no such task")
    await settle()
    assert tasks.names == ("b",)
    assert work.told == ["a began", "b began", "a cancelled"]


async def test_a_replaced_task_is_cancelled_and_the_new_one_keeps_the_name(
    tasks: Tasks, work: Work, failures: list[tuple[str, Exception]]
) -> None:
    work.clean_up.clear()
    tasks.start("search", work.run, "old")
    await settle()
    assert tasks.start("search", work.run, "new", replace=True)
    await settle()
    work.clean_up.set()
    await settle()
    assert work.told == ["old began", "new began", "old cancelled"]
    assert tasks.is_running("search")
    work.go_on.set()
    await settle()
    assert work.told[-1] == "new ended"
    assert failures == []


async def test_replacing_nothing_just_starts(tasks: Tasks, work: Work) -> None:
    assert tasks.start("search", work.run, replace=True)
    work.go_on.set()
    await settle()
    assert tasks.start("search", work.run, replace=True)


async def test_a_known_error_is_told_once_and_not_logged(
    tasks: Tasks, work: Work, failures: list[tuple[str, Exception]]
) -> None:
    error = Offline()
    tasks.start("refresh", work.fail, error)
    work.go_on.set()
    await settle()
    assert failures == [("refresh", error)]
    assert not tasks.is_running("refresh")


async def test_whoever_waits_for_the_end_has_heard_how_it_ended(
    tasks: Tasks, work: Work, failures: list[tuple[str, Exception]]
) -> None:
    tasks.start("refresh", work.fail, Offline())
    await settle()
    work.go_on.set()
    while tasks.is_running("refresh") or tasks.names:
        assert not failures
        await asyncio.sleep(0)
    assert len(failures) == 1


@pytest.mark.expected_logs("task refresh failed")
async def test_a_foreign_error_is_logged_before_it_is_told(
    tasks: Tasks, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    logged: list[int] = []
    tasks.failed.connect(lambda name, error: logged.append(len(caplog.records)))
    error = ZeroDivisionError("fault of ours")
    tasks.start("refresh", work.fail, error)
    work.go_on.set()
    await settle()
    assert logged == [1]
    assert caplog.records[0].exc_info is not None
    assert caplog.records[0].exc_info[1] is error


async def test_cancelling_is_silent(
    tasks: Tasks, work: Work, failures: list[tuple[str, Exception]]
) -> None:
    tasks.start("refresh", work.run)
    await settle()
    tasks.cancel("refresh")
    await settle()
    assert failures == []


async def test_an_error_while_being_cancelled_is_told(
    tasks: Tasks, work: Work, failures: list[tuple[str, Exception]]
) -> None:
    error = PortalError("while cleaning up")

    async def stubborn() -> None:
        try:
            await work.go_on.wait()
        finally:
            raise error

    tasks.start("refresh", stubborn)
    await settle()
    tasks.cancel("refresh")
    await settle()
    assert failures == [("refresh", error)]


async def test_closing_waits_until_everything_has_cleaned_up(tasks: Tasks, work: Work) -> None:
    work.clean_up.clear()
    tasks.start("search", work.run, "replaced")
    await settle()
    tasks.start("search", work.run, "search", replace=True)
    tasks.start("refresh", work.run, "refresh")
    await settle()
    asyncio.get_running_loop().call_later(0, work.clean_up.set)
    await tasks.close()
    assert sorted(work.told[-3:]) == [
        "refresh cancelled",
        "replaced cancelled",
        "search cancelled",
    ]
    assert not tasks.names


async def test_nothing_starts_after_closing(tasks: Tasks, work: Work) -> None:
    await tasks.close()
    assert not tasks.start("refresh", work.run)
    assert not tasks.names


async def test_a_task_that_nobody_else_knows_is_not_lost(tasks: Tasks, work: Work) -> None:
    tasks.start("refresh", work.run)
    await settle()
    gc.collect()
    work.go_on.set()
    await settle()
    assert work.told == ["work began", "work ended"]
