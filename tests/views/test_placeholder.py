"""Grey cards: what comes after them stands where they stood."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from companyportal.domain import Device
from companyportal.views.device_card import GAP, tallest
from companyportal.views.device_words import DeviceWords
from companyportal.views.placeholder import Placeholder
from companyportal.views.theme import Theme

PHONE = Device(device_id="1", name="Phone")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(("width", "columns"), [(400, 1), (700, 2), (1120, 3)])
def test_as_high_as_the_real_cards(
    width: int,
    columns: int,
    percent: int,
    enlarge: Callable[[int], None],
    theme: Theme,
    qtbot: QtBot,
) -> None:
    enlarge(percent)
    width = width * percent // 100
    placeholder = Placeholder(3)
    qtbot.addWidget(placeholder)
    gap = theme.px(GAP)
    real = round(tallest(DeviceWords(), [PHONE], (width + gap) // columns - gap))
    rows = -(-3 // columns)
    assert placeholder.heightForWidth(width) == rows * (real + gap) - gap


def test_it_reads_from_the_side_of_the_language(theme: Theme, qtbot: QtBot) -> None:
    placeholder = Placeholder(1)
    qtbot.addWidget(placeholder)
    placeholder.resize(400, placeholder.heightForWidth(400))
    before = placeholder.grab().toImage()
    placeholder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tile = (30, before.height() // 2)
    assert before.pixelColor(*tile) == theme.color("sunken")
    after = placeholder.grab().toImage()
    assert after.pixelColor(*tile) == theme.color("surface")
    assert mirrored(after).pixelColor(*tile) == theme.color("sunken")


def mirrored(image: QImage) -> QImage:
    """Left is right."""
    return image.flipped(Qt.Orientation.Horizontal)
