"""Every component in every theme, size and direction: it paints something, and nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from companyportal.views.spacing import column
from companyportal.views.theme import KIOSK_SCALE, Theme
from tests.views.components import MAKERS
from tests.views.geometry import cut_off, hard_to_hit, without_name

GROUND = QColor("#FF00FF")


@pytest.fixture(params=["light", "dark", "contrast"])
def look(
    request: pytest.FixtureRequest, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The themes."""
    look = str(request.param)
    # Undone before the theme is, which would else be set back to contrast colours.
    with monkeypatch.context() as patch:
        if look == "contrast":
            patch.setattr(Theme, "has_high_contrast", True)
        theme.set_mode("dark" if look == "dark" else "light")
        yield look


def painted(widget: QWidget) -> QImage:
    """The widget on a ground that no theme has."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(GROUND)
    widget.render(image)
    return image


def colours(image: QImage) -> int:
    """How many, in a coarse grid."""
    step_x, step_y = max(1, image.width() // 150), max(1, image.height() // 150)
    return len(
        {
            image.pixelColor(x, y).rgb()
            for x in range(0, image.width(), step_x)
            for y in range(0, image.height(), step_y)
        }
    )


def fit(widget: QWidget, width: int) -> None:
    """As a page would: that width where it may, and the height that this needs."""
    if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
        width = widget.sizeHint().width()
    width = max(width, widget.minimumSizeHint().width(), 8)
    height = widget.heightForWidth(width) if widget.hasHeightForWidth() else -1
    widget.resize(QSize(width, max(height, widget.sizeHint().height(), 8)))


@pytest.mark.parametrize("name", MAKERS)
def test_it_paints_in_every_look(name: str, look: str, qtbot: QtBot) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    fit(widget, 640)
    widget.show()
    empty = {"field": 2, "elided": 2, "icon": 2, "track": 2}
    assert colours(painted(widget)) >= empty.get(name, 3)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [300, 640])
@pytest.mark.parametrize("name", MAKERS)
def test_nothing_is_cut_off(
    name: str, width: int, percent: int, enlarge: Callable[[int], None], qtbot: QtBot
) -> None:
    enlarge(percent)
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    fit(widget, width)
    widget.show()
    QApplication.processEvents()
    fit(widget, width)
    QApplication.processEvents()
    assert cut_off(widget) == []


@pytest.mark.parametrize("name", MAKERS)
def test_it_follows_a_change_of_theme_and_text_size(
    name: str, theme: Theme, enlarge: Callable[[int], None], qtbot: QtBot
) -> None:
    enlarge(100)
    theme.set_mode("light")
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    fit(widget, 640)
    widget.show()
    before = painted(widget)
    theme.set_mode("dark")
    assert painted(widget) != before
    height = widget.sizeHint().height()
    enlarge(200)
    QApplication.processEvents()
    assert widget.sizeHint().height() >= height


@pytest.mark.parametrize("step", [1.0, 1.5])
@pytest.mark.parametrize("name", MAKERS)
def test_at_the_kiosk_a_finger_hits_it(
    name: str, step: float, kiosk_venue: Theme, qtbot: QtBot
) -> None:
    kiosk_venue.set_scale(KIOSK_SCALE, step)
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    host = QWidget()
    qtbot.addWidget(host)
    around = column(host, 0)
    around.addWidget(widget)
    fit(host, 700)
    host.show()
    QApplication.processEvents()
    fit(host, 700)
    QApplication.processEvents()
    assert [*hard_to_hit(host), *cut_off(host)] == []


MIRRORED = ("bell", "buttons", "chip", "head", "message bar", "search", "stepper", "strip", "text")


@pytest.mark.parametrize("name", MIRRORED)
def test_languages_read_from_the_right_are_mirrored(name: str, theme: Theme, qtbot: QtBot) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    fit(widget, 900)
    widget.show()
    before = painted(widget)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    after = painted(widget)
    assert after != before
    assert edge(before, "left") or name in ("bell", "buttons")
    assert edge(after, "right") or name in ("bell", "buttons")


def edge(image: QImage, side: str) -> bool:
    """True where more is painted on that half."""
    half = image.width() // 2
    width = min(half, 200)
    left = colours(image.copy(0, 0, width, image.height()))
    right = colours(image.copy(image.width() - width, 0, width, image.height()))
    return left >= right if side == "left" else right >= left


@pytest.mark.parametrize("name", MAKERS)
def test_whatever_takes_the_focus_has_a_name(name: str, theme: Theme, qtbot: QtBot) -> None:
    widget = MAKERS[name]()
    qtbot.addWidget(widget)
    widget.show()
    named_by_the_page = ("combo", "field", "search", "switch")
    assert without_name(widget) == [] or name in named_by_the_page
