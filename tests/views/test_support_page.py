"""IT support: what is known is shown, what is not known leaves no gap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.organisation import Organisation
from companyportal.portal import Portal
from companyportal.views.support_page import SupportPage
from companyportal.views.text import Text
from tests.program import until
from tests.proofs import threat
from tests.views.geometry import cut_off, settle, without_name

FACTS = "Company Portal 1.0 · Debian GNU/Linux 12\nConnection: demo · 5 devices"


@pytest.fixture
async def page(application: QApplication, portal: Portal) -> SupportPage:
    """What the demo organisation tells about itself."""
    page = SupportPage(portal.organisation, lambda: FACTS)
    page.resize(900, 700)
    page.show()
    await until(lambda: portal.organisation.organisation.support_phone)
    return page


@pytest.fixture
def links(page: SupportPage) -> list[str]:
    """What was to be opened outside."""
    links: list[str] = []
    page.link_asked.connect(links.append)
    return links


def texts(page: SupportPage) -> str:
    """All words that can be seen."""
    return "\n".join(t.text() for t in page.findChildren(Text) if t.isVisibleTo(page))


async def test_every_way_to_the_service_desk(page: SupportPage, links: list[str]) -> None:
    words = texts(page)
    for known in ("Service desk", "01 99 00 42 42", "help@valcombe.example", "8:00–18:00"):
        assert known in words
    card = page.contact
    card.phone.button.click()
    assert QApplication.clipboard().text() == "01 99 00 42 42"
    page.contact.set_organisation(
        replace(page.contact.organisation, terms_url="https://www.valcombe.example/terms")
    )
    for way in (card.email, card.site, card.privacy, card.terms):
        way.button.click()
    assert links == [
        "mailto:help@valcombe.example",
        "https://help.valcombe.example/",
        "https://www.valcombe.example/privacy",
        "https://www.valcombe.example/terms",
    ]


async def test_hours_are_told_and_cannot_be_pressed(page: SupportPage) -> None:
    page.contact.set_organisation(Organisation(support_phone="1", support_hours="8:00–18:00"))
    assert "Hours\n8:00–18:00" in texts(page)
    assert not page.contact.hours.button.isVisibleTo(page)


@threat("T38")
async def test_the_site_is_named_by_its_real_host(page: SupportPage, portal: Portal) -> None:
    honest = replace(
        portal.organisation.organisation,
        support_site_name="bank.example",
        support_site_url="https://help.valcombe.example/x",
        support_email="a b?cc=c@d",
    )
    page.contact.set_organisation(honest)
    assert "bank.example" not in texts(page)
    assert "www.valcombe.example" in texts(page), "where the privacy statement lies"
    assert "help.valcombe.example" in texts(page)


@threat("T38")
async def test_an_address_cannot_add_to_the_message(page: SupportPage, links: list[str]) -> None:
    page.contact.set_organisation(Organisation(support_email="a@b.example?cc=c@d.example&body=x"))
    page.contact.email.button.click()
    assert links == ["mailto:a@b.example%3Fcc%3Dc@d.example%26body%3Dx"]


async def test_an_organisation_that_tells_nothing_says_so(page: SupportPage) -> None:
    page.contact.set_organisation(Organisation())
    assert "Your organisation has not said how to reach it." in texts(page)
    assert "Phone" not in texts(page)
    page.focus_first()
    await settle()
    assert cut_off(page) == []


async def test_what_is_copied_is_what_is_shown(page: SupportPage) -> None:
    assert FACTS in texts(page)
    page.copy.click()
    assert QApplication.clipboard().text() == FACTS


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 480), (100, 700), (100, 1300), (200, 480), (200, 1300)]
)
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    page: SupportPage,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    width: int,
    percent: int,
) -> None:
    speak(code)
    enlarge(percent)
    page.resize(width, 700)
    await settle()
    assert cut_off(page) == []
    assert without_name(page) == []
