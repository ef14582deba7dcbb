"""One of every component, as a page would make it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.clock import SystemClock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Device, Secret
from companyportal.views.activity_words import EntryWords
from companyportal.views.badge import paint_badge, place_badges
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.columns import Columns
from companyportal.views.combo import ComboBox
from companyportal.views.count_down_ring import CountDownRing
from companyportal.views.device_chip import DeviceChip
from companyportal.views.device_words import BadgeWords
from companyportal.views.divider import Divider
from companyportal.views.effect_words import Point
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.icon_button import IconButton
from companyportal.views.illustration import Illustration
from companyportal.views.line_edit import LineEdit
from companyportal.views.mark import Mark, NumberMark
from companyportal.views.message_bar import MessageBar
from companyportal.views.placeholder import Placeholder
from companyportal.views.point_row import PointRow
from companyportal.views.result_head import ResultHead
from companyportal.views.secret_field import SecretField
from companyportal.views.segments import Segments
from companyportal.views.stepper import Stepper
from companyportal.views.strip import Strip
from companyportal.views.switch import Switch
from companyportal.views.text import Text
from companyportal.views.timeline import Timeline
from companyportal.views.tokens import STATES
from companyportal.views.track import Track

SENTENCE = "It answers fastest when it is on, online and charging."


class Badges(QWidget):
    """Painted badges have no widget of their own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """All states, wrapping."""
        icons = ("check-circle", "warning", "error", "clock", "unknown", "building")
        kinds = (*STATES, "neutral")
        badges = [BadgeWords(k, i, k) for k, i in zip(kinds, icons, strict=True)]
        painter = QPainter(self)
        for rect, badge in place_badges(badges, QRectF(self.rect())):
            paint_badge(painter, rect, badge, is_mirrored=self.isRightToLeft())


def card() -> QWidget:
    """With a text and a line in it."""
    card = Card()
    card.body.addWidget(Text(SENTENCE))
    card.body.addWidget(Divider())
    return card


def buttons() -> QWidget:
    """Every kind: at rest, unavailable, busy, large, with an arrow."""
    host = QWidget()
    flow = FlowLayout(host)
    for kind in ("primary", "secondary", "danger", "ghost", "link"):
        for number in range(4):
            button = Button("Check status", kind, icon="refresh", large=number == 3)
            button.set_reason("It is offline." if number == 1 else "")
            button.set_busy(number == 2)
            flow.addWidget(button)
    flow.addWidget(Button("More", icon="settings", trailing="chevron-down"))
    return host


def bell() -> QWidget:
    """With more news than it can count."""
    button = IconButton("bell", "Notifications, 12 unread")
    button.set_count(12)
    return button


def columns() -> QWidget:
    """Two texts."""
    columns = Columns(at=620)
    columns.add(Text(SENTENCE), 1)
    columns.add(Text(SENTENCE), 1)
    return columns


def combo() -> QWidget:
    """Two languages."""
    box = ComboBox()
    box.set_items(["English", "Français"])
    return box


def ring() -> QWidget:
    """The large one, in its last minute."""
    ring = CountDownRing(172)
    ring.set_remaining(42, 300)
    return ring


def chip() -> QWidget:
    """A phone."""
    chip = DeviceChip()
    chip.set_device(Device(device_id="1", name="Marie’s Galaxy", serial_number="AB127F3K"))
    return chip


def message_bar() -> QWidget:
    """With everything it can have."""
    bar = MessageBar("danger", "error")
    bar.set_words(
        "The device service does not answer.",
        SENTENCE,
        "Error 503 · 10:42",
        action="Try again",
        copy="Copy details",
        close="Dismiss",
    )
    return bar


def strip() -> QWidget:
    """Offline."""
    strip = Strip("warning", "offline")
    strip.set_words("You are offline.", "This is what was known at 10:42.", "Try again")
    return strip


def head() -> QWidget:
    """A result."""
    head = ResultHead("check-circle", "success")
    head.set_words("Your temporary passcode is ready", "Made at 10:48")
    return head


def points() -> QWidget:
    """A numbered step."""
    row = PointRow(NumberMark(1))
    row.set_point(Point("You are signed out", "Nothing changes on the phone yet."))
    return row


def segments() -> QWidget:
    """The themes."""
    segments = Segments()
    segments.set_labels(["System", "Light", "Dark"])
    segments.set_current(0)
    return segments


def stepper() -> QWidget:
    """In the middle."""
    stepper = Stepper()
    stepper.set_steps(["Before you start", "Sign in again", "Reset"], 1)
    return stepper


def secret_field() -> QWidget:
    """Shown."""
    clock = SystemClock()
    field = SecretField(SecretClipboard(clock), clock)
    field.set_secret(Secret("k7Q0mIl4"))
    field.show_secret()
    return field


def timeline() -> QWidget:
    """Two entries."""
    timeline = Timeline()
    done = EntryWords("Reset passcode", SENTENCE, "10:48", "check-circle", "success")
    asked = EntryWords("Locate device", "Requested", "Yesterday", "clock", "info")
    timeline.set_entries([done, asked])
    return timeline


def switch() -> QWidget:
    """On."""
    switch = Switch()
    switch.setChecked(True)
    return switch


MAKERS: dict[str, Callable[[], QWidget]] = {
    "badges": Badges,
    "bell": bell,
    "buttons": buttons,
    "card": card,
    "chip": chip,
    "columns": columns,
    "combo": combo,
    "elided": lambda: Text(SENTENCE, elide=True),
    "field": LineEdit,
    "head": head,
    "icon": lambda: IconView("key"),
    "illustration": lambda: Illustration("illustration-devices", 288),
    "mark": lambda: Mark("phone", is_tile=True),
    "message bar": message_bar,
    "placeholder": lambda: Placeholder(3),
    "points": points,
    "ring": ring,
    "search": lambda: LineEdit(icon="search", search=True),
    "secret": secret_field,
    "segments": segments,
    "selectable": lambda: Text("AB127F3K", selectable=True),
    "small ring": lambda: CountDownRing(64),
    "stepper": stepper,
    "strip": strip,
    "switch": switch,
    "text": lambda: Text(SENTENCE),
    "timeline": timeline,
    "track": Track,
}
