"""The cells of a passcode: any length, any size of text, any direction of reading."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companyportal.domain import Secret
from companyportal.views.secret_cells import SecretCells
from companyportal.views.secret_names import SecretNames
from companyportal.views.theme import Theme

NAMED = "0Oo1Il|5Ss2Zz8B"
GROUND = QColor("#FF00FF")


def shown(qtbot: QtBot, text: str, width: int = 0) -> SecretCells:
    """With these characters, to be read."""
    cells = SecretCells()
    qtbot.addWidget(cells)
    cells.set_secret(Secret(text))
    cells.set_shown(True)
    width = width or cells.sizeHint().width()
    cells.resize(width, cells.heightForWidth(width))
    return cells


def painted(cells: SecretCells) -> QImage:
    """Without a ground."""
    image = QImage(cells.size(), QImage.Format.Format_RGB32)
    image.fill(GROUND)
    cells.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def runs(image: QImage, y: int) -> list[tuple[int, int]]:
    """Where something is painted in that row: first and last pixel."""
    found: list[tuple[int, int]] = []
    for x in range(image.width()):
        if image.pixelColor(x, y) != GROUND:
            if found and found[-1][1] == x - 1:
                found[-1] = (found[-1][0], x)
            else:
                found.append((x, x))
    return found


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("length", range(4, 13))
def test_every_character_has_a_cell(
    length: int, percent: int, enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    enlarge(percent)
    cells = shown(qtbot, "ABCDEFGHJKLM"[:length])
    found = runs(painted(cells), theme.text_px(30))
    assert len(found) == length
    assert {last - first + 1 for first, last in found} == {theme.text_px(50)}
    gaps = [right[0] - left[1] - 1 for left, right in itertools.pairwise(found)]
    wide = [number for number, gap in enumerate(gaps, start=1) if gap == theme.px(22)]
    assert wide == [number for number in (4, 8) if number < length]
    assert all(gap in (theme.px(6), theme.px(22)) for gap in gaps)


@pytest.mark.parametrize("width", [704, 380, 230, 120])
def test_it_reads_from_left_to_right_in_every_language(
    width: int, theme: Theme, qtbot: QtBot
) -> None:
    cells = shown(qtbot, "k7Q0mIl4", width)
    before = painted(cells)
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cells.setParent(host)
    assert cells.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert painted(cells) == before


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_name_fits_below_its_cell(
    language: str,
    percent: int,
    enlarge: Callable[[int], None],
    speak: Callable[[str], None],
    theme: Theme,
) -> None:
    speak(language)
    enlarge(percent)
    font = theme.font("count")
    font.setWeight(QFont.Weight.Normal)
    names = [SecretNames().look_alike(character) for character in NAMED]
    assert len(set(names)) == len(NAMED)
    room = theme.text_px(50) + theme.px(6)
    words = [word for name in names for word in name.split()]
    assert max(QFontMetricsF(font).horizontalAdvance(word) for word in words) <= room


@pytest.mark.parametrize("pair", ["0O", "1l", "Il", "5S", "8B"])
def test_look_alikes_look_different(
    pair: str, enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    enlarge(100)
    below = [painted(shown(qtbot, c * 4)).copy(0, 62, 50, 20) for c in pair]
    assert below[0] != below[1]
    assert all(any(runs(image, y) for y in range(20)) for image in below)


def test_a_digit_is_told_from_a_letter_without_colour(
    enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    enlarge(100)
    theme.set_mode("light")
    bar = (25, 60 - 10)
    digit, letter = (painted(shown(qtbot, c * 4)) for c in "7T")
    assert digit.pixelColor(*bar) == theme.color("accent_text")
    assert letter.pixelColor(*bar) == theme.color("surface")
