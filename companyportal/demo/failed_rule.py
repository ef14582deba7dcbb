"""What a device of the demo organisation does not meet, as the organisation's file tells it."""

from __future__ import annotations

from typing import NamedTuple

from companyportal.demo.table import Table


class FailedRule(NamedTuple):
    """A setting of the organisation's policy that a device does not meet."""

    name: str
    """The property of the policy; anything else is a setting of the organisation's own."""
    has: str
    """What the device tells instead; empty where it tells nothing."""


def failed_rules(table: Table) -> tuple[FailedRule, ...]:
    """Everything under ``fails``. Raises: SettingsError."""
    return tuple(_failed(inner) for inner in table.tables("fails"))


def _failed(table: Table) -> FailedRule:
    failed = FailedRule(table.text("setting"), table.text("has", ""))
    table.end()
    return failed
