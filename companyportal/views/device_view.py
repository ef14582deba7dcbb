"""The cards of the list: as many columns as fit, all cards equally high, one tab stop for all."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QScrollArea,
    QWidget,
)

from companyportal.domain import Device
from companyportal.models.device_list import DeviceList, DeviceRole
from companyportal.views.device_card import GAP, DeviceCard, tallest
from companyportal.views.device_words import DeviceWords
from companyportal.views.theme import current

_Index = QModelIndex | QPersistentModelIndex

LEAST_WIDTH = 330
MOST_COLUMNS = 3
_BATCH = 100
_SLACK = 6
"""Without this much to spare the view wraps one column too early."""
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class DeviceView(QListView):
    """Grows to the height of all its cards, so that the page scrolls and not the list.

    Signals:
        device_chosen(device: Device): clicked, or Enter or Space was pressed.
        current_moved(rect: QRect): the card with the keyboard focus stands there.
    """

    device_chosen = Signal(object)
    current_moved = Signal(QRect)

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._words = DeviceWords(self)
        self._card = DeviceCard(self._words, self)
        self._columns = 1
        self._current_id = ""
        self._set_up()
        self.setItemDelegate(self._card)
        self.setModel(devices)
        devices.describe = self._words.card_name
        devices.modelReset.connect(self._on_devices_reset)
        devices.dataChanged.connect(self._on_devices_changed)
        current().changed.connect(self._on_theme_changed)
        self.clicked.connect(self._choose)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._columns

    def retranslate(self) -> None:
        """The language has changed."""
        self._card.forget()
        self._arrange()
        self.setAccessibleName(self.tr("Devices"))

    def currentChanged(self, index: _Index, previous: _Index) -> None:
        """Remember which device it is, for after the next refresh."""
        super().currentChanged(index, previous)
        device = index.data(DeviceRole.DEVICE)
        if isinstance(device, Device):
            self._current_id = device.device_id
            self.current_moved.emit(self.visualRect(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the card."""
        self._card.shows_focus = True
        self.viewport().update()
        if event.key() in _OPENING_KEYS and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse needs no focus ring."""
        self._card.shows_focus = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self._card.shows_focus = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the list."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            QApplication.sendEvent(area.verticalScrollBar(), event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns, perhaps."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _set_up(self) -> None:
        self.setViewport(QWidget())  # see ScrollPage
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        # Not by the wheel: the page would jump to where the keyboard is.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Devices"))

    def _arrange(self) -> None:
        """Columns by the width, height by the tallest card."""
        gap = current().px(GAP)
        # The gap after the last column hangs over the end; Qt does not turn these margins round.
        over = -(gap + _SLACK)
        self.setViewportMargins(*((over, 0, 0, 0) if self.isRightToLeft() else (0, 0, over, 0)))
        width = self.width()
        if width <= 0:
            return
        fits = (current().em(width) + GAP) // (LEAST_WIDTH + GAP)
        self._columns = max(1, min(MOST_COLUMNS, int(fits)))
        cell = (width + gap) // self._columns
        shown = self._devices.shown
        height = round(tallest(self._words, shown, cell - gap)) + gap
        self._card.cell = QSize(cell, height)
        self.setGridSize(self._card.cell)
        rows = -(-len(shown) // self._columns)
        self.setFixedHeight(max(1, rows * height))

    def _choose(self, index: QModelIndex) -> None:
        device = index.data(DeviceRole.DEVICE)
        if isinstance(device, Device):
            self.device_chosen.emit(device)

    def _on_devices_reset(self) -> None:
        if not self._devices.total:
            self._card.forget()  # nobody is signed in: no name stays
        self._arrange()
        if (row := self._devices.row_of(self._current_id)) is not None:
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._devices.index(row), no_update)

    def _on_devices_changed(self) -> None:
        self._arrange()
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self._card.forget()
        self._arrange()
        self.viewport().update()
