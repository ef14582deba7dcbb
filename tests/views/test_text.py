"""The room that words take: even lines, nothing cut, at every size of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from companyportal.views.text import Text
from companyportal.views.theme import Theme

SENTENCE = "It answers fastest when it is on, online and charging."
SOLID = "\N{FULL BLOCK}" * 5
"""Nothing but ink."""


def make(qtbot: QtBot, text: str, role: str = "body", *, elide: bool = False) -> Text:
    """A text that the test forgets afterwards."""
    made = Text(text, role, elide=elide)
    qtbot.addWidget(made)
    return made


def ink(image: QImage) -> tuple[int, int]:
    """The first and the last row that differs from the ground."""
    ground = image.pixelColor(0, image.height() - 1)
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) != ground for x in range(image.width()))
    ]
    return rows[0], rows[-1]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(("role", "line"), [("body", 1.43), ("caption", 1.43), ("title", 1.25)])
def test_lines_stand_evenly(
    role: str, line: float, percent: int, enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    enlarge(percent)
    text = make(qtbot, "one\ntwo\nthree", role)
    one = make(qtbot, "one", role).heightForWidth(900)
    assert text.heightForWidth(900) == 3 * one
    pixels = QFontInfo(text.font()).pixelSize()
    assert one >= round(pixels * line)
    assert one >= QFontMetricsF(text.font()).height()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(narrow=st.integers(40, 400), more=st.integers(0, 400))
def test_more_width_never_needs_more_height(
    narrow: int, more: int, theme: Theme, qtbot: QtBot
) -> None:
    text = Text(SENTENCE)
    assert text.heightForWidth(narrow + more) <= text.heightForWidth(narrow)
    text.deleteLater()


def test_larger_text_takes_more_room(
    enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    enlarge(100)
    text = make(qtbot, SENTENCE)
    before, hint = text.heightForWidth(240), text.sizeHint()
    enlarge(200)
    assert text.heightForWidth(240) >= 3 * before
    assert text.sizeHint().height() > hint.height()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [120, 300, 640])
def test_the_words_stay_inside(
    width: int, percent: int, enlarge: Callable[[int], None], theme: Theme, qtbot: QtBot
) -> None:
    enlarge(percent)
    text = make(qtbot, SENTENCE)
    text.resize(width, text.heightForWidth(width))
    first, last = ink(text.grab().toImage())
    assert first > 0
    assert last < text.height() - 1


def test_a_word_without_spaces_breaks(theme: Theme, qtbot: QtBot) -> None:
    text = make(qtbot, "x" * 500)
    assert text.minimumSizeHint().width() <= theme.px(260)
    assert text.heightForWidth(200) > 10 * text.heightForWidth(100_000)


def test_a_text_that_may_be_cut_asks_for_little_and_ends_in_dots(
    theme: Theme, qtbot: QtBot
) -> None:
    text = make(qtbot, SENTENCE, elide=True)
    assert text.minimumSizeHint().width() == theme.px(24)
    assert not text.hasHeightForWidth()
    text.resize(120, text.sizeHint().height())
    cut = text.grab().toImage()
    text.setText(SENTENCE + " And more.")
    assert text.grab().toImage() == cut
    text.resize(900, text.height())
    assert text.grab().toImage() != cut


def test_it_begins_where_the_language_begins(theme: Theme, qtbot: QtBot) -> None:
    text = make(qtbot, "short")
    text.resize(400, text.heightForWidth(400))
    left = text.grab().toImage()
    text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = text.grab().toImage()
    assert is_blank(left.copy(200, 0, 200, text.height()))
    assert is_blank(right.copy(0, 0, 200, text.height()))
    assert left != right


def is_blank(image: QImage) -> bool:
    """One colour."""
    ground = image.pixelColor(0, 0)
    return all(
        image.pixelColor(x, y) == ground
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize(("wrap", "elide"), [(True, False), (False, False), (True, True)])
def test_it_changes_its_colour_with_the_theme_and_its_token(
    wrap: bool, elide: bool, theme: Theme, qtbot: QtBot
) -> None:
    text = Text(SOLID, "hero", wrap=wrap, elide=elide)
    qtbot.addWidget(text)
    text.resize(300, text.sizeHint().height())

    def painted() -> str:
        picture = text.grab().toImage()
        return picture.pixelColor(picture.width() // 10, picture.height() // 2).name()

    for mode in ("light", "dark"):
        theme.set_mode(mode)
        assert painted() == theme.color("text").name()
    text.set_token("danger")
    assert painted() == theme.color("danger").name()
