"""How the organisation calls itself and how its IT support is reached."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.desktop.picture import picture
from companyportal.domain import Organisation
from companyportal.errors import NotPermitted, PortalError, SignInRequired
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.organisation import OrganisationService


class OrganisationModel(QObject):
    """Starts with what the settings tell and is filled in from the service.

    Signals:
        changed(): ``organisation`` is another one now.
        session_lost(): the service no longer accepts the session.
    """

    changed = Signal()
    session_lost = Signal()

    def __init__(
        self,
        *,
        service: OrganisationService,
        tasks: Tasks,
        fallback: Organisation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._organisation = fallback
        self._is_missing = False

    @property
    def organisation(self) -> Organisation:
        """The best that is known."""
        return self._organisation

    def refresh(self) -> None:
        """Ask the service."""
        self._tasks.start("organisation", self._refresh, replace=True)

    def retry(self) -> None:
        """The service answers again: ask once more where it did not answer the last time."""
        if self._is_missing:
            self.refresh()

    def stop(self) -> None:
        """The session ended: whatever is being read is of no use any more."""
        self._tasks.cancel("organisation")
        self._is_missing = False

    async def _refresh(self) -> None:
        """Branding is no reason for a message: where it cannot be read, the settings' stay."""
        try:
            organisation = await self._service.read()
        except SignInRequired:
            self.session_lost.emit()
            raise
        except PortalError as error:
            self._is_missing = not isinstance(error, NotPermitted)
            return
        # Whoever is told paints it at once, and unpacking may take longer than a frame.
        await asyncio.to_thread(picture, organisation.logo)
        self._organisation = organisation
        self._is_missing = False
        self.changed.emit()
