"""What happened, behind the bell: kept in the store until the person signs out."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from companyportal.clock import Clock
from companyportal.domain import Device
from companyportal.errors import StoreError
from companyportal.records import News, Notification

if TYPE_CHECKING:
    from companyportal.store import Store

_NO_PARENT = QModelIndex()


class NotificationRole(IntEnum):
    """What the panel asks for."""

    NOTIFICATION = Qt.ItemDataRole.UserRole + 1


class Notifications(QAbstractListModel):
    """Newest first. The store holds a copy; news that it cannot keep is shown all the same.

    Signals:
        changed(): the entries or their number read differently now.
        arrived(notification: Notification): a new one, to be shown as a bubble.
        cleared(): all are gone; bubbles are to be withdrawn.
    """

    changed = Signal()
    arrived = Signal(object)
    cleared = Signal()

    def __init__(self, *, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._entries: list[Notification] = list(store.notifications())

    @property
    def entries(self) -> tuple[Notification, ...]:
        """All of them, newest first."""
        return tuple(self._entries)

    @property
    def unread(self) -> int:
        """How many nobody has looked at yet."""
        return sum(1 for entry in self._entries if not entry.is_read)

    def find(self, notification_id: str) -> Notification | None:
        """The entry of that id, if it is still there."""
        return next((e for e in self._entries if e.notification_id == notification_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The entry, or the name of its device."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == NotificationRole.NOTIFICATION:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.device_name
        return None

    def add(self, news: News, device: Device) -> None:
        """Something that the person asked for has come to its end; replaces older news of it."""
        entry = Notification(
            notification_id=str(uuid.uuid4()),
            news=news,
            device_id=device.device_id,
            device_name=device.name,
            created_at=self._clock.now(),
        )
        about = (device.device_id, news.action)
        older = [e for e in self._entries if (e.device_id, e.news.action) == about]
        self._set([entry, *(e for e in self._entries if e not in older)])
        with suppress(StoreError):
            for replaced in older:
                self._store.withdraw(replaced.notification_id)
            self._store.add_notification(entry)
        self.arrived.emit(entry)

    def mark_read(self, notification_id: str) -> None:
        """The person opened it."""
        self._set(
            replace(e, is_read=True) if e.notification_id == notification_id else e
            for e in self._entries
        )
        with suppress(StoreError):
            self._store.mark_read(notification_id)

    def mark_all_read(self) -> None:
        """The person has seen them all."""
        self._set(replace(entry, is_read=True) for entry in self._entries)
        with suppress(StoreError):
            self._store.mark_all_read()

    def clear(self) -> None:
        """The session ended; whoever ended it has emptied the store, too."""
        self._set(())
        self.cleared.emit()

    def _set(self, entries: Iterable[Notification]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()
        self.changed.emit()
