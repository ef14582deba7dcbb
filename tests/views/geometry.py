"""What is cut off, sticks out, or has no name on a page: found by measuring, not by looking."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from companyportal.views.back_button import BackButton
from companyportal.views.buttons import Button
from companyportal.views.menu_row import MenuRow
from companyportal.views.popover import Popover
from companyportal.views.text import Text
from companyportal.views.theme import current

_PRESSED = (QAbstractButton, QLineEdit, QComboBox)


async def settle() -> None:
    """Let layouts that were asked to measure again do so."""
    for _ in range(10):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        await asyncio.sleep(0)


def shown(page: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    """Every widget of that kind that can be seen on the page."""
    for widget in page.findChildren(kind):
        if widget.isVisibleTo(page) and isinstance(widget, QWidget):
            yield widget


def cut_off(page: QWidget) -> list[str]:
    """Texts and buttons that have less room than they need, and whatever sticks out sideways."""
    return [*_cut_texts(page), *_cut_buttons(page), *_outside(page)]


def without_name(page: QWidget) -> list[str]:
    """Stops of the Tab key that a screen reader could not name."""
    return [
        type(widget).__name__
        for widget in shown(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and type(widget).__name__ not in ("QScrollBar", "QWidget")
    ]


def hard_to_hit(page: QWidget) -> list[str]:
    """Whatever is pressed and is smaller than a finger needs, or so near to another that it would
    hit both; the lines of one list may touch.
    """
    return [*_small(page), *_too_near(page)]


def _small(page: QWidget) -> Iterator[str]:
    target = current().target()
    for widget in shown(page):
        if isinstance(widget, _PRESSED) and min(widget.width(), widget.height()) < target:
            yield f"{_called(widget)} is {widget.width()} × {widget.height()}, not {target}"


def _too_near(page: QWidget) -> Iterator[str]:
    gap = current().gap_px(0)
    pressed = [each for each in shown(page) if isinstance(each, _PRESSED)]
    alone = [each for each in pressed if not isinstance(each, MenuRow | QRadioButton)]
    for one, other in itertools.combinations(alone, 2):
        if isinstance(one.parentWidget(), QLineEdit) or one.isAncestorOf(other):
            continue
        # A gap on one axis is enough.
        around = _place(page, one).adjusted(1 - gap, 1 - gap, gap - 1, gap - 1)
        if around.intersects(_place(page, other)):
            yield f"{_called(one)} and {_called(other)} are nearer than {gap}"


def _place(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _called(widget: QWidget) -> str:
    words = widget.accessibleName() or str(getattr(widget, "text", str)())
    return f"{type(widget).__name__} {words!r}"


def _cut_texts(page: QWidget) -> Iterator[str]:
    for text in page.findChildren(Text):
        if not text.isVisibleTo(page) or not text.text():
            continue
        if text.hasHeightForWidth() and text.heightForWidth(text.width()) > text.height():
            yield f"{text.text()!r} needs {text.heightForWidth(text.width())}, has {text.height()}"
        elif not text.hasHeightForWidth() and text.width() < text.minimumSizeHint().width():
            yield f"{text.text()!r} is wider than {text.width()}"


def _cut_buttons(page: QWidget) -> Iterator[str]:
    for button in page.findChildren(QAbstractButton):
        if isinstance(button, BackButton) or isinstance(button.parentWidget(), QLineEdit):
            continue
        if not button.isVisibleTo(page):
            continue
        needs, has = button.sizeHint(), button.size()
        if isinstance(button, Button):
            # Its words may be broken, as long as all lines are there.
            needs = QSize(button.least_width(), button.heightForWidth(has.width()))
        elif button.hasHeightForWidth():
            continue
        if has.width() < needs.width() or has.height() < needs.height():
            yield f"{button.text()!r} needs {needs.toTuple()}, has {has.toTuple()}"


def _outside(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.width() or _is_frame(widget):
            continue
        if isinstance(widget, Popover) or widget.isWindow():
            # Its shadow may; what is inside is measured by itself. A menu has its own place.
            continue
        left = widget.mapTo(page, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > page.width():
            yield f"{type(widget).__name__} {left}..{left + widget.width()} of {page.width()}"


def _is_frame(widget: QWidget) -> bool:
    """The viewport of a list may be wider than the list: it only clips."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
