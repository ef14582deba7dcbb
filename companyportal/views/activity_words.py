"""What was asked of a device and how it ended, in words for the activity card."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.domain import ActionResult, ActionState
from companyportal.views.activity_names import ActivityNames
from companyportal.views.time_words import TimeWords

_LEAST_SPAN_S = 1.0
_LOOKS = {
    ActionState.NONE: ("clock", "info"),
    ActionState.PENDING: ("clock", "info"),
    ActionState.ACTIVE: ("clock", "info"),
    ActionState.DONE: ("check-circle", "success"),
    ActionState.FAILED: ("error", "danger"),
    ActionState.CANCELED: ("close", "neutral"),
    ActionState.NOT_SUPPORTED: ("warning", "warning"),
    ActionState.UNKNOWN: ("unknown", "unknown"),
}


class EntryWords(NamedTuple):
    """One entry of the activity."""

    title: str
    state: str
    when: str
    icon: str
    kind: str


class ActivityWords(QObject):
    """How far each has come, and when."""

    def __init__(self, times: TimeWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._actions = ActivityNames(self)

    def entry(self, result: ActionResult) -> EntryWords:
        """Action, state, time, and the look of its mark."""
        icon, kind = _LOOKS[result.state]
        when = self._times.day(result.started_at) if result.started_at else ""
        return EntryWords(self.action(result), self.state(result), when, icon, kind)

    def action(self, result: ActionResult) -> str:
        """What was asked for."""
        return self._actions.name(result.action, result.name)

    def state(self, result: ActionResult) -> str:
        """How far it has come."""
        if result.state is ActionState.DONE:
            return self._done(result)
        return {
            ActionState.NONE: self.tr("Requested"),
            ActionState.PENDING: self.tr("Requested, waiting for the device"),
            ActionState.ACTIVE: self.tr("The device is at work"),
            ActionState.FAILED: self.tr("It did not work"),
            ActionState.CANCELED: self.tr("Cancelled"),
            ActionState.NOT_SUPPORTED: self.tr("Not possible on this device"),
            ActionState.UNKNOWN: self.tr("Outcome unknown"),
        }[result.state]

    def _done(self, result: ActionResult) -> str:
        if result.started_at is None or result.updated_at is None:
            return self.tr("Done")
        took_s = (result.updated_at - result.started_at).total_seconds()
        if took_s < _LEAST_SPAN_S:
            return self.tr("Done")
        return self.tr("Done after {span}").format(span=self._times.span(took_s))
