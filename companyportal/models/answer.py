"""What came back for a request, to be shown for a while and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.domain import Secret
from companyportal.location import Location
from companyportal.recovery_key import RecoveryKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the three, or several keys; none of them has a useful repr."""

    secret: Secret | None = None
    """A temporary passcode, or the PIN of a locked Mac."""
    location: Location | None = None
    keys: tuple[RecoveryKey, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where it was answered and there is nothing to be seen."""
        return self.secret is None and self.location is None and not self.keys
