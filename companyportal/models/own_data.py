"""The person's data on this computer: how much there is, and its end."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.auth.token_cache import erase_token_cache
from companyportal.own_files import Kept, OwnFiles
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.auth.session import Session
    from companyportal.store import Store


class OwnData(QObject):
    """Erasing ends the session first, then the program, and with it everything on disk.

    Signals:
        changed(): the sizes or ``is_held`` read differently now.
        signed_out(): the session has ended, be it not wholly.
        released(): nothing holds the files but the program itself, which is to end and call
        ``finish``.
    """

    changed = Signal()
    signed_out = Signal()
    released = Signal()

    def __init__(
        self,
        *,
        files: OwnFiles,
        session: Session,
        store: Store,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._session = session
        self._store = store
        self._tasks = tasks
        self._sizes: dict[Kept, int] = {}
        self._is_held = False
        self._is_released = False

    @property
    def sizes(self) -> dict[Kept, int]:
        """Bytes by kind, as last looked."""
        return self._sizes

    @property
    def folder(self) -> str:
        """Where most of it lies."""
        return str(self._files.folder)

    @property
    def is_held(self) -> bool:
        """True while a request is under way: its outcome must not be forgotten now."""
        return self._is_held

    @property
    def is_released(self) -> bool:
        """True once the session has ended for the sake of erasing."""
        return self._is_released

    def hold(self, is_held: bool) -> None:
        """A request is under way, or no longer."""
        if is_held != self._is_held:
            self._is_held = is_held
            self.changed.emit()

    def look(self) -> None:
        """Measure."""
        self._tasks.start("own-data", self._look)

    def erase(self) -> None:
        """Sign out and let go of everything; the files go when the program has ended."""
        if not self._is_held:
            self._tasks.start("erase", self._erase)

    def finish(self) -> bool:
        """To be called when nothing of the program is open any more. False: something is left."""
        return self._files.erase()

    async def _look(self) -> None:
        self._sizes = await asyncio.to_thread(self._files.sizes)
        self.changed.emit()

    async def _erase(self) -> None:
        try:
            await self._session.sign_out()
        finally:
            self.signed_out.emit()
        await self._erase_other_sessions()
        self._store.erase_personal()
        self._is_released = True
        self.released.emit()

    async def _erase_other_sessions(self) -> None:
        """Those of connections that the program had before: the file alone would leave the key."""
        from companyportal.auth.quiet_thread import in_thread

        for folder in await in_thread(self._files.other_sessions):
            await in_thread(partial(erase_token_cache, folder.name, folder))
