"""Tells a screen reader what has just changed, without moving the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Say ``text`` when the screen reader has finished, or at once where it is urgent."""
    if not text or not widget.isVisible():
        return  # what is not on the screen is read when it comes there
    # Here, because it costs time and is not needed for the first paint.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
