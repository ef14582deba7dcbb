"""The large pictures: two colours of the theme, and nothing of their own."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companyportal import resources
from companyportal.views.illustration import Illustration
from companyportal.views.theme import Theme

PICTURES = sorted(p.stem for p in resources.path("icons").glob("illustration-*.svg"))


def colours(picture: Illustration) -> set[str]:
    """All of them, on a ground that no theme has."""
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    picture.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    spots = itertools.product(range(image.width()), range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_takes_accent_and_ground_from_the_theme(
    name: str, mode: str, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_mode("dark" if mode == "light" else "light")
    picture = Illustration(name, 320)
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    theme.set_mode(mode)
    seen = colours(picture)
    assert theme.color("accent_text").name() in seen
    assert theme.color("layer").name() in seen
    assert "#ffffff" not in seen


@pytest.mark.parametrize("name", PICTURES)
def test_it_keeps_its_proportions(
    name: str, enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    picture = Illustration(name, 288)
    qtbot.addWidget(picture)
    for percent, width in ((100, 288), (200, 432)):
        enlarge(percent)
        hint = picture.sizeHint()
        assert hint.width() == width
        assert hint.width() / hint.height() == pytest.approx(1.6, abs=0.01)
    picture.resize(432, 100)
    image = picture.grab().toImage()
    ground = image.pixelColor(0, 0)
    assert all(image.pixelColor(20, y) == ground for y in range(image.height()))


def test_it_says_nothing(theme: Theme, qtbot: QtBot) -> None:
    picture = Illustration(PICTURES[0], 288)
    qtbot.addWidget(picture)
    assert picture.accessibleName() == ""
