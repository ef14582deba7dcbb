"""The private buses for the tests of this folder."""

from __future__ import annotations

from tests.session_bus import notification_service, session_bus, system_bus

__all__ = ["notification_service", "session_bus", "system_bus"]
