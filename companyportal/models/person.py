"""The person who is signed in: name, language and photo, for as long as the session lasts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from companyportal.desktop.picture import portrait
from companyportal.domain import Person
from companyportal.errors import NotPermitted, PortalError, SignInRequired
from companyportal.profile import Profile
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.person import PersonService


class PersonModel(QObject):
    """Empty until the service has told, and for whom it tells nothing.

    Signals:
        changed(): ``profile`` or ``portrait`` is another one now.
        session_lost(): the service no longer accepts the session.
    """

    changed = Signal()
    session_lost = Signal()

    def __init__(
        self, *, service: PersonService, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._person: Person | None = None
        self._profile = Profile()
        self._portrait = QImage()
        self._is_missing = False

    @property
    def profile(self) -> Profile:
        """What is known of the person."""
        return self._profile

    @property
    def portrait(self) -> QImage:
        """The photo as a small square; null where there is none. It is never written anywhere."""
        return self._portrait

    def open(self, person: Person) -> None:
        """``person`` has signed in."""
        self._person = person
        self._tasks.start("person", self._read, person, replace=True)

    def retry(self) -> None:
        """The service answers again: ask once more where it did not answer the last time."""
        if self._is_missing and self._person is not None:
            self.open(self._person)

    def close(self) -> None:
        """The session ended."""
        self._tasks.cancel("person")
        self._person = None
        self._is_missing = False
        if self._profile != Profile() or not self._portrait.isNull():
            self._profile, self._portrait = Profile(), QImage()
            self.changed.emit()

    async def _read(self, person: Person) -> None:
        """A name and a photo are no reason for a message."""
        try:
            profile = await self._service.read()
            if profile.user_id != person.user_id:
                return  # a service that mixes people up shows nobody's face to somebody else
            self._profile = profile
            self.changed.emit()
            photo = await self._service.photo()
        except SignInRequired:
            self.session_lost.emit()
            raise
        except PortalError as error:
            self._is_missing = not isinstance(error, NotPermitted)
            return
        self._is_missing = False
        self._portrait = await asyncio.to_thread(portrait, photo)
        self.changed.emit()
