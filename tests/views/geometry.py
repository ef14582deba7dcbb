"""What is cut off, sticks out, or has no name on a page: found by measuring, not by looking."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget

from companyportal.views.back_button import BackButton
from companyportal.views.popover import Popover
from companyportal.views.text import Text


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
        if isinstance(button, BackButton) or button.hasHeightForWidth():
            continue
        if isinstance(button.parentWidget(), QLineEdit):
            continue
        if button.isVisibleTo(page) and button.width() < button.sizeHint().width():
            yield f"{button.text()!r} needs {button.sizeHint().width()}, has {button.width()}"


def _outside(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.width() or _is_frame(widget):
            continue
        if isinstance(widget, Popover):
            # Its shadow may; what is inside is measured by itself.
            continue
        left = widget.mapTo(page, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > page.width():
            yield f"{type(widget).__name__} {left}..{left + widget.width()} of {page.width()}"


def _is_frame(widget: QWidget) -> bool:
    """The viewport of a list may be wider than the list: it only clips."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
