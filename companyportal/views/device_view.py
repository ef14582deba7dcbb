"""The cards of the list: as many columns as fit, all cards equally high, one tab stop for all.

Of QListView it keeps the roles for screen readers, focus, current index and hover; where a card
stands is the grid's to say, because a stock view knows no sections and lays out card by card.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from companyportal.domain import Device
from companyportal.models.device_list import DeviceList, DeviceRole
from companyportal.views.card_grid import CardGrid, heading_in
from companyportal.views.card_keys import Move, row_after
from companyportal.views.device_card import GAP, DeviceCard, columns_in, tallest
from companyportal.views.device_words import DeviceWords
from companyportal.views.theme import current
from companyportal.views.type_ahead import TypeAhead
from companyportal.views.venue import is_public

_Index = QModelIndex | QPersistentModelIndex

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
        current_moved(rect: QRect): the keyboard focus has come to the card that stands there.
        arranged(): ``grid`` is another one.
    """

    device_chosen = Signal(object)
    current_moved = Signal(QRect)
    arranged = Signal()

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._words = DeviceWords(self)
        if not is_public():  # nobody comes to the kiosk for the computer it runs on
            self._words.is_this_computer = devices.is_this_computer
        self._card = DeviceCard(self._words, self)
        self.type_ahead = TypeAhead(self)
        self._current_id = ""
        self._hovered = -1
        self.grid = CardGrid()
        self._set_up()
        self.setItemDelegate(self._card)
        self.setModel(devices)
        devices.describe = self._words.card_name
        devices.modelReset.connect(self._on_devices_reset)
        devices.dataChanged.connect(self._on_devices_changed)
        current().changed.connect(self._on_theme_changed)
        self.clicked.connect(self._choose)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self.grid.columns

    def retranslate(self) -> None:
        """The language has changed."""
        self._card.forget()
        self._arrange()
        self.setAccessibleName(self.tr("Devices"))

    # where the cards are: QListView asks these

    def visualRect(self, index: _Index) -> QRect:
        """The cell of a card."""
        return self.grid.rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card there."""
        row = self.grid.row_at(point)
        return QModelIndex() if row is None else self._devices.index(row)

    def doItemsLayout(self) -> None:
        """Nothing to do: the grid is there already."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The page scrolls, not the list."""

    def horizontalOffset(self) -> int:
        """Never scrolled."""
        return 0

    def verticalOffset(self) -> int:
        """Never scrolled."""
        return 0

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """See ``current_moved``."""

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Cards are opened, not selected."""

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads; up and down go on in the next section."""
        if not self.grid.count:
            return QModelIndex()
        row = self.currentIndex().row()
        if row >= 0:
            page = self.visibleRegion().boundingRect().height() // self.grid.cell.height()
            row = row_after(self.grid, action, row, page=page)
        return self._devices.index(max(0, row))

    def keyboardSearch(self, search: str) -> None:
        """Letters lead to the next card whose name begins so; accents and case do not matter."""
        if not search.isprintable() or not self.grid.count:
            return
        typed, goes_on = self.type_ahead.add(search)
        start = max(0, self.currentIndex().row())
        if goes_on and self.currentIndex().isValid():
            start += 1
        row = self._devices.row_starting_with(typed, start)
        if row is not None:
            self.setCurrentIndex(self._devices.index(row))

    # Qt's own

    def currentChanged(self, index: _Index, previous: _Index) -> None:
        """Remember which device it is, for after the next refresh."""
        super().currentChanged(index, previous)
        device = index.data(DeviceRole.DEVICE)
        if isinstance(device, Device):
            self._current_id = device.device_id
            # Moved away from under what presses it, it would not be pressed at all.
            if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
                self.current_moved.emit(self.visualRect(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the card; a space within a name is a letter."""
        self._card.shows_focus = True
        self.viewport().update()
        is_letter = event.key() == Qt.Key.Key_Space and self.type_ahead.is_typing
        if is_letter:
            self.keyboardSearch(" ")
        elif event.key() in _OPENING_KEYS and self.currentIndex().isValid():
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
        self.type_ahead.forget()
        super().focusInEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No card is under the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards that are in sight."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, here = option.state, self.currentIndex().row()
        states = QStyle.StateFlag
        for row in self.grid.rows_in(event.rect().top(), event.rect().bottom()):
            option.rect = self.grid.rect(row)
            option.state = plain & ~(states.State_HasFocus | states.State_MouseOver)
            if row == here and self.hasFocus():
                option.state |= states.State_HasFocus
            if row == self._hovered:
                option.state |= states.State_MouseOver
            self._card.paint(painter, option, self._devices.index(row))

    def _set_up(self) -> None:
        self.setViewport(QWidget())  # see ScrollPage
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
        width = self.width()
        if width <= 0:
            return
        gap = current().px(GAP)
        columns = columns_in(width)
        cell = (width + gap) // columns
        height = round(tallest(self._words, self._devices.shown, cell - gap)) + gap
        self._card.cell = QSize(cell, height)
        self.grid = CardGrid.of(
            self._devices.sections,
            columns=columns,
            cell=self._card.cell,
            heading=heading_in(width),
            width=width,
            is_mirrored=self.isRightToLeft(),
        )
        self.setFixedHeight(max(1, self.grid.height))
        self.arranged.emit()
        self.viewport().update()

    def _hover(self, row: int) -> None:
        """Qt itself asks for both cards to be painted anew."""
        self._hovered = row

    def _choose(self, index: QModelIndex) -> None:
        device = index.data(DeviceRole.DEVICE)
        if isinstance(device, Device):
            self.device_chosen.emit(device)

    def _on_devices_reset(self) -> None:
        self._hovered = -1
        if not self._devices.total:
            self._card.forget()  # nobody is signed in: no name stays
        self._arrange()
        if (row := self._devices.row_of(self._current_id)) is not None:
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._devices.index(row), no_update)

    def _on_devices_changed(self) -> None:
        self._card.forget()
        self._arrange()

    def _on_theme_changed(self) -> None:
        self._card.forget()
        self._arrange()
