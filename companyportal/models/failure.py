"""The facts of something that failed: what a service desk may know of it.

Only facts, not the error itself: that one would keep alive whatever its traceback can reach.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from companyportal.errors import PortalError

_ID = re.compile(r"[-:]?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One failure; no name of anybody or of any device."""

    task: str
    kind: str
    """The class of the error."""
    status: int | None
    code: str
    request_id: str
    at: datetime

    @classmethod
    def of(cls, task: str, error: PortalError, at: datetime) -> Self:
        """Take the facts out of an error; a device's id in the task's name is left out."""
        return cls(
            task=_ID.sub("", task),
            kind=type(error).__name__,
            status=error.status,
            code=error.code,
            request_id=error.request_id,
            at=at,
        )
