"""What the bell opens: new and earlier results, newest first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from companyportal.clock import Clock
from companyportal.models.notifications import Notifications
from companyportal.records import Notification
from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.device_words import device_name
from companyportal.views.divider import Divider
from companyportal.views.mark import Mark
from companyportal.views.notification_words import panel_words
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import row
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.views.time_words import TimeWords


class NotificationRow(QAbstractButton):
    """One result; a dot and bold words while nobody has opened it."""

    def __init__(self, entry: Notification, when: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        px = current().px
        words = panel_words(entry, device_name(entry.device_name))
        self._row = box = QHBoxLayout(self)
        ends = (px(24), px(12)) if self.isRightToLeft() else (px(12), px(24))
        box.setContentsMargins(ends[0], px(10), ends[1], px(10))
        box.setSpacing(px(12))
        mark = Mark(words.icon)
        mark.set_state(words.icon, words.state)
        box.addWidget(mark)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Text(words.title, "medium" if entry.is_read else "strong"))
        column.addWidget(Text(words.line, "label", "text2"))
        column.addWidget(Text(when, "caption", "text3"))
        box.addLayout(column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        unread = "" if entry.is_read else self.tr("unread")
        self.setAccessibleName(", ".join(t for t in (words.title, words.line, when, unread) if t))

    def sizeHint(self) -> QSize:
        """As its words need."""
        return self._row.totalSizeHint()

    def heightForWidth(self, width: int) -> int:
        """As its words need at that width."""
        return self._row.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground under the mouse, the dot of the unread."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        theme = current()
        if self.underMouse() or self.isDown():
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(self.rect(), theme.px(8), theme.px(8))
        if not self._entry.is_read:
            painter.setBrush(theme.color("accent"))
            size = theme.px(8)
            x = theme.px(12) if self.isRightToLeft() else self.width() - theme.px(20)
            painter.drawEllipse(x, theme.px(16), size, size)


class NotificationPanel(QWidget):
    """The content of the pop-over under the bell.

    Signals:
        chosen(notification_id: str), settings_asked().
    """

    chosen = Signal(str)
    settings_asked = Signal()

    def __init__(
        self, notifications: Notifications, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notifications = notifications
        self._times = TimeWords(clock)
        self._title = Text("", "strong")
        self.read_all = Button("", "link")
        self._empty = Text("", "body", "text2")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._foot = Text("", "caption", "text3")
        self.settings = Button("", "link")
        self._lay_out()
        self.read_all.clicked.connect(notifications.mark_all_read)
        self.settings.clicked.connect(self.settings_asked)
        notifications.changed.connect(self._render)
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _lay_out(self) -> None:
        px = current().px
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(px(8), px(12), px(8), px(12))
        box.setSpacing(px(8))
        head = Columns(at=320, gap=4)
        head.setContentsMargins(px(12), 0, px(12), 0)
        head.add(self._title, 1)
        head.add(self.read_all)
        box.addWidget(head)
        self._scroll = scroll = ScrollPage(max_width=400, margin=0)
        scroll.content.addLayout(self._list)
        scroll.content.addWidget(self._empty)
        scroll.content.addStretch(1)
        box.addWidget(scroll, 1)
        box.addWidget(Divider())
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), 0, px(12), 0)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self.settings)
        box.addLayout(foot)

    def hasHeightForWidth(self) -> bool:
        """As high as its entries."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Head, entries and foot; the pop-over may give less, then the entries scroll."""
        inside = width - 2 * current().px(8)
        entries = self._scroll.content.totalHeightForWidth(inside)
        if entries < 0:
            entries = self._scroll.content.totalSizeHint().height()
        around = self._box.totalHeightForWidth(width) - self._scroll.sizeHint().height()
        return entries + around

    def _render(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        entries = self._notifications.entries
        self._add(self.tr("New"), [entry for entry in entries if not entry.is_read])
        self._add(self.tr("Earlier"), [entry for entry in entries if entry.is_read])
        self._title.setText(self.tr("Notifications"))
        self.read_all.setText(self.tr("Mark all as read"))
        self.read_all.setVisible(self._notifications.unread > 0)
        self._empty.setText(self.tr("Nothing yet. The results of your requests appear here."))
        self._empty.setVisible(not entries)
        self._foot.setText(self.tr("Emptied when you sign out"))
        self.settings.setText(self.tr("Settings"))

    def _add(self, heading: str, entries: list[Notification]) -> None:
        if not entries:
            return
        title = QWidget()
        row(title, 0, (12, 4, 12, 4)).addWidget(Text(heading, "label", "text2"))
        self._list.addWidget(title)
        for entry in entries:
            line = NotificationRow(entry, self._times.contact(entry.created_at))
            line.clicked.connect(lambda _=False, e=entry: self.chosen.emit(e.notification_id))
            self._list.addWidget(line)
