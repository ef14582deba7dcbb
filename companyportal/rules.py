"""What the organisation allows, beside what a device can do."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.blocked_action import BlockedAction
from companyportal.rename_way import RenameWay


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything that opens or closes actions for all devices at once."""

    is_locked_down: bool = False
    """The organisation's policy on this computer is there and cannot be understood."""
    is_read_only: bool = False
    """The service tells the person's devices and takes no orders for them."""
    blocked: frozenset[BlockedAction] = frozenset()
    rename: RenameWay = RenameWay.DEVICE_NAME
    reads_keys: bool = True
    """The organisation lets this program read recovery keys."""
    uses_beta: bool = True
    """The organisation lets this program use Graph's beta."""
    wipes_macs: bool = False
    """The organisation lets people set their Macs back to factory settings."""
