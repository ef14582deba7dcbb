"""In which order the actions of a device stand."""

from __future__ import annotations

from companyportal.domain import Action

IN_ORDER = (
    Action.RESET_PASSCODE,
    Action.RECOVERY_KEY,
    Action.REMOTE_LOCK,
    Action.SYNC,
    Action.RENAME,
    Action.RESTART,
    Action.LOCATE,
)
"""By importance; what is offered comes before what is not."""
DANGEROUS = (Action.RETIRE, Action.WIPE)
"""Last in the menu, never a button of the row."""
FIRST_CHOICES = (Action.RESET_PASSCODE, Action.RECOVERY_KEY, Action.SYNC)
"""The first of these that is offered is the page's filled button."""
