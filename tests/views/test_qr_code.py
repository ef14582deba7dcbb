"""Codes for the visitor's own telephone: public pages of the organisation, and nothing else."""

from __future__ import annotations

import pytest
import segno
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companyportal.views.qr_code import QrCode, public_host
from companyportal.views.theme import Theme
from tests.proofs import threat

PAGE = "https://help.valcombe.example/kiosk"
QUIET = 4


@pytest.mark.parametrize(
    ("address", "host"),
    [
        (PAGE, "help.valcombe.example"),
        ("https://help.valcombe.example:443", "help.valcombe.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
    ],
)
def test_a_public_page_is_named_by_its_host(address: str, host: str) -> None:
    assert public_host(address) == host


@threat("T33")
@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://help.valcombe.example/",
        "help.valcombe.example",
        "mailto:help@valcombe.example",
        "tel:0199004242",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://marie@help.valcombe.example/",
        "https://help.valcombe.example@evil.example/",
        "https://help.valcombe.example:8443/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://localhost/",
        "https://kiosk.localhost/",
        "https://intranet/",
        "https://help.valcombe.example/\nx",
        "https://help.valcombe.example/ x",
        f"https://help.valcombe.example/{'x' * 300}",
    ],
)
def test_nothing_else_is_offered(address: str, theme: Theme, qtbot: QtBot) -> None:
    code = QrCode(address)
    qtbot.addWidget(code)
    assert public_host(address) == ""
    assert code.isHidden()
    assert code.host.text() == ""


@pytest.mark.parametrize("look", ["light", "contrast"])
def test_what_is_painted_is_the_code_with_white_round_it(
    look: str, kiosk_venue: Theme, qtbot: QtBot
) -> None:
    kiosk_venue.set_contrast(look == "contrast")
    code = QrCode(PAGE)
    qtbot.addWidget(code)
    code.show()
    QApplication.processEvents()
    expected = segno.make(PAGE, error="m", boost_error=False, micro=False)
    assert expected.error == "M"
    assert read(code.symbol.grab().toImage(), len(expected.matrix)) == [
        [bool(module) for module in row] for row in expected.matrix
    ]


def read(picture: QImage, modules: int) -> list[list[bool]]:
    """Dark or light in the middle of each module; the ground round them has to be white."""
    side = picture.width() / (modules + 2 * QUIET)
    assert side == int(side), "a module is a whole number of pixels"

    def is_dark(x: int, y: int) -> bool:
        colour = picture.pixelColor(int((x + 0.5) * side), int((y + 0.5) * side))
        assert colour in (QColor("black"), QColor("white"))
        return colour == QColor("black")

    everything = range(-QUIET, modules + QUIET)
    for place in everything:
        for edge in (*range(-QUIET, 0), *range(modules, modules + QUIET)):
            assert not is_dark(place + QUIET, edge + QUIET)
            assert not is_dark(edge + QUIET, place + QUIET)
    return [[is_dark(x + QUIET, y + QUIET) for x in range(modules)] for y in range(modules)]


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.6])
def test_it_is_three_centimetres_wide_at_least(
    scale: float, kiosk_venue: Theme, qtbot: QtBot
) -> None:
    kiosk_venue.set_scale(scale)
    code = QrCode(PAGE)
    qtbot.addWidget(code)
    modules = len(segno.make(PAGE, error="m", boost_error=False).matrix)
    share = modules / (modules + 2 * QUIET)
    width_cm = code.symbol.sizeHint().width() * share / code.screen().physicalDotsPerInch() * 2.54
    assert width_cm >= 3.0


def test_it_says_where_it_leads(kiosk_venue: Theme, qtbot: QtBot) -> None:
    code = QrCode(PAGE)
    qtbot.addWidget(code)
    assert code.host.text() == "help.valcombe.example"
    assert code.symbol.accessibleName() == "QR code that leads to help.valcombe.example"
    code.set_address("https://valcombe.example/")
    assert code.symbol.accessibleName() == "QR code that leads to valcombe.example"
