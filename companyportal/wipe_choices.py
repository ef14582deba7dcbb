"""What a person can choose for a factory reset."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.domain import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class WipeChoices:
    """The members of Graph's wipe that a person can decide about.

    Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-wipe
    """

    keep_enrollment: bool = False
    """Windows: the device stays enrolled and keeps its account."""
    keep_user_data: bool = False
    """Windows: the person's files stay; apps and settings go."""
    keep_esim: bool = True
    """Phones and tablets: the mobile data plan stays on the device."""
    pin: Secret | None = None
    """Mac with an Intel processor: six digits to unlock it after the reset."""


PIN_DIGITS = 6
"""Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-wipe"""
NO_CHOICES = WipeChoices()
"""Whoever chooses nothing has everything erased but the data plan."""
