"""The key that opens an encrypted disk when nothing else does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from companyportal.domain import Secret


class Volume(StrEnum):
    """Which disk a key opens. Source: Graph's volumeType, whose numbers are names in JSON."""

    SYSTEM = "operatingSystemVolume"
    FIXED = "fixedDataVolume"
    REMOVABLE = "removableDataVolume"
    UNKNOWN = "unknownFutureValue"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryKey:
    """A BitLocker key, or FileVault's.

    Source: https://learn.microsoft.com/graph/api/resources/bitlockerrecoverykey
    """

    key_id: str
    """What the locked computer shows, so that the right key is taken; empty for FileVault."""
    key: Secret
    volume: Volume = Volume.UNKNOWN
    created_at: datetime | None = None
