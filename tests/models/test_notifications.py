"""The news behind the bell: newest first, one for each device, kept until the person leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt

from companyportal.domain import Action
from companyportal.models.notifications import NotificationRole, Notifications
from companyportal.records import News, Outcome
from companyportal.store import Store
from tests.models.forbidding import STORE, forbidding
from tests.models.hands import emissions
from tests.store_samples import device
from tests.virtual_clock import VirtualClock

GALAXY, IPHONE = device(1), replace(device(2), name="iPhone")
READY, FAILED = (
    News(Action.RESET_PASSCODE, Outcome.READY),
    News(Action.RESET_PASSCODE, Outcome.FAILED),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on disk."""
    store = Store.open(tmp_path / STORE)
    yield store
    store.close()


@pytest.fixture
def clock() -> VirtualClock:
    """The time of the news."""
    return VirtualClock()


@pytest.fixture
def news(store: Store, clock: VirtualClock) -> Notifications:
    """Nothing has happened yet."""
    return Notifications(store=store, clock=clock)


def told(news: Notifications) -> list[tuple[News, str, bool]]:
    """Kind, device and whether it was read, as the panel shows them."""
    rows = [news.index(row).data(NotificationRole.NOTIFICATION) for row in range(news.rowCount())]
    return [(row.news, row.device_name, row.is_read) for row in rows]


def test_the_model_is_sound(news: Notifications, qtmodeltester: Any) -> None:
    qtmodeltester.check(news)
    news.add(READY, GALAXY)
    news.add(FAILED, IPHONE)
    news.mark_all_read()
    news.clear()


def test_each_role_tells_its_part(news: Notifications) -> None:
    news.add(READY, GALAXY)
    index = news.index(0)
    assert index.data() == GALAXY.name
    assert index.data(NotificationRole.NOTIFICATION) == news.entries[0]
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert news.data(QModelIndex()) is None
    assert news.rowCount(index) == 0
    news.clear()
    assert news.data(index) is None


def test_the_newest_stands_first_and_arrives_once(news: Notifications, clock: VirtualClock) -> None:
    arrived = emissions(news.arrived)
    news.add(READY, GALAXY)
    news.add(FAILED, IPHONE)
    assert told(news) == [(FAILED, "iPhone", False), (READY, GALAXY.name, False)]
    assert [entry for (entry,) in arrived] == list(reversed(news.entries))
    assert news.entries[0].created_at == clock.now()
    assert news.unread == 2


def test_newer_news_of_a_device_takes_the_place_of_the_older(
    news: Notifications, store: Store
) -> None:
    news.add(FAILED, GALAXY)
    news.add(FAILED, IPHONE)
    news.mark_all_read()
    news.add(READY, GALAXY)
    assert told(news) == [(READY, GALAXY.name, False), (FAILED, "iPhone", True)]
    assert store.notifications() == news.entries


def test_what_was_read_is_no_longer_counted(news: Notifications, store: Store) -> None:
    news.add(READY, GALAXY)
    news.add(FAILED, IPHONE)
    changed = emissions(news.changed)
    entry = news.entries[1]
    assert news.find(entry.notification_id) == entry
    assert news.find("unknown") is None
    news.mark_read(entry.notification_id)
    assert told(news) == [(FAILED, "iPhone", False), (READY, GALAXY.name, True)]
    assert (news.unread, len(changed)) == (1, 1)
    news.mark_all_read()
    assert news.unread == 0
    assert store.notifications() == news.entries


def test_news_outlives_a_restart(store: Store, clock: VirtualClock, tmp_path: Path) -> None:
    news = Notifications(store=store, clock=clock)
    news.add(READY, GALAXY)
    clock.wall = clock.wall.replace(year=clock.wall.year + 1)
    news.add(FAILED, IPHONE)
    news.mark_read(news.entries[1].notification_id)
    again = Store.open(tmp_path / STORE, clock=VirtualClock())
    assert told(Notifications(store=again, clock=clock)) == told(news)
    again.close()


def test_nothing_is_left_when_the_person_leaves(news: Notifications) -> None:
    news.add(READY, GALAXY)
    cleared = emissions(news.cleared)
    news.clear()
    assert (news.entries, news.unread, news.rowCount(), len(cleared)) == ((), 0, 0, 1)


def test_news_that_cannot_be_kept_is_shown_all_the_same(
    news: Notifications, store: Store, tmp_path: Path
) -> None:
    news.add(FAILED, IPHONE)
    arrived = emissions(news.arrived)
    with (
        forbidding(tmp_path, "INSERT ON notifications"),
        forbidding(tmp_path, "UPDATE ON notifications"),
    ):
        news.add(READY, GALAXY)
        news.mark_read(news.entries[0].notification_id)
        assert told(news) == [(READY, GALAXY.name, True), (FAILED, "iPhone", False)]
        news.mark_all_read()
    assert (news.unread, len(arrived)) == (0, 1)
    assert [(e.device_name, e.is_read) for e in store.notifications()] == [("iPhone", False)]
