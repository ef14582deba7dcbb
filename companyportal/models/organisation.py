"""How the organisation calls itself and how its IT support is reached."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.desktop.picture import picture
from companyportal.domain import Person
from companyportal.errors import NotPermitted, PortalError, SignInRequired
from companyportal.models.closed_steps import ClosedSteps
from companyportal.organisation import Organisation
from companyportal.settings import Settings
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.organisation import OrganisationService


class OrganisationModel(QObject):
    """Starts with what the settings tell and is filled in from the service.

    Signals:
        changed(): ``organisation`` was read, and may be another one now.
        session_lost(): the service no longer accepts the session.
    """

    changed = Signal()
    session_lost = Signal()

    def __init__(
        self,
        *,
        service: OrganisationService,
        tasks: Tasks,
        settings: Settings,
        closed: ClosedSteps,
        logo: bytes = b"",
        parent: QObject | None = None,
    ) -> None:
        """``logo``: shown until the service tells one, and where it tells none."""
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._closed = closed
        self._person: Person | None = None
        self._set = told_in(settings, logo)
        self._organisation = self._set
        self._is_missing = False

    @property
    def organisation(self) -> Organisation:
        """The best that is known."""
        return self._organisation

    def open(self, person: Person) -> None:
        """``person`` has signed in; what was closed to them lately is not tried again."""
        self._person = person
        self._service.forget(self._closed.known(person, self._service.steps))
        self.refresh()

    def refresh(self) -> None:
        """Ask the service."""
        self._tasks.start("organisation", self._refresh, replace=True)

    def retry(self) -> None:
        """The service answers again: ask once more where it did not answer the last time."""
        if self._is_missing:
            self.refresh()

    def stop(self) -> None:
        """The session ended: whatever is being read is of no use any more, and the next person may
        read more or less than this one.
        """
        self._tasks.cancel("organisation")
        self._person = None
        self._service.forget()
        self._is_missing = False

    async def _refresh(self) -> None:
        """Branding is no reason for a message: where it cannot be read, the settings' stay."""
        before = self._service.closed
        try:
            read = await self._service.read()
        except SignInRequired:
            self.session_lost.emit()
            raise
        except PortalError as error:
            self._is_missing = not isinstance(error, NotPermitted)
            return
        self._is_missing = read.is_partial
        if self._person is not None:
            self._closed.note(self._person, self._service.closed - before)
        if read == Organisation(is_partial=read.is_partial):
            return
        if read.is_partial or self._service.closed:  # what was read before is better than nothing
            read = read.filled_from(replace(self._organisation, is_partial=False))
        await self._show(_supported(read.filled_from(self._set)))

    async def _show(self, organisation: Organisation) -> None:
        # Whoever is told paints it at once, and unpacking may take longer than a frame.
        for logo in (organisation.logo, organisation.dark_logo):
            await asyncio.to_thread(picture, logo)
        self._organisation = organisation
        self.changed.emit()


def told_in(settings: Settings, logo: bytes = b"") -> Organisation:
    """What the settings tell; ``logo`` was checked."""
    return Organisation(
        logo=logo,
        name=settings.organisation_name,
        support_name=settings.support_name,
        support_phone=settings.support_phone,
        support_email=settings.support_email,
        support_site_name=settings.support_site_name,
        support_site_url=settings.support_site_url,
        support_hours=settings.support_hours,
        privacy_url=settings.privacy_url,
    )


def _supported(organisation: Organisation) -> Organisation:
    """Where no support is known at all, those who run the directory can at least be written to."""
    if organisation.has_support:
        return organisation
    return replace(organisation, support_email=organisation.directory_email)
