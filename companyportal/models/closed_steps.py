"""Which ways to know the organisation are closed to a person, remembered for a week: not every
start shall begin with the same refusals.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from companyportal.clock import Clock
from companyportal.domain import Person
from companyportal.errors import StoreError
from companyportal.models.device_source import REMEMBERED

if TYPE_CHECKING:
    from companyportal.store import Store


class ClosedSteps:
    """In the store, by the names of what is read; forgotten with everything personal."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def known(self, person: Person, steps: Iterable[str]) -> frozenset[str]:
        """Those of ``steps`` that were closed to the person not long ago."""
        return frozenset(step for step in steps if self._is_closed(person, step))

    def note(self, person: Person, steps: Iterable[str]) -> None:
        """These have just been found closed."""
        for step in steps:
            with suppress(StoreError):  # only a memory
                self._store.note_refused(person, step, self._clock.now())

    def _is_closed(self, person: Person, step: str) -> bool:
        at = self._store.refused_at(person, step)
        # A time to come was written by a clock that has been put right since.
        return at is not None and timedelta() <= self._clock.now() - at < REMEMBERED
