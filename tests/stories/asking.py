"""What can be asked of a device, asked as a person does: with the buttons that are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.demo.device_record import Answer
from companyportal.demo.devices import DemoDevice
from companyportal.domain import Action
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.views.action_looks import DANGEROUS
from companyportal.views.notification_panel import NotificationRow
from companyportal.views.router import Place
from companyportal.views.timeline import Timeline
from tests.program import until
from tests.stories.sitting import Sitting

IPHONE, PC = "Marie’s iPhone", "PC-0042"
NEW_NAME = "PC-0099"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Asked(NamedTuple):
    """One action, the device that it is asked of, and what leaves for it."""

    device: str
    verb: str
    """On its button, or in the menu without the dots."""
    noun: str
    """In the activity, and in the bar above the actions."""
    body: Mapping[str, Any] = _NOTHING
    version: str = "v1.0"


ASKED: dict[Action, Asked] = {
    Action.SYNC: Asked(PC, "Check status", "Check status"),
    Action.REMOTE_LOCK: Asked(IPHONE, "Remote lock", "Remote lock"),
    Action.RENAME: Asked(PC, "Rename", "Rename", {"deviceName": NEW_NAME}, "beta"),
    Action.RESTART: Asked(PC, "Restart", "Restart"),
    Action.RETIRE: Asked(IPHONE, "Remove", "Remove"),
    Action.WIPE: Asked(IPHONE, "Factory reset", "Factory reset", {"persistEsimDataPlan": True}),
    Action.LOCATE: Asked(PC, "Locate", "Locate"),
    Action.RECOVERY_KEY: Asked(PC, "Show recovery key", "Recovery key"),
}
"""A passcode reset has stories of its own."""


class Asking:
    """One action on its device, from the list to the last click and beyond."""

    def __init__(self, sitting: Sitting, action: Action, device: str = "") -> None:
        self.sitting = sitting
        self.action = action
        self.what = ASKED[action]
        self.device = device or self.what.device
        self.device_id = ""
        window = sitting.window
        window.sheets.direct_question.alarm.setInterval(0)
        window.protected_page.confirm.question.alarm.setInterval(0)

    @property
    def played(self) -> DemoDevice:
        """The device as the organisation has it, also when it is gone."""
        tenant = self.sitting.demo.tenant
        devices = [each for person in tenant.people for each in tenant.devices_of(person)]
        return next(each for each in devices if each.device_id == self.device_id)

    def answers(self, answer: Answer) -> None:
        """What the device will make of it."""
        record, name = self.played.record, self.action.value
        self.played.record = replace(record, answers={**record.answers, name: answer})

    async def open_page(self) -> None:
        """From the list to the page of the device."""
        self.device_id = self.sitting.device(self.device).device_id
        await self.sitting.choose(self.device)

    async def press(self) -> None:
        """Its button, or its row behind More."""
        window, words = self.sitting.window, self.what.verb
        row = window.pages.device_page.action_row.row
        if self.action in row.in_row:
            button = row.buttons[self.action]
            await self.sitting.click_at(button, button.rect().center())
            return
        await self.sitting.click_at(row.more, row.more.rect().center())
        asks_first = self.action not in (Action.SYNC, Action.RENAME)
        await self.sitting.click(f"{words}…" if asks_first else words)

    async def to_the_last_click(self) -> None:
        """Everything before the click that sends."""
        await self.open_page()
        if self.action is not Action.SYNC:
            await self.press()
        if self.action.is_protected:
            await self.through_the_gate()
        if self.action in DANGEROUS:
            await self.type_the_name()
        if self.action is Action.RENAME:
            await until(lambda: isinstance(QApplication.focusWidget(), type(self._name_field)))
            QTest.keyClicks(self._name_field, NEW_NAME)

    async def through_the_gate(self) -> None:
        """Out and in again, to the question."""
        sitting = self.sitting
        await until(lambda: sitting.step is Step.BEFORE_START)
        await sitting.rest()
        await sitting.click("Sign out")
        await until(lambda: sitting.step is Step.CONFIRM)
        await until(
            lambda: not {"device", "organisation", "person"} & {*sitting.portal.tasks.names}
        )

    async def type_the_name(self) -> None:
        """The red button opens the question; the name is typed with a keyboard's apostrophe."""
        await self.sitting.confirm()
        question = self.sitting.window.protected_page.confirm.question
        assert question.is_open
        QTest.keyClicks(question.field, question.wanted.replace("’", "'"))

    async def last_click(self) -> None:
        """What sends; a check of the status is asked for by one click."""
        sitting = self.sitting
        if self.action is Action.SYNC:
            await self.press()
        if self.action in DANGEROUS:
            go = sitting.window.protected_page.confirm.question.go
            await until(go.isEnabled)
            await sitting.click_at(go, go.rect().center())
        elif self.action.is_protected:
            await sitting.confirm()
        elif self.action in (Action.REMOTE_LOCK, Action.RESTART):
            go = sitting.window.sheets.direct_question.go
            await until(go.isEnabled)
            await sitting.click_at(go, go.rect().center())
        elif self.action is Action.RENAME:
            await sitting.press(Qt.Key.Key_Return)

    async def ask(self) -> None:
        """All of it, until the service has answered."""
        await self.to_the_last_click()
        await self.last_click()
        await self.answered()

    async def answered(self) -> None:
        """Until nothing is on its way."""
        tasks = self.sitting.portal.tasks
        await until(lambda: not tasks.is_running(task_of(self.action)))
        await self.sitting.rest()

    async def to_the_device(self) -> None:
        """Back on its page, whichever page is open."""
        if self.sitting.window.router.place is not Place.DEVICE:
            await self.sitting.click(self.device)

    # what was received

    def was_sent_once(self) -> None:
        """One change, this one, on this device, and nothing else."""
        graph, what = "/deviceManagement/managedDevices/", self.what
        path = f"/{what.version}{graph}{self.device_id}/{self.action.value}"
        tenant = self.sitting.demo.tenant
        sent = [(post.path, post.user) for post in tenant.posts]
        if self.action is Action.RECOVERY_KEY:
            assert sent == []
        else:
            assert sent == [(path, tenant.people[0].username)]

    def was_taken_once(self) -> None:
        """It was carried out as well, with exactly what was chosen."""
        self.was_sent_once()
        if self.action is not Action.RECOVERY_KEY:
            assert len(self.sitting.demo.tenant.taken) == 1
            assert self.played.actions[-1].name == self.action.value
            assert self.played.actions[-1].body == self.what.body

    def was_never_sent(self) -> None:
        """No change has reached the service, and no key has left it."""
        tenant = self.sitting.demo.tenant
        assert (tenant.posts, self.keys_read()) == ([], 0)

    def keys_read(self) -> int:
        """How often a key was asked for."""
        paths = [each.path for each in self.sitting.demo.tenant.requests]
        return len([path for path in paths if "/recoveryKeys/" in path])

    # what the person is told

    async def news(self) -> str:
        """The one entry behind the bell; closed again."""
        sitting = self.sitting
        await sitting.click("Notifications, 1 unread")
        rows = [r for r in sitting.window.findChildren(NotificationRow) if r.isVisible()]
        [words] = [row.accessibleName() for row in rows]
        sitting.window.sheets.close_panel()
        await sitting.rest()
        return words

    def activity(self) -> str:
        """The newest entry of the device's activity."""
        card = self.sitting.window.pages.device_page.activity
        timeline = card.findChild(Timeline)
        assert timeline is not None
        assert timeline.isVisible()
        rows = [each for each in timeline.findChildren(QWidget) if each.accessibleName()]
        return min(rows, key=lambda row: row.y()).accessibleName()

    @property
    def _name_field(self) -> Any:
        return self.sitting.window.pages.device_page.name.field
