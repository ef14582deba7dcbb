"""When the reasons behind a device's compliance are read: after the device itself, and again where
it has changed since.

Arrows like those of ``portal.join``, kept apart because they hang together.
"""

from __future__ import annotations

from companyportal.models.models import Models


def join_knowledge(m: Models) -> None:
    """Every arrow to the panels of a device's page that are read beside it."""
    m.details.changed.connect(lambda: m.compliance.look_at(m.details.device))
    m.details.details_read.connect(lambda _: m.compliance.refresh())
    m.compliance.session_lost.connect(m.account.note_session_lost)
