"""What happens where no organisation is set up: a window asks, and keeps what is entered there."""

from __future__ import annotations

import asyncio
from enum import Enum, auto
from pathlib import Path

from companyportal import settings
from companyportal.desktop.single_instance import SingleInstance
from companyportal.errors import SettingsError
from companyportal.settings import Loaded
from companyportal.views.not_connected_window import NotConnectedWindow

_ENTERED = ("tenant_id", "client_id")
"""What the window has fields for; a gateway is more than a person could be asked to type."""


class Choice(Enum):
    """What the person wants."""

    NOTHING = auto()
    DEMO = auto()
    ORGANISATION = auto()
    """The one that was entered; its settings are kept."""


async def choose(
    error: SettingsError, loaded: Loaded, user_file: Path, instance: SingleInstance
) -> Choice:
    """Say what is missing and wait for the person."""
    chosen: asyncio.Future[Choice] = asyncio.get_running_loop().create_future()
    known = loaded.settings if _may_enter(error, loaded) else None
    window = NotConnectedWindow(error, loaded.problems, known)

    def take(choice: Choice) -> None:
        if not chosen.done():
            chosen.set_result(choice)

    def keep(values: dict[str, str]) -> None:
        try:
            settings.save(user_file, values)
        except SettingsError as not_saved:
            window.tell(not_saved)
        else:
            take(Choice.ORGANISATION)

    window.chosen.connect(lambda demo: take(Choice.DEMO if demo else Choice.NOTHING))
    window.entered.connect(keep)
    instance.activated.connect(window.come_to_front)
    window.show()
    try:
        return await chosen
    finally:
        instance.activated.disconnect(window.come_to_front)
        window.hide()


def _may_enter(error: SettingsError, loaded: Loaded) -> bool:
    """Only where the person's own file decides, nothing in it is wrong, and nothing else missing.

    A policy of the organisation sets the connection alone, or closes it.
    """
    chosen = loaded.settings
    is_all = chosen.connection == "graph" or bool(chosen.gateway_url and chosen.gateway_scope)
    is_sound = not loaded.has_policy and not loaded.problems
    return is_sound and is_all and error.key in _ENTERED
