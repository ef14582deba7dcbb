"""Notifications by kind: each can be switched off, and none is possible."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from companyportal.domain import Action
from companyportal.records import News, Outcome
from companyportal.views.notification_words import bubble_words
from tests.program import until
from tests.session_bus import NotificationService
from tests.stories.sitting import Sitting

StartService = Callable[..., Awaitable[NotificationService]]


@pytest.mark.desktop
@pytest.mark.parametrize(
    ("switched_off", "first"),
    [
        ("Results of my requests", Outcome.FAILED),
        ("Requests that failed", Outcome.DONE),
    ],
)
async def test_what_was_switched_off_is_behind_the_bell_alone(
    session_bus: str,
    notification_service: StartService,
    sitting: Sitting,
    switched_off: str,
    first: Outcome,
) -> None:
    service = await notification_service()
    await sitting.sign_in()
    await sitting.click("Settings")
    await sitting.click(switched_off)
    portal, device = sitting.portal, sitting.device("Marie’s Galaxy")
    outcomes = {Outcome.FAILED, Outcome.DONE}
    [unwanted] = outcomes - {first}
    for outcome in (unwanted, first):
        portal.notifications.add(News(Action.RESET_PASSCODE, outcome), device)
        assert portal.notifications.unread == 1
    bubble = await service.next("Notify")
    wanted = News(Action.RESET_PASSCODE, first)
    assert bubble["title"] == bubble_words(wanted, is_demo=True).title
    [entry] = portal.notifications.entries
    assert entry.news.outcome is first
    portal.notifications.clear()
    assert (await service.next("CloseNotification"))["number"] == bubble["number"]


async def test_none_at_all_is_possible(signed_in: Sitting) -> None:
    await signed_in.click("Settings")
    for words in ("Results of my requests", "Requests that failed"):
        await signed_in.click(words)
    portal = signed_in.portal
    await until(lambda: not portal.tasks.names)
    for outcome in Outcome:
        news = News(Action.RESET_PASSCODE, outcome)
        portal.notifications.add(news, signed_in.device("PC-0042"))
        assert not any(name.startswith("bubble-") for name in portal.tasks.names)
