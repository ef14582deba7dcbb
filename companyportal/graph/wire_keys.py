"""What Graph's answers about recovery keys are read into.

msgspec is imported at the top: this module itself is only imported by the functions that decode.

Source: https://learn.microsoft.com/graph/api/resources/bitlockerrecoverykey
"""

from __future__ import annotations

import msgspec

from companyportal.domain import Secret


class WireRecoveryKey(msgspec.Struct, rename="camel", frozen=True):
    """A ``bitlockerRecoveryKey`` as lists have it: without the key."""

    id: str
    device_id: str
    volume_type: str | int | None = None
    created_date_time: str | None = None


class WireKey(msgspec.Struct, frozen=True):
    """The key itself, a Secret from the first moment."""

    key: Secret
    id: str | None = None


class WireFileVaultKey(msgspec.Struct, frozen=True):
    """What ``getFileVaultKey`` returns."""

    value: Secret | None = None
