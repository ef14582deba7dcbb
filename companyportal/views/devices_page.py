"""The person's devices as cards, and what is known of their age and completeness."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.models.device_list import DeviceList, ListState
from companyportal.models.organisation import OrganisationModel
from companyportal.views.device_sections import DeviceSections
from companyportal.views.devices_title import DevicesTitle
from companyportal.views.message_bar import MessageBar
from companyportal.views.missing_device import MissingDevice
from companyportal.views.placeholder import Placeholder
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, spaced
from companyportal.views.spare import is_made
from companyportal.views.strip import Strip
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.venue import is_public

if TYPE_CHECKING:
    from companyportal.views.list_controls import ListControls
    from companyportal.views.no_devices import NoDevices
    from companyportal.views.read_only_card import ReadOnlyCard

SKELETON_AFTER_MS = 150
"""Placeholders that flash for a moment are worse than none."""


class DevicesPage(QWidget):
    """The list.

    Signals:
        device_chosen(device: Device): its page is wanted.
        support_asked(): the person wants help.
        link_asked(url: str): https or mailto, to be opened outside.
    """

    device_chosen = Signal(object)
    support_asked = Signal()
    link_asked = Signal(str)

    def __init__(
        self,
        devices: DeviceList,
        clock: Clock,
        organisation: OrganisationModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._organisation = organisation
        self._times = TimeWords(clock, self)
        self._strip = Strip("warning", "offline")
        self._scroll = ScrollPage(max_width=1120)
        self._title = DevicesTitle(devices, self._times)
        self._hint = Text("", "body", "text2")
        self._above_cards = column(gap=0)
        self._rare = column(gap=18)
        """The place of what is seldom shown, and made when it is."""
        self._below = column(gap=0)
        """Of this as well, where the devices come first."""
        self.sections = DeviceSections(devices)
        self.view = self.sections.view
        self.placeholder = Placeholder(3)
        self.missing = MissingDevice()
        self.skeleton_timer = QTimer(self)
        self.skeleton_timer.setSingleShot(True)
        self.skeleton_timer.setInterval(SKELETON_AFTER_MS)
        self._lay_out()
        self._connect()
        self.placeholder.hide()
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.view.retranslate()
            self.missing.retranslate()
            if is_made(self, "read_only"):
                self.read_only.render_words()
            self._render()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to the cards, or to what stands for them."""
        if self.view.isVisible():
            self.view.setFocus()
        elif is_made(self, "none") and self.none.isVisible():
            self.none.first.setFocus()
        else:
            self._title.refresh.setFocus()

    @cached_property
    def none(self) -> NoDevices:
        """In place of the cards, where there are none."""
        from companyportal.views.no_devices import NoDevices

        none = NoDevices(self._devices)
        none.support_asked.connect(self.support_asked)
        self._rare.addWidget(none)
        return none

    @cached_property
    def controls(self) -> ListControls:
        """Order, sections and filters of a long list; most lists are short."""
        from companyportal.views.list_controls import ListControls

        controls = ListControls(self._devices)
        self._above_cards.addWidget(controls)
        return controls

    @cached_property
    def read_only(self) -> ReadOnlyCard:
        """Why nothing can be done here; most people are never told."""
        from companyportal.views.read_only_card import ReadOnlyCard

        card = ReadOnlyCard(self._organisation)
        card.again_asked.connect(self._devices.ask_again)
        card.support_asked.connect(self.support_asked)
        card.link_asked.connect(self.link_asked)
        self._rare.insertWidget(0, card)
        self._below.addWidget(card.contact)
        return card

    @cached_property
    def _partial(self) -> MessageBar:
        bar = MessageBar("info", "info")
        self._rare.insertWidget(0, bar)
        return bar

    def _lay_out(self) -> None:
        page = column(self, gap=0)
        page.addWidget(self._strip)
        page.addWidget(self._scroll, 1)
        content = spaced(self._scroll.content, 18)
        head = column(gap=4)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        content.addLayout(head)
        content.addLayout(self._above_cards)
        content.addWidget(self.placeholder)
        content.addLayout(self._rare)
        cards = column(gap=10)
        cards.addWidget(self.sections)
        cards.addWidget(self.missing)
        content.addLayout(cards)
        content.addLayout(self._below)
        content.addStretch(1)

    def _connect(self) -> None:
        self.view.device_chosen.connect(self.device_chosen)
        self.view.current_moved.connect(self._on_current_moved)
        self._strip.action_clicked.connect(self._devices.refresh)
        self.missing.support_asked.connect(self.support_asked)
        self.skeleton_timer.timeout.connect(self.placeholder.show)
        self._devices.changed.connect(self._render)
        self._devices.modelReset.connect(self._render)

    def _render(self) -> None:
        devices = self._devices
        self._render_skeleton()
        self._title.render_title()
        self._hint.setText(self._hint_words())
        is_useful = bool(devices.total) or devices.state is ListState.LOADING
        self._hint.setVisible(is_useful and not devices.is_read_only)
        self.sections.setVisible(bool(devices.rowCount()))
        self._render_controls()
        self._render_none()
        self.missing.setVisible(bool(devices.rowCount()))
        self._render_partial()
        self._render_read_only()
        self._render_strip()

    def _render_controls(self) -> None:
        if is_public():  # one visit, one device: nobody arranges a list here
            return
        if self._devices.is_long or is_made(self, "controls"):
            self.controls.render_state()

    def _hint_words(self) -> str:
        if is_public():
            return self.tr("Touch it to see what you can do.")
        return self.tr("Phone locked? Choose it, then Reset passcode.")

    def _render_none(self) -> None:
        devices = self._devices
        is_known = devices.total > 0 or devices.state in (ListState.READY, ListState.FAILED)
        if (is_known and not devices.rowCount()) or is_made(self, "none"):
            self.none.render_state()

    def _render_partial(self) -> None:
        is_partial = self._devices.is_partial and bool(self._devices.total)
        if not is_partial and not is_made(self, "_partial"):
            return
        self._partial.setVisible(is_partial)
        self._partial.set_words(
            self.tr("This list is not complete."),
            self.tr("The service sent only a part of it. IT support can see all your devices."),
        )

    def _render_read_only(self) -> None:
        is_read_only = self._devices.is_read_only
        if is_read_only or is_made(self, "read_only"):
            for part in (self.read_only, self.read_only.contact):
                part.setVisible(is_read_only)

    def _render_skeleton(self) -> None:
        if self._devices.state is not ListState.LOADING or self._devices.total:
            self.skeleton_timer.stop()
            self.placeholder.hide()
        elif self.placeholder.isHidden() and not self.skeleton_timer.isActive():
            self.skeleton_timer.start()

    def _render_strip(self) -> None:
        devices = self._devices
        self._strip.setVisible(devices.is_offline)
        known = self.tr("Nothing was known before.")
        if devices.checked_at is not None:
            known = self.tr(
                "This is what was known {when}. Actions come back with the connection."
            ).format(when=self._times.since(devices.checked_at))
        self._strip.set_words(self.tr("You are offline."), known, self.tr("Try again"))

    def _on_current_moved(self, rect: QRect) -> None:
        host = self._scroll.widget()
        assert host is not None
        spot = self.view.mapTo(host, rect.center())
        self._scroll.ensureVisible(spot.x(), spot.y(), 0, rect.height())
