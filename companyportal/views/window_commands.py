"""What the keys of the window lead to; those of a device are heard by its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companyportal.views import areas
from companyportal.views.router import Place
from companyportal.views.shortcuts import Command

if TYPE_CHECKING:
    from companyportal.views.main_window import MainWindow


def join_commands(window: MainWindow) -> None:
    """Every key that is the window's own, and what it does."""
    commands = _commands(window)

    def obey(command: Command) -> None:
        if (do := commands.get(command)) is not None:
            do()

    window.shortcuts.asked.connect(obey)


def _commands(window: MainWindow) -> dict[Command, Callable[[], object]]:
    go, sheets, header = window.router.go, window.sheets, window.header
    parts = (header, window.navigation, window.frame.content)
    return {
        Command.SEARCH: header.focus_search,
        Command.REFRESH: window.refresh,
        Command.BACK: window.router.back,
        Command.AREAS: lambda: areas.go_on(parts),
        Command.AREAS_BACK: lambda: areas.go_on(parts, backwards=True),
        Command.DEVICES: lambda: go(Place.DEVICES),
        Command.SUPPORT: lambda: go(Place.SUPPORT),
        Command.SETTINGS: lambda: go(Place.SETTINGS),
        Command.NOTIFICATIONS: lambda: sheets.open_panel_under(header.bell),
        Command.PROFILE: lambda: sheets.open_menu_under(header.person),
        Command.KEYS: lambda: go(Place.SHORTCUTS),
        Command.QUIT: window.quit_asked.emit,
    }
