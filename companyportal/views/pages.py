"""The pages that every window has, each made when it is first needed.

All of them together cost more time than the rest of the start, and a person sees one at a time.
Those that nobody has asked for yet are made piece by piece while the program has nothing to do, so
that no click ever waits for one: see ``make_all``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from companyportal.clock import Clock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Action, Device
from companyportal.models.models import Models
from companyportal.views.devices_page import DevicesPage
from companyportal.views.router import Place, Router
from companyportal.views.venue import is_public

if TYPE_CHECKING:
    from companyportal.views.device_page import DevicePage
    from companyportal.views.protected_page import ProtectedPage
    from companyportal.views.support_page import SupportPage

_PARTS = {
    "device_page": ("details_card", "activity_card", "action_row", "device_actions", "why_card"),
    "protected_page": (
        *(
            "protected_step",
            "effect_words",
            "protected_before",
            "protected_sign_in",
            "protected_confirm",
        ),
        *("protected_waiting", "secret_field", "reset_passcode", "protected_ended"),
    ),
}
"""What a page imports, where importing all of it at once would hold up a click."""


class Page(Protocol):
    """What a window needs of each of its pages."""

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to its first control."""


class Pages(QStackedWidget):
    """One page at a time.

    Signals:
        support_asked(): the person wants help, on whichever page.
        link_asked(address: str): https, mailto or tel, to be opened outside.
    """

    support_asked = Signal()
    link_asked = Signal(str)

    NAMES: ClassVar[Mapping[Place, str]] = {
        Place.DEVICES: "devices_page",
        Place.DEVICE: "device_page",
        Place.PROTECTED: "protected_page",
        Place.SUPPORT: "support_page",
    }
    """Module and attribute of each."""

    def __init__(
        self,
        models: Models,
        router: Router,
        *,
        clipboard: SecretClipboard | None,
        clock: Clock,
        facts: Callable[[], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """``facts`` tells what the service desk may know; without a clipboard nothing is copied."""
        super().__init__(parent)
        self._models = models
        self._router = router
        self._clipboard = clipboard
        self._clock = clock
        self._facts = facts

    def open_page(self, place: Place) -> Page:
        """Bring the page of ``place`` to the front; not for the welcome page."""
        page: QWidget = getattr(self, self.NAMES[place])
        self.setCurrentWidget(page)
        return cast(Page, page)

    def make_all(self) -> Iterator[object]:
        """Make what is missing, a few milliseconds' worth at each step."""
        for name in self.NAMES.values():
            for module in (*_PARTS.get(name, ()), name):
                yield importlib.import_module(f"companyportal.views.{module}")
            yield getattr(self, name)
        yield from self.protected_page.make_all()

    @cached_property
    def devices_page(self) -> DevicesPage:
        """The list."""
        page = DevicesPage(self._models.devices, self._clock, self._models.organisation)
        page.link_asked.connect(self.link_asked)
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
        if not is_public():
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
        page.link_asked.connect(self.link_asked)
        page.support_asked.connect(self.support_asked)
        self.addWidget(page)
        return page

    @cached_property
    def support_page(self) -> SupportPage:
        """The service desk."""
        from companyportal.views.support_page import SupportPage

        page = SupportPage(self._models.organisation, self._facts)
        page.link_asked.connect(self.link_asked)
        page.devices_asked.connect(lambda: self._router.go(Place.DEVICES))
        self.addWidget(page)
        return page

    def _on_action_asked(self, action: Action, device: Device) -> None:
        if action.is_protected:
            self._router.open_protected(action, device)
        else:
            self._models.direct.ask(action, device)
