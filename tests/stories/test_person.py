"""Whoever signs in sees themselves and their organisation, and nothing of it afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountState
from companyportal.views.person_button import PersonButton
from companyportal.views.router import Place
from tests.program import until
from tests.stories.sitting import Sitting


def middle_of(button: PersonButton) -> str:
    """The colour in the middle of the disc."""
    picture = button.grab().toImage()
    return picture.pixelColor(picture.height() // 2, picture.height() // 2).name()


async def test_a_photo_while_signed_in_and_none_of_it_afterwards(signed_in: Sitting) -> None:
    window, portal = signed_in.window, signed_in.portal
    button = window.header.person
    await until(lambda: not portal.person.portrait.isNull())
    seen = middle_of(button)
    portal.account.sign_out()
    await signed_in.wait_for("Your sign-in, your device list and your notifications left this")
    assert portal.store.notifications() == ()
    assert portal.person.portrait.isNull()
    assert middle_of(button) != seen
    await signed_in.sign_in()
    assert "left this computer" not in signed_in.words()


async def test_the_menu_is_the_persons(signed_in: Sitting) -> None:
    await until(lambda: not signed_in.portal.person.portrait.isNull())
    await signed_in.click("Account: Marie Dubois")
    (menu,) = [m for m in signed_in.window.findChildren(QMenu) if m.isVisible()]
    words = [entry.text() for entry in menu.actions() if entry.text()]
    assert words[:3] == ["Marie Dubois", "marie.dubois@valcombe.example", "Valcombe"]
    assert words[-2:] == ["Sign out", "Quit"]
    next(entry for entry in menu.actions() if entry.text() == "Sign out").trigger()
    await until(lambda: signed_in.portal.account.state is AccountState.SIGNED_OUT)


@pytest.mark.parametrize("fault", ["no-role", "no-role-401"])
async def test_without_a_role_the_portal_still_has_a_name_and_an_address(
    sitting: Sitting, demo: DemoServer, fault: str
) -> None:
    demo.tenant.faults.add(fault)
    await sitting.sign_in()
    await until(lambda: not sitting.portal.tasks.is_running("organisation"))
    sitting.sees("Valcombe")
    sitting.window.router.go(Place.SUPPORT)
    await sitting.rest()
    sitting.sees("help@valcombe.example", "www.valcombe.example", "Terms of use")
