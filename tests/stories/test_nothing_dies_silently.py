"""Faults of the program itself, in every task and in every kind of slot: one message tells, the log
knows more, and the window goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountState
from companyportal.tasks import Tasks
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import fault
from tests.stories.computer import WATCHED, Computer, Program, computer
from tests.stories.sitting import Sitting

pytestmark = fault("R31")
TOLD = ("This program made a mistake.", "Its log says more. Send the details to IT support.")
Break = Callable[[str], None]


@pytest.fixture
def break_task(monkeypatch: pytest.MonkeyPatch) -> Break:
    """From now on the task of that name raises at its first step."""
    real = Tasks.start

    async def broken() -> None:
        raise ZeroDivisionError

    def arrange(name: str) -> None:
        def start(
            tasks: Tasks,
            label: str,
            work: Callable[..., Coroutine[Any, Any, None]],
            *args: Any,
            replace: bool = False,
        ) -> bool:
            if label == name:
                return real(tasks, label, broken, replace=replace)
            return real(tasks, label, work, *args, replace=replace)

        monkeypatch.setattr(Tasks, "start", start)

    return arrange


async def confirmed(sitting: Sitting) -> None:
    """Out and in again, and the last click."""
    await sitting.to_confirmation()
    sitting.portal.protected.confirm()


async def out_and_in(sitting: Sitting) -> None:
    """On the way to the question."""
    await sitting.begin_reset()
    sitting.portal.protected.sign_out()


async def chosen(sitting: Sitting) -> None:
    """A device is looked at."""
    sitting.portal.details.open(sitting.portal.devices.devices[0])


async def preferred(sitting: Sitting) -> None:
    """Another theme is wanted."""
    sitting.portal.preferences.set("theme", "dark")


async def refreshed(sitting: Sitting) -> None:
    """The list is wanted again."""
    sitting.portal.devices.refresh()


async def signed_out(sitting: Sitting) -> None:
    """The person leaves."""
    sitting.portal.account.sign_out()


async def signed_in_again(sitting: Sitting) -> None:
    """The person leaves and comes back."""
    sitting.portal.account.sign_out()
    await until(lambda: sitting.portal.account.state is AccountState.SIGNED_OUT)
    sitting.portal.account.sign_in()


Doing = Callable[[Sitting], Coroutine[Any, Any, None]]
TASKS: dict[str, Doing] = {
    "devices": refreshed,
    "device": chosen,
    "sign-out": signed_out,
    "withdraw-bubbles": signed_out,
    "sign-in": signed_in_again,
    "resume": signed_in_again,
    "organisation": signed_in_again,
    "person": signed_in_again,
    "sign-in-again": out_and_in,
    "count-down": Sitting.to_confirmation,
    "reset-passcode": confirmed,
    "save-theme": preferred,
}


@pytest.mark.parametrize("task", TASKS)
async def test_a_fault_in_a_task_is_told_once_and_the_program_goes_on(
    signed_in: Sitting,
    break_task: Break,
    task: str,
    expected_logs: set[str],
) -> None:
    expected_logs.add(f"task {task} failed")
    break_task(task)
    await TASKS[task](signed_in)
    messages = signed_in.portal.messages
    await until(lambda: messages.current is not None and messages.current.task == task)
    assert signed_in.window.isVisible()
    assert QApplication.activeModalWidget() is None
    assert signed_in.demo.tenant.posts == []
    signed_in.window.router.go(Place.SUPPORT)
    assert signed_in.window.router.place in (Place.SUPPORT, Place.WELCOME)


@pytest.fixture
def pc() -> Iterator[Computer]:
    """A computer without a session bus."""
    with computer() as made:
        yield made


async def reads(program: Program, *texts: str) -> None:
    """Look until these texts can be read."""
    words = ""
    for _ in range(2_000):
        words = str((await program.ask("look"))["words"])
        if all(text in words for text in texts):
            return
    raise AssertionError(f"no {texts} in:\n{words}\n{program.words}")


@pytest.mark.desktop
async def test_a_fault_in_a_slot_is_told_once_and_the_program_goes_on(
    pc: Computer, demo: DemoServer
) -> None:
    file = pc.folder / "connection.json"
    file.write_text(json.dumps(demo.describe()), encoding="utf-8")
    program = pc.start("--connect", file, module=WATCHED)
    await program.told("painted")
    await reads(program, "Welcome to Company Portal")
    for where in ("slot", "timer", "event", "callback"):
        await program.ask("fail", where)
        await reads(program, *TOLD)
        await program.ask("click", "IT support")
        assert TOLD[0] not in (await program.ask("look"))["words"]
    assert program.words.count("ZeroDivisionError") >= 4
    assert await program.end() == 0
