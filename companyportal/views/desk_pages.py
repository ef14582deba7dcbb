"""The pages of a program at a desk: those that every window has, the settings and the keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.desktop.browser import open_folder, open_link
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.models.models import Models
from companyportal.models.this_program import ThisProgram
from companyportal.views.pages import Pages
from companyportal.views.router import Place, Router

if TYPE_CHECKING:
    from companyportal.views.settings_page import SettingsPage
    from companyportal.views.shortcuts_page import ShortcutsPage


class DeskPages(Pages):
    """Links open in the person's own browser.

    Signals:
        erase_asked(): all data on this computer shall go.
    """

    erase_asked = Signal()

    NAMES: ClassVar[Mapping[Place, str]] = {
        **Pages.NAMES,
        Place.SETTINGS: "settings_page",
        Place.SHORTCUTS: "shortcuts_page",
    }

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
        super().__init__(
            models,
            router,
            clipboard=clipboard,
            clock=clock,
            facts=self._support_text,
            parent=parent,
        )
        self._program = program
        self.link_asked.connect(open_link)

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

    @cached_property
    def shortcuts_page(self) -> ShortcutsPage:
        """The keys."""
        from companyportal.views.shortcuts_page import ShortcutsPage

        page = ShortcutsPage()
        page.back.connect(self._router.back)
        self.addWidget(page)
        return page

    def _support_text(self) -> str:
        from companyportal.views.support_words import support_text

        return support_text(self._program.support)
