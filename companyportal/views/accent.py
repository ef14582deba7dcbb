"""The organisation's colour, moved until words on it can be read.

Keeps the hue and walks the lightness in OKLCH, where equal steps look equal.
Source: https://bottosson.github.io/posts/oklab/; contrast: WCAG 2.2, relative luminance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

DEFAULT = "#2C5BD2"
_MOST_CHROMA = 0.21
_GREY_CHROMA = 0.03
_LIGHT_BRAND = 0.75
_STEP = 0.005
_DARK_WORDS = "#0B1020"


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two ``#RRGGBB`` colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """So much of ``other`` in ``one``."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _hex(a * (1 - share) + b * share for a, b in pairs)


def accent_tokens(brand: str, tokens: Mapping[str, str], *, is_dark: bool) -> dict[str, str]:
    """Every token of the accent, from the brand's colour and the grounds it will lie on."""
    wanted = to_oklch(brand)
    wanted = wanted._replace(chroma=min(wanted.chroma, _MOST_CHROMA))
    if wanted.chroma < _GREY_CHROMA:
        wanted = Oklch(0.92, 0.006, 4.6) if is_dark else Oklch(0.27, 0.012, 4.6)
    fill, words, edge = (_dark_fill if is_dark else _light_fill)(wanted, tokens)
    tint = mix(tokens["surface"], edge, 0.16 if is_dark else 0.09)
    nav = mix(tokens["chrome"], edge, 0.20 if is_dark else 0.11)
    grounds = (tokens["surface"], tokens["layer"], tokens["chrome"], tint, nav)
    text = _walk(
        wanted._replace(lightness=to_oklch(edge).lightness),
        lambda c: min(contrast(c, ground) for ground in grounds) >= 4.6,
        is_dark=is_dark,
        otherwise=tokens["text"],
    )
    return {
        "accent": fill,
        "on_accent": words,
        "accent_edge": edge,
        "accent_hover": _shift(fill, 0.045 if is_dark else -0.045),
        "accent_pressed": _shift(fill, -0.05 if is_dark else -0.09),
        "accent_text": text,
        "focus": text,
        "accent_tint": tint,
        "accent_nav": nav,
        "accent_line": mix(tokens["surface"], edge, 0.38 if is_dark else 0.32),
    }


def _dark_fill(wanted: Oklch, tokens: Mapping[str, str]) -> tuple[str, str, str]:
    start = wanted._replace(lightness=max(wanted.lightness, 0.70))
    surface = tokens["surface"]
    fill = _walk(
        start,
        lambda c: contrast(c, _DARK_WORDS) >= 6 and contrast(c, surface) >= 4.5,
        is_dark=True,
        otherwise=tokens["text"],
    )
    return fill, _DARK_WORDS, fill


def _light_fill(wanted: Oklch, tokens: Mapping[str, str]) -> tuple[str, str, str]:
    start = wanted._replace(lightness=min(wanted.lightness, 0.62))
    chrome = tokens["chrome"]
    fill = _walk(
        start,
        lambda c: contrast(c, "#FFFFFF") >= 4.6 and contrast(c, chrome) >= 3,
        is_dark=False,
        otherwise=tokens["text"],
    )
    if wanted.lightness < _LIGHT_BRAND:
        return fill, "#FFFFFF", fill
    edge = _walk(
        wanted._replace(lightness=to_oklch(fill).lightness + 0.06),
        lambda c: contrast(c, chrome) >= 3,
        is_dark=False,
        otherwise=tokens["text"],
    )
    return from_oklch(wanted), tokens["text"], edge


def _walk(start: Oklch, holds: Callable[[str], bool], *, is_dark: bool, otherwise: str) -> str:
    step = _STEP if is_dark else -_STEP
    lightness = start.lightness
    while 0.05 <= lightness <= 0.98:
        colour = from_oklch(start._replace(lightness=lightness))
        if holds(colour):
            return colour
        lightness += step
    return otherwise


def _shift(colour: str, amount: float) -> str:
    lch = to_oklch(colour)
    return from_oklch(lch._replace(lightness=min(1.0, max(0.0, lch.lightness + amount))))


def to_oklch(colour: str) -> Oklch:
    """From ``#RRGGBB``."""
    red, green, blue = (_linear(c) for c in _channels(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def from_oklch(colour: Oklch) -> str:
    """To ``#RRGGBB``; chroma is given up until the colour exists in sRGB."""
    chroma = colour.chroma
    channels = _rgb(colour)
    while chroma > 0.002 and not all(-0.0005 <= c <= 1.0005 for c in channels):
        chroma -= 0.004
        channels = _rgb(colour._replace(chroma=max(0.0, chroma)))
    return _hex(_gamma(min(1.0, max(0.0, c))) for c in channels)


def _rgb(colour: Oklch) -> tuple[float, float, float]:
    a = colour.chroma * math.cos(colour.hue)
    b = colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, c)) * 255):02X}" for c in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(c) for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
