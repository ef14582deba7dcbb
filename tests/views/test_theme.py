"""The theme: one object that everything is dressed by, rebuilt only when something changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from companyportal.views import icon, venue
from companyportal.views.theme import KIOSK_SCALE, Theme, current
from companyportal.views.tokens import tokens
from tests.proofs import promise


class Changes:
    """How often the theme said that it changed."""

    def __init__(self, theme: Theme) -> None:
        self.count = 0
        theme.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.count += 1


def test_there_is_one_for_the_application(theme: Theme, application: QApplication) -> None:
    assert Theme.install(application) is theme is current()
    assert application.style().objectName() == "fusion"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_palette_and_tool_tips_follow_the_mode(
    theme: Theme, application: QApplication, mode: str
) -> None:
    theme.set_mode(mode)
    own = tokens(is_dark=mode == "dark")
    role = QPalette.ColorRole
    assert theme.is_dark is (mode == "dark")
    assert application.palette().color(role.Window).name() == own["layer"].lower()
    assert application.palette().color(role.Text).name() == own["text"].lower()
    assert QToolTip.palette().color(role.ToolTipBase).name() == own["tooltip"].lower()


def test_the_organisation_gives_the_accent_once(theme: Theme) -> None:
    theme.set_mode("light")
    changes = Changes(theme)
    theme.set_brand("#0F7B6C")
    theme.set_brand("#0F7B6C")
    assert theme.color("accent").name() == "#0f7b6c"
    assert changes.count == 1
    theme.set_brand("")
    assert theme.color("accent").name() == "#2c5bd2"


@promise(8)
def test_a_contrast_theme_of_the_system_wins(
    theme: Theme, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.set_mode("light")
    theme.set_brand("#0F7B6C")
    with monkeypatch.context() as patch:
        patch.setattr(Theme, "has_high_contrast", True)
        theme.set_mode("dark")
        role = QPalette.ColorRole
        shown = {theme.color(token).name() for token in ("surface", "layer", "chrome", "sunken")}
        assert shown == {application.palette().color(role.Window).name()}
        assert theme.color("accent").name() != "#0f7b6c"
        assert theme.color("success") == theme.color("danger") == theme.color("text")
    theme.set_mode("light")
    assert theme.color("surface").name() == "#ffffff"


def test_a_colour_is_a_copy(theme: Theme) -> None:
    theme.color("text").setAlphaF(0.1)
    assert theme.color("text").alphaF() == 1


@pytest.mark.parametrize(("percent", "px", "em"), [(100, 20, 840), (150, 30, 560), (200, 30, 420)])
def test_air_follows_the_text_by_half_and_breakpoints_fully(
    theme: Theme, enlarge: Callable[[int], None], percent: int, px: int, em: float
) -> None:
    enlarge(percent)
    assert theme.px(20) == px
    assert theme.em(840) == pytest.approx(em)
    assert theme.text_px(20) == 20 * percent // 100


def test_small_text_never_shrinks_the_air(theme: Theme, enlarge: Callable[[int], None]) -> None:
    enlarge(70)
    assert theme.px(20) == 20


def test_at_the_kiosk_everything_is_larger_without_an_end(
    theme: Theme, enlarge: Callable[[int], None]
) -> None:
    enlarge(100)
    theme.set_scale(2 * KIOSK_SCALE)
    assert theme.px(14) == theme.text_px(14) == 36
    assert theme.font("body").pixelSize() == 36
    assert theme.em(360) == pytest.approx(140)
    theme.set_scale(2 * KIOSK_SCALE, 1.5)
    assert theme.text_px(14) == 54
    assert theme.px(14) == 45, "the air grows by half of what the words grow"
    theme.set_scale(1.0)
    assert theme.px(14) == theme.font("body").pixelSize() == 14


def test_a_finger_needs_more_than_a_mouse(theme: Theme, enlarge: Callable[[int], None]) -> None:
    enlarge(100)
    assert (theme.target(), theme.control_px(24), theme.gap_px(8)) == (32, 24, 8)
    venue.set_public(True)
    try:
        theme.set_scale(KIOSK_SCALE)
        assert theme.target() == theme.control_px(24) == 52
        assert theme.control_px(52) == 67
        assert theme.gap_px(8) == 15
        theme.set_scale(2 * KIOSK_SCALE)
        assert theme.target() == 104
    finally:
        venue.set_public(False)
        theme.set_scale(1.0)


@promise(8)
def test_contrast_can_be_had_where_the_system_has_none(
    theme: Theme, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.set_mode("light")
    theme.set_brand("#0F7B6C")
    theme.set_contrast(True)
    try:
        role = QPalette.ColorRole
        assert theme.is_dark
        assert theme.has_high_contrast
        assert application.palette().color(role.Window).name() == "#000000"
        assert theme.color("text").name() == "#ffffff"
        assert theme.color("accent").name() == theme.color("focus").name() == "#ffd60a"
        monkeypatch.setattr(Theme, "_has_contrast_of_system", True)
        theme.set_mode("light")
        assert not theme.is_dark
        assert theme.color("accent").name() != "#ffd60a", "the system's own wins"
        monkeypatch.undo()
    finally:
        theme.set_contrast(False)
    assert theme.color("accent").name() == "#0f7b6c"


def test_roles_scale_from_the_font_of_the_system(
    theme: Theme, enlarge: Callable[[int], None]
) -> None:
    enlarge(100)
    assert theme.font("body").pixelSize() == 14
    assert theme.font("title").pixelSize() == 23
    enlarge(200)
    assert theme.font("title").pixelSize() == 46
    assert theme.font("body").family() == QApplication.font().family()
    assert theme.font("passcode", mono=True).families() != theme.font("passcode").families()


def test_tabular_figures_are_equally_wide(theme: Theme) -> None:
    font = theme.font("hero", tabular=True)
    assert [font.featureValue(tag) for tag in font.featureTags()] == [1]


def test_icons_take_the_colour_of_their_token(theme: Theme) -> None:
    theme.set_mode("light")
    light = icon.pixmap("key", "text", 24)
    assert icon.pixmap("key", "text", 24).cacheKey() == light.cacheKey()
    theme.set_mode("dark")
    assert icon.pixmap("key", "text", 24).cacheKey() != light.cacheKey()
