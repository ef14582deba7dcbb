"""What the person chose for this program: language, theme, tray, bubbles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from companyportal import settings as settings_file
from companyportal.settings import Settings
from companyportal.tasks import Tasks


class Preferences(QObject):
    """Settings that may change while the program runs; each change is written at once.

    Signals:
        changed(key: str): that setting has another value now.
    """

    changed = Signal(str)

    def __init__(
        self,
        *,
        settings: Settings,
        tasks: Tasks,
        locked: frozenset[str],
        user_file: Path,
        chosen: frozenset[str] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        """``chosen``: keys that the person, the organisation or the command line has set."""
        super().__init__(parent)
        self._settings = settings
        self._tasks = tasks
        self._locked = locked
        self._user_file = user_file
        self._chosen = set(chosen)

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    def is_locked(self, key: str) -> bool:
        """True where the organisation has set it."""
        return key in self._locked

    def is_chosen(self, key: str) -> bool:
        """False where nobody has ever set it, so that its default is only a guess."""
        return key in self._chosen

    def set(self, key: str, value: Any) -> None:
        """Choose; in force at once and kept for the next start."""
        if not self.is_locked(key) and getattr(self._settings, key) != value:
            self._settings = replace(self._settings, **{key: value})
            self.changed.emit(key)
            self._keep(key, value)

    def decide(self, key: str, value: Any) -> None:
        """Choose what nobody had chosen before; kept also where it is the default."""
        if not self.is_locked(key) and getattr(self._settings, key) == value:
            self._keep(key, value)
        self.set(key, value)

    def _keep(self, key: str, value: Any) -> None:
        self._chosen.add(key)
        self._tasks.start(f"save-{key}", self._save, key, value, replace=True)

    async def _save(self, key: str, value: Any) -> None:
        settings_file.save(self._user_file, {key: value})
