"""The pages beside the navigation, each made when it is first needed.

All of them together cost more time than the rest of the start, and a person sees one at a time.
Those that nobody has asked for yet are made piece by piece while the program has nothing to do, so
that no click ever waits for one: see ``make_all``.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from companyportal.clock import Clock
from companyportal.desktop.browser import open_folder, open_link
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Action, Device
from companyportal.models.models import Models
from companyportal.models.this_program import ThisProgram
from companyportal.views.devices_page import DevicesPage
from companyportal.views.router import Place, Router

if TYPE_CHECKING:
    from companyportal.views.device_page import DevicePage
    from companyportal.views.protected_page import ProtectedPage
    from companyportal.views.settings_page import SettingsPage
    from companyportal.views.shortcuts_page import ShortcutsPage
    from companyportal.views.support_page import SupportPage

    Page = DevicesPage | DevicePage | ProtectedPage | SupportPage | SettingsPage | ShortcutsPage

_NAMES = {
    Place.DEVICES: "devices_page",
    Place.DEVICE: "device_page",
    Place.PROTECTED: "protected_page",
    Place.SUPPORT: "support_page",
    Place.SETTINGS: "settings_page",
    Place.SHORTCUTS: "shortcuts_page",
}
"""Module and attribute of each."""
_PARTS = {
    "protected_page": (
        *(
            "protected_step",
            "effect_words",
            "protected_before",
            "protected_sign_in",
            "protected_confirm",
        ),
        *("protected_waiting", "secret_field", "reset_passcode", "protected_ended"),
    )
}
"""What a page imports, where importing all of it at once would hold up a click."""


class Pages(QStackedWidget):
    """One page at a time.

    Signals:
        support_asked(): the person wants help, on whichever page.
        erase_asked(): all data on this computer shall go.
    """

    support_asked = Signal()
    erase_asked = Signal()

    def __init__(
        self,
        models: Models,
        program: ThisProgram,
        router: Router,
        *,
        clipboard: SecretClipboard,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._program = program
        self._router = router
        self._clipboard = clipboard
        self._clock = clock

    def open_page(self, place: Place) -> Page:
        """Bring the page of ``place`` to the front; not for the welcome page."""
        page: Page = getattr(self, _NAMES[place])
        self.setCurrentWidget(page)
        return page

    def make_all(self) -> Iterator[object]:
        """Make what is missing, a few milliseconds' worth at each step."""
        for name in _NAMES.values():
            for module in (*_PARTS.get(name, ()), name):
                yield importlib.import_module(f"companyportal.views.{module}")
            yield getattr(self, name)
        yield from self.protected_page.make_all()

    @cached_property
    def devices_page(self) -> DevicesPage:
        """The list."""
        page = DevicesPage(self._models.devices, self._clock, self._models.organisation)
        page.link_asked.connect(open_link)
        page.device_chosen.connect(self._router.open_device)
        page.support_asked.connect(self.support_asked)
        self.addWidget(page)
        return page

    @cached_property
    def device_page(self) -> DevicePage:
        """One device."""
        from companyportal.views.device_page import DevicePage

        m = self._models
        page = DevicePage(m.details, m.compliance, m.direct, m.follow_up, self._clock)
        page.words.is_this_computer = m.devices.is_this_computer
        page.back.connect(self._router.back)
        page.asked.connect(self._on_action_asked)
        page.status_asked.connect(lambda device: m.direct.ask(Action.SYNC, device))
        page.renamed.connect(m.direct.rename)
        page.result_asked.connect(self._router.open_result)
        page.support_asked.connect(self.support_asked)
        self.addWidget(page)
        return page

    @cached_property
    def protected_page(self) -> ProtectedPage:
        """An action that needs a fresh sign-in."""
        from companyportal.views.protected_page import ProtectedPage

        m = self._models
        page = ProtectedPage(
            m.protected,
            m.follow_up,
            m.account,
            m.organisation,
            m.details,
            m.devices,
            self._clipboard,
            self._clock,
        )
        page.back.connect(self._router.back)
        page.devices_asked.connect(lambda: self._router.go(Place.DEVICES))
        page.link_asked.connect(open_link)
        page.support_asked.connect(self.support_asked)
        self.addWidget(page)
        return page

    @cached_property
    def support_page(self) -> SupportPage:
        """The service desk."""
        from companyportal.views.support_page import SupportPage
        from companyportal.views.support_words import support_text

        page = SupportPage(self._models.organisation, lambda: support_text(self._program.support))
        page.link_asked.connect(open_link)
        page.devices_asked.connect(lambda: self._router.go(Place.DEVICES))
        self.addWidget(page)
        return page

    @cached_property
    def settings_page(self) -> SettingsPage:
        """The person's choices."""
        from companyportal.views.settings_page import SettingsPage

        program = self._program
        page = SettingsPage(self._models.preferences, program.start_with_system, program.own_data)
        page.folder_asked.connect(open_folder)
        page.erase_asked.connect(self.erase_asked)
        page.shortcuts_asked.connect(lambda: self._router.go(Place.SHORTCUTS))
        self.addWidget(page)
        return page

    def _on_action_asked(self, action: Action, device: Device) -> None:
        if action.is_protected:
            self._router.open_protected(action, device)
        else:
            self._models.direct.ask(action, device)

    @cached_property
    def shortcuts_page(self) -> ShortcutsPage:
        """The keys."""
        from companyportal.views.shortcuts_page import ShortcutsPage

        page = ShortcutsPage()
        page.back.connect(self._router.back)
        self.addWidget(page)
        return page
