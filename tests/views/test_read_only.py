"""The page of those who may only look, and the form of whoever sets the program up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.errors import SettingsError
from companyportal.portal import Portal
from companyportal.settings import Settings
from companyportal.views.devices_page import DevicesPage
from companyportal.views.not_connected_window import NotConnectedWindow
from tests.program import until
from tests.views.geometry import cut_off, settle, without_name

SIZES = [(100, 1100), (100, 480), (200, 480)]
"""Percent of the text, and pixels of the width."""


@pytest.fixture
async def page(application: QApplication, portal: Portal, demo: DemoServer) -> DevicesPage:
    """The list, once Intune has refused it."""
    demo.tenant.faults.add("no-role")
    page = DevicesPage(portal.devices, portal.clock, portal.organisation)
    page.show()
    account = portal.account.account
    assert account is not None
    portal.devices.open(account.person)
    await until(lambda: portal.devices.is_read_only and not portal.tasks.names)
    return page


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("percent", "width"), SIZES)
async def test_nothing_of_the_explanation_is_cut_off(
    page: DevicesPage,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    language: str,
    percent: int,
    width: int,
) -> None:
    speak(language)
    enlarge(percent)
    page.resize(width, 900)
    await settle()
    assert page.read_only.isVisible()
    assert cut_off(page) == []
    assert without_name(page) == []


async def test_the_explanation_follows_the_language_and_hides_when_it_is_over(
    page: DevicesPage, portal: Portal, demo: DemoServer, speak: Callable[[str], None]
) -> None:
    speak("fr")
    await settle()
    assert page.read_only.again.text() == "Demander à nouveau"
    asked: list[str] = []
    page.link_asked.connect(asked.append)
    page.support_asked.connect(lambda: asked.append("support"))
    page.read_only.contact.email.button.click()
    page.read_only.support.click()
    assert asked == ["mailto:help@valcombe.example", "support"]
    demo.tenant.faults.clear()
    page.read_only.again.click()
    await until(lambda: not portal.devices.is_read_only)
    assert page.read_only.isHidden()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("percent", "width"), SIZES)
async def test_nothing_of_the_form_is_cut_off(
    application: QApplication,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    language: str,
    percent: int,
    width: int,
) -> None:
    error = SettingsError("is missing", path=Path("settings.toml"), key="tenant_id")
    speak(language)
    enlarge(percent)
    window = NotConnectedWindow(error, (), Settings())
    window.show()
    window.set_up.click()
    window.form.save.click()
    window.resize(width, 900)
    await settle()
    assert cut_off(window) == []
    assert without_name(window) == []
    window.deleteLater()
