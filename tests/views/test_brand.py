"""Whose portal it is: logos of any shape for either ground, photos, initials, and the menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QLocale
from PySide6.QtGui import QColor, QIcon, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from companyportal.organisation import Organisation
from companyportal.portal import Portal
from companyportal.profile import Profile
from companyportal.views.account_menu import AccountMenu
from companyportal.views.brand import Brand
from companyportal.views.brand_mark import BrandMark
from companyportal.views.language import Language
from companyportal.views.person_button import PersonButton
from companyportal.views.portrait import initials
from companyportal.views.text import Text
from companyportal.views.theme import Theme
from tests.program import until
from tests.proofs import threat

RED, CLEAR = QColor("#C01020"), QColor(0, 0, 0, 0)


def logo(width: int, height: int, colour: QColor = RED, ground: QColor | None = None) -> bytes:
    """A PNG: a bar of ``colour`` in the middle of ``ground``."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(ground or colour)
    for x in range(width * 2 // 5, width * 3 // 5):
        for y in range(height):
            image.setPixelColor(x, y, colour)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


@pytest.fixture
def brand(theme: Theme) -> Brand:
    """Of no organisation, in a light theme."""
    theme.set_mode("light")
    brand = Brand()
    brand.show()
    return brand


def name_of(brand: Brand) -> str:
    """The words beside the mark; empty where there are none."""
    text = brand.findChild(Text)
    assert text is not None
    return text.text() if text.isVisibleTo(brand) else ""


@pytest.mark.parametrize(
    ("size", "shows_name", "is_wide", "words"),
    [
        ((40, 40), True, False, "Valcombe"),
        ((60, 40), True, False, "Valcombe"),
        ((245, 36), True, True, ""),
        ((40, 40), False, False, ""),
        (None, True, False, "Valcombe"),
        (None, False, False, "Valcombe"),
    ],
)
def test_a_name_stands_beside_a_logo_that_does_not_say_it(
    brand: Brand, size: tuple[int, int] | None, shows_name: bool, is_wide: bool, words: str
) -> None:
    picture = logo(*size) if size else b""
    brand.set_organisation(Organisation(name="Valcombe", logo=picture, shows_name=shows_name))
    assert name_of(brand) == words
    assert brand.mark.accessibleName() == ("" if words else "Valcombe")
    hint = brand.mark.sizeHint()
    assert (hint.width() > 4 * hint.height()) is is_wide


def test_before_anything_is_known_it_is_the_program_that_is_named(brand: Brand) -> None:
    brand.set_organisation(Organisation())
    assert name_of(brand) == "Company Portal"
    assert not brand.mark.is_own


@threat("T38")
def test_a_logo_that_cannot_be_unpacked_leaves_the_name(brand: Brand) -> None:
    broken = logo(40, 40)[:60]
    brand.set_organisation(Organisation(name="Valcombe", logo=broken, shows_name=False))
    assert (brand.mark.is_own, name_of(brand)) == (False, "Valcombe")


def centre_and_side(mark: BrandMark) -> tuple[str, str]:
    """The colours in the middle of the mark and beside it."""
    picture = mark.grab().toImage()
    y = picture.height() // 2
    return (
        picture.pixelColor(picture.width() // 2, y).name(),
        picture.pixelColor(picture.width() // 5, y).name(),
    )


def test_each_ground_has_its_own_logo_or_a_plate_for_the_other(theme: Theme) -> None:
    mark = BrandMark()
    dark_ink = logo(40, 40, QColor("#101010"), CLEAR)
    white_ink = logo(40, 40, QColor("#FEFEFE"), CLEAR)
    for is_dark, organisation, expected in (
        (True, Organisation(logo=dark_ink), ("#101010", "#ffffff")),
        (False, Organisation(dark_logo=white_ink), ("#fefefe", "#23272f")),
        (True, Organisation(logo=logo(40, 40)), ("#c01020", "#c01020")),
        (True, Organisation(logo=dark_ink, dark_logo=logo(40, 40)), ("#c01020", "#c01020")),
        (False, Organisation(logo=logo(40, 40), dark_logo=white_ink), ("#c01020", "#c01020")),
    ):
        theme.set_mode("dark" if is_dark else "light")
        mark.set_organisation(organisation)
        mark.resize(mark.sizeHint())
        assert centre_and_side(mark) == expected


def test_another_theme_shows_the_other_logo_and_its_shape(brand: Brand, theme: Theme) -> None:
    brand.set_organisation(
        Organisation(name="Valcombe", logo=logo(40, 40), dark_logo=logo(200, 40))
    )
    assert name_of(brand) == "Valcombe"
    theme.set_mode("dark")
    assert name_of(brand) == ""


@pytest.mark.parametrize(
    ("name", "given", "surname", "expected"),
    [
        ("Marie Dubois", "", "", "MD"),
        ("Dubois, Marie", "Marie", "Dubois", "MD"),
        ("Anna Lena van der Berg", "Anna Lena", "van der Berg", "AB"),
        ("Cher", "Cher", "", "C"),
        ("Dubois Marie (external)", "", "Dubois", "D"),
        ("42", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_initials(name: str, given: str, surname: str, expected: str) -> None:
    assert initials(name, Profile(given_name=given, surname=surname)) == expected


def test_a_photo_takes_the_place_of_the_initials(theme: Theme) -> None:
    button = PersonButton()
    button.set_compact(True)
    button.resize(button.sizeHint())
    photo = QImage(64, 64, QImage.Format.Format_RGB32)
    photo.fill(RED)
    for portrait, is_signed_in, expected in (
        (photo, True, True),
        (QImage(), True, False),
        (photo, False, False),
    ):
        button.set_person("Marie Dubois", Profile(), portrait, is_signed_in=is_signed_in)
        picture = button.grab().toImage()
        seen = picture.pixelColor(picture.width() // 2, picture.height() // 2).name()
        assert (seen == RED.name()) is expected
        assert button.accessibleName() == "Account: Marie Dubois"
    button.set_person("Marie Dubois", Profile(), photo, is_signed_in=True)
    corner = button.grab().toImage().pixelColor(7, 7).name()
    assert corner != RED.name(), "a disc, not a square"


@pytest.fixture
def menu(application: QApplication, portal: Portal) -> AccountMenu:
    """Of the person who is signed in."""
    return AccountMenu(
        account=portal.account,
        person=portal.person,
        organisation=portal.organisation,
        preferences=portal.preferences,
        language=Language(),
    )


async def test_the_menu_says_who_and_where_and_leads_to_the_privacy_statement(
    menu: AccountMenu, portal: Portal
) -> None:
    await until(lambda: portal.organisation.organisation.name)
    await until(lambda: not portal.person.portrait.isNull())
    anchor = PersonButton()
    found = menu.open_under(anchor)
    entries = {entry.text(): entry for entry in found.actions() if entry.text()}
    assert [*entries][:3] == ["Marie Dubois", "marie.dubois@valcombe.example", "Valcombe"]
    assert not any(entries[words].isEnabled() for words in [*entries][:3])
    links: list[str] = []
    menu.link_asked.connect(links.append)
    entries["Privacy: www.valcombe.example"].trigger()
    assert links == ["https://www.valcombe.example/privacy"]
    photo = entries["Marie Dubois"].icon().pixmap(20, 20, QIcon.Mode.Disabled)
    ground = QColor("#8E5AA8").name()
    assert photo.toImage().pixelColor(2, 9).name() == ground, "not dimmed"
    found.close()


@threat("T38")
async def test_an_ampersand_in_a_name_is_no_key(menu: AccountMenu, portal: Portal) -> None:
    portal.organisation._organisation = Organisation(name="Tom & Cie", privacy_url="")
    anchor = PersonButton()
    found = menu.open_under(anchor)
    words = [entry.text() for entry in found.actions()]
    assert "Tom && Cie" in words
    assert not any(each.startswith("Privacy") for each in words)
    found.close()


def test_the_language_of_the_account_counts_where_the_system_speaks_none_of_ours(
    application: QApplication, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for system, choice, account, expected in (
        ("de_DE", "system", "fr-FR", "fr"),
        ("de_DE", "system", "FR", "fr"),
        ("de_DE", "system", "pl-PL", "en"),
        ("de_DE", "system", "", "en"),
        ("de_DE", "en", "fr-FR", "en"),
        ("en_GB", "system", "fr-FR", "en"),
        ("fr_FR", "system", "en-GB", "fr"),
    ):
        monkeypatch.setattr(QLocale, "system", lambda name=system: QLocale(name))
        language = Language()
        language.use(choice)
        language.note_account(account)
        assert language.code == expected, (system, choice, account)
        language.note_account("")
        assert language.code == expected, "it stays when they sign out"
        language.use("en")
