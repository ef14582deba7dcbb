"""Writing down what became of an operation, where a failing disk must change nothing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from companyportal.errors import StoreError
from companyportal.records import OperationState

if TYPE_CHECKING:
    from companyportal.store import Store

_log = logging.getLogger(__name__)


def note_outcome(store: Store, operation_id: str, state: OperationState) -> None:
    """Mark it; what the store cannot keep holds all the same, and is read again at the next
    start.
    """
    try:
        store.mark(operation_id, state)
    except StoreError as error:
        _log.warning("an outcome could not be written down: %s", type(error).__name__)
