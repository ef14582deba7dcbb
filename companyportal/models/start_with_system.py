"""Whether the program starts with the system: what the system holds, or what the policy wants."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from companyportal.desktop.autostart import Autostart
from companyportal.tasks import Tasks

_log = logging.getLogger(__name__)


class StartWithSystem(QObject):
    """Nothing of this is in our own settings: people switch it off in the system's, too.

    Signals:
        changed(): ``is_on`` may read differently now.
        refused(): the system did not let it be changed.
    """

    changed = Signal()
    refused = Signal()

    def __init__(
        self,
        *,
        autostart: Autostart,
        tasks: Tasks,
        policy: bool | None,
        parent: QObject | None = None,
    ) -> None:
        """``policy``: what the organisation has set; None leaves it to the person."""
        super().__init__(parent)
        self._autostart = autostart
        self._tasks = tasks
        self._policy = policy
        self._is_on = bool(policy)

    @property
    def is_possible(self) -> bool:
        """False where this run could not be started by the system."""
        return self._autostart.is_possible

    @property
    def is_locked(self) -> bool:
        """True where the organisation has set it."""
        return self._policy is not None

    @property
    def is_on(self) -> bool:
        """As last read."""
        return self._is_on

    def look(self) -> None:
        """Read what the system holds; make it what the policy wants."""
        if self.is_possible:
            self._tasks.start("start-with-system", self._look)

    def set(self, is_on: bool) -> None:
        """The person's choice."""
        if self.is_possible and not self.is_locked:
            self._tasks.start("start-with-system", self._set, is_on, replace=True)

    async def _look(self) -> None:
        try:
            is_on = self._autostart.is_on()
            if self._policy is not None and is_on != self._policy:
                self._autostart.set(self._policy)
                is_on = self._policy
        except OSError as error:
            _log.info("the start with the system cannot be read: %s", error.strerror)
            return
        self._note(is_on)

    async def _set(self, is_on: bool) -> None:
        try:
            self._autostart.set(is_on)
        except OSError as error:
            _log.info("the start with the system cannot be changed: %s", error.strerror)
            self.refused.emit()
        else:
            self._is_on = is_on
        self.changed.emit()

    def _note(self, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            self.changed.emit()
