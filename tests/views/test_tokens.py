"""Contrast, computed from the tokens themselves: words 4.5, shapes and large figures 3.

Source: https://www.w3.org/TR/WCAG22/#contrast-minimum and #non-text-contrast
"""

from __future__ import annotations

import itertools
import math

import pytest

from companyportal.views.accent import contrast, to_oklch
from companyportal.views.tokens import OWN_CONTRAST, STATES, contrast_tokens, tokens
from tests.proofs import promise

WORDS, SHAPES, ENHANCED = 4.5, 3.0, 7.0
GROUNDS = ("surface", "layer", "chrome", "sunken")
THEMES = {"light": tokens(is_dark=False), "dark": tokens(is_dark=True)}
CHANNEL = ("00", "33", "66", "99", "CC", "FF")
BRANDS = ["#" + "".join(parts) for parts in itertools.product(CHANNEL, repeat=3)]


@pytest.fixture(params=THEMES)
def theme_tokens(request: pytest.FixtureRequest) -> dict[str, str]:
    """Light, then dark."""
    return THEMES[request.param]


def test_both_themes_have_the_same_tokens() -> None:
    assert set(THEMES["light"]) == set(THEMES["dark"])


@pytest.mark.parametrize("ground", [*GROUNDS, "hover", "pressed", "nav_hover"])
@pytest.mark.parametrize("words", ["text", "text2"])
def test_words_can_be_read(theme_tokens: dict[str, str], words: str, ground: str) -> None:
    assert contrast(theme_tokens[words], theme_tokens[ground]) >= WORDS


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["text3", "disabled"])
def test_quiet_words_can_be_read(theme_tokens: dict[str, str], words: str, ground: str) -> None:
    assert contrast(theme_tokens[words], theme_tokens[ground]) >= WORDS


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_read(theme_tokens: dict[str, str], state: str) -> None:
    for ground in (f"{state}_bg", "surface", "layer"):
        assert contrast(theme_tokens[state], theme_tokens[ground]) >= WORDS
    for words in ("text", "text2", "accent_text"):
        assert contrast(theme_tokens[words], theme_tokens[f"{state}_bg"]) >= WORDS


def test_edges_of_controls_can_be_seen(theme_tokens: dict[str, str]) -> None:
    for shape, ground in itertools.product(("control", "warning_fill"), ("surface", "layer")):
        assert contrast(theme_tokens[shape], theme_tokens[ground]) >= SHAPES


@pytest.mark.parametrize("fill", ["danger", "danger_hover", "danger_pressed"])
def test_words_on_danger_can_be_read(theme_tokens: dict[str, str], fill: str) -> None:
    assert contrast(theme_tokens["on_danger"], theme_tokens[fill]) >= WORDS


def test_tool_tips_can_be_read(theme_tokens: dict[str, str]) -> None:
    assert contrast(theme_tokens["on_tooltip"], theme_tokens["tooltip"]) >= 13


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_brand_gives_an_accent_that_can_be_read(is_dark: bool) -> None:
    for brand in BRANDS:
        t = tokens(is_dark=is_dark, brand=brand)
        assert contrast(t["on_accent"], t["accent"]) >= WORDS, brand
        assert contrast(t["on_accent"], t["accent_hover"]) >= WORDS, brand
        assert contrast(t["on_accent"], t["accent_pressed"]) >= WORDS, brand
        for ground in ("surface", "layer", "chrome"):
            assert contrast(t["accent_edge"], t[ground]) >= SHAPES, brand
        for ground in ("surface", "layer", "chrome", "accent_tint", "accent_nav"):
            assert contrast(t["accent_text"], t[ground]) >= WORDS, brand
            assert contrast(t["focus"], t[ground]) >= SHAPES, brand


@pytest.mark.parametrize("brand", ["#0F7B6C", "#FFD400", "#6B2C91", "#2C5BD2"])
def test_a_brand_that_can_be_read_is_used_as_it_is(brand: str) -> None:
    assert tokens(is_dark=False, brand=brand)["accent"] == brand


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("brand", ["#E4002B", "#00A3A1", "#39FF14", "#0F7B6C"])
def test_the_hue_of_the_brand_is_kept(brand: str, is_dark: bool) -> None:
    accent = tokens(is_dark=is_dark, brand=brand)["accent"]
    turned = to_oklch(accent).hue - to_oklch(brand).hue
    assert math.cos(turned) == pytest.approx(1, abs=0.002)


@pytest.mark.parametrize("brand", ["#000000", "#7A7A7A", "#FFFFFF"])
def test_a_grey_brand_becomes_nearly_the_colour_of_text(brand: str) -> None:
    assert to_oklch(tokens(is_dark=False, brand=brand)["accent"]).lightness < 0.3
    assert to_oklch(tokens(is_dark=True, brand=brand)["accent"]).lightness > 0.9


def test_states_never_take_the_hue_of_the_brand() -> None:
    plain, red = tokens(is_dark=False), tokens(is_dark=False, brand="#E4002B")
    assert all(plain[state] == red[state] for state in STATES)


@promise(8)
def test_a_contrast_theme_uses_its_own_colours_only() -> None:
    own = {
        "window": "#202020",
        "text": "#FFFFFF",
        "highlight": "#8EE3F0",
        "on_highlight": "#263B50",
        "link": "#75E9FC",
        "grey": "#A6A6A6",
    }
    t = contrast_tokens(**own)
    assert set(t) == set(THEMES["light"])
    scrim = t.pop("scrim")
    assert scrim.endswith(own["window"][1:])
    assert set(t.values()) <= set(own.values())
    assert all(t[line] == own["text"] for line in ("line", "control", "accent_edge", "danger"))
    assert t["disabled"] == own["grey"]


@promise(8)
def test_our_own_contrast_can_be_read_by_almost_everybody() -> None:
    """Source: https://www.w3.org/TR/WCAG22/#contrast-enhanced"""
    t = contrast_tokens(**OWN_CONTRAST)
    on_fills = {"on_accent": ("accent", "accent_hover", "accent_pressed"),
                "on_danger": ("danger", "danger_hover", "danger_pressed"),
                "on_tooltip": ("tooltip",)}  # fmt: skip
    for word, fills in on_fills.items():
        assert all(contrast(t[word], t[fill]) >= ENHANCED for fill in fills)
    grounds = [*GROUNDS, "hover", "pressed", "accent_tint", *(f"{each}_bg" for each in STATES)]
    words = ("text", "text2", "text3", "disabled", "accent_text", "focus", "control", *STATES)
    for ground, word in itertools.product(grounds, words):
        assert contrast(t[word], t[ground]) >= ENHANCED, (word, ground)
