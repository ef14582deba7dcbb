"""What devices make that only their person may read: passcodes, PINs, recovery keys, places."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from companyportal.demo.device_record import FILE_VAULT, ResetKind

_LOOK_ALIKES = "0Oo1lISs"
_LETTERS = "abcdefghijkmnopqrtuvwxyzABCDEFGHJKLMNPQRTUVWXYZ"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_AROUND = 250
"""So many hundred-thousandths of a degree, about 250 metres, a device strays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoKey:
    """A recovery key of one volume, as Entra keeps it."""

    key_id: str
    volume: str
    created_at: datetime
    key: str

    def __repr__(self) -> str:
        return f"DemoKey({self.key_id!r})"


def passcode_of(kind: ResetKind) -> str | None:
    """A temporary passcode: eight letters and digits with look-alikes among them, or six digits."""
    if kind is ResetKind.DIGITS:
        return digits(6)
    if kind is ResetKind.LETTERS_AND_DIGITS:
        parts = [secrets.choice(_LETTERS) for _ in range(4)]
        parts += [secrets.choice(_DIGITS) for _ in range(2)]
        parts += [secrets.choice(_LOOK_ALIKES) for _ in range(2)]
        secrets.SystemRandom().shuffle(parts)
        return "".join(parts)
    return None


def digits(count: int) -> str:
    """So many digits, such as the PIN of a locked Mac."""
    return "".join(secrets.choice(_DIGITS) for _ in range(count))


def recovery_key(volume: str) -> str:
    """The key of a volume: FileVault's, else BitLocker's."""
    return _file_vault_key() if volume == FILE_VAULT else _bitlocker_key()


def _bitlocker_key() -> str:
    """Eight groups of six digits; each group can be divided by eleven and is below 720,896.

    Source: https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/
    """
    return "-".join(f"{secrets.randbelow(65_536) * 11:06}" for _ in range(8))


def _file_vault_key() -> str:
    """Six groups of four capitals and digits, as macOS shows it."""
    signs = _CAPITALS + _DIGITS
    return "-".join("".join(secrets.choice(signs) for _ in range(4)) for _ in range(6))


def place_near(latitude: float, longitude: float) -> Mapping[str, float]:
    """A place close to that one: Graph's deviceGeoLocation without its time.

    Source: https://learn.microsoft.com/graph/api/resources/intune-devices-devicegeolocation
    """
    return {
        "latitude": _strayed(latitude),
        "longitude": _strayed(longitude),
        "altitude": 212.0,
        "horizontalAccuracy": float(8 + secrets.randbelow(60)),
        "verticalAccuracy": 12.0,
        "heading": 0.0,
        "speed": 0.0,
    }


def _strayed(degrees: float) -> float:
    """Five digits after the point, the last of them never nothing: it is looked for as a text."""
    hundred_thousandths = round(degrees * 100_000) + secrets.randbelow(2 * _AROUND) - _AROUND
    if hundred_thousandths % 10 == 0:
        hundred_thousandths += 1
    return hundred_thousandths / 100_000
