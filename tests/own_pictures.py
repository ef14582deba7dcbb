"""Pictures of the program's own matters, for ``tests/screenshots.py``."""

from __future__ import annotations

from companyportal.errors import ServiceFailed
from companyportal.models.notice import NoticeKind
from companyportal.views.router import Place
from tests.http_browser import HttpBrowser
from tests.studio import NARROW, SIZE, Studio


async def own_pictures(studio: Studio, browser: HttpBrowser) -> None:
    """Settings, keys, the person's menu, what was done and can be undone, details to copy, and
    each question.
    """
    portal, window = studio.life.portal, studio.life.window
    window.router.go(Place.SETTINGS)
    await studio.shoot("settings-whole", (1100, 1000))
    await studio.shoot("settings-narrow", NARROW)
    window.router.go(Place.SHORTCUTS)
    await studio.shoot("shortcuts", (1100, 980))
    await studio.shoot("shortcuts-narrow", NARROW)
    window.router.go(Place.DEVICES)
    await account_menu(studio)
    portal.messages.tell(NoticeKind.RENAMED, detail="Pixel 8", undo=lambda: None)
    await studio.shoot("notice-undo")
    portal.messages.tell(NoticeKind.DEVICE_UNKNOWN)
    await studio.shoot("notice-link")
    portal.messages.close()
    request = "8f2cf00d-5b21-4d3c-9a77-5d0e0c4419ab"
    portal.messages.show_error("devices", ServiceFailed(status=503, request_id=request))
    sheets = window.sheets
    for name, open_it, dialog in (
        ("details-preview", sheets.show_details, sheets.support_details),
        ("first-close", sheets.ask_what_closing_means, sheets.close_question),
        ("erase", sheets.ask_before_erasing, sheets.erase_question),
    ):
        open_it()
        await studio.shoot(name)
        await studio.shoot(f"{name}-narrow", NARROW)
        dialog.reject()
    portal.messages.dismiss()


async def account_menu(studio: Studio) -> None:
    """Open, with the languages beside it."""
    window = studio.life.window
    for name, size in (("account-menu", SIZE), ("account-menu-narrow", NARROW)):
        window.resize(*size)
        menu = window.sheets.account_menu.open_under(window.header.person)
        await studio.shoot_over(window, menu, window.header.person, name, size)
        menu.close()
