"""Tells of ended requests outside the window, as far as the person wants to hear of them."""

from __future__ import annotations

from companyportal.portal import Portal
from companyportal.records import Notification, Outcome
from companyportal.views.notification_words import bubble_words

_GOOD = (Outcome.READY, Outcome.DONE)


class BubbleNews:
    """From what is behind the bell to the bubbles of the desktop."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        portal.notifications.arrived.connect(self._on_arrived)
        portal.notifications.cleared.connect(self._on_cleared)

    def _on_arrived(self, notification: Notification) -> None:
        if not self._is_wanted(notification.news.outcome):
            return
        words = bubble_words(notification.news, is_demo=self._portal.endpoints.is_demo)
        name = f"bubble-{notification.notification_id}"
        self._portal.tasks.start(name, self._show, notification.notification_id, *words)

    def _on_cleared(self) -> None:
        self._portal.tasks.start("withdraw-bubbles", self._portal.bubbles.withdraw_all)

    def _is_wanted(self, outcome: Outcome) -> bool:
        chosen = self._portal.preferences.settings
        return chosen.bubbles if outcome in _GOOD else chosen.bubbles_problems

    async def _show(self, notification_id: str, title: str, body: str) -> None:
        await self._portal.bubbles.show(notification_id, title, body)
