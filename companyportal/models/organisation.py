"""How the organisation calls itself and how its IT support is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.domain import Organisation
from companyportal.errors import PortalError
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.organisation import OrganisationService


class OrganisationModel(QObject):
    """Starts with what the settings tell and is filled in from the service.

    Signals:
        changed(): ``organisation`` is another one now.
    """

    changed = Signal()

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

    @property
    def organisation(self) -> Organisation:
        """The best that is known."""
        return self._organisation

    def refresh(self) -> None:
        """Ask the service."""
        self._tasks.start("organisation", self._refresh, replace=True)

    def stop(self) -> None:
        """The session ended: whatever is being read is of no use any more."""
        self._tasks.cancel("organisation")

    async def _refresh(self) -> None:
        """Branding is no reason for a message: where it cannot be read, the settings' stay."""
        try:
            self._organisation = await self._service.read()
        except PortalError:
            return
        self.changed.emit()
