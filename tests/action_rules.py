"""The table of ``action_rules.json``: a copy of what the sources say, in our own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from companyportal.domain import Action, EnrollmentKind, Ownership, Platform
from companyportal.reasons import Reason
from tests.device_samples import ACTIONS

TABLE = json.loads(Path(__file__).with_name("action_rules.json").read_text("utf-8"))
OF_THE_TABLE = [action for action in ACTIONS if action is not Action.RESET_PASSCODE]


class Cell(NamedTuple):
    """One answer of the table."""

    platform: Platform
    enrollment: EnrollmentKind
    ownership: Ownership
    action: Action
    expected: Reason | None


def _cells() -> list[Cell]:
    return [
        Cell(Platform(platform), EnrollmentKind(row["enrollment"]), ownership, action, reason)
        for row in TABLE["kinds"]
        for platform in row["platforms"]
        for action in OF_THE_TABLE
        for ownership in Ownership
        for reason in [_expected(row["actions"][action.value], ownership)]
    ]


def _expected(cell: str | dict[str, str], ownership: Ownership) -> Reason | None:
    text = cell[ownership.value] if isinstance(cell, dict) else cell
    return None if text == "yes" else Reason(text)


CELLS = _cells()
