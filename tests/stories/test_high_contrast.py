"""Every page in a contrast theme of the system: its colours alone, and words that stand out.

Source of the colours: "Aquatic",
https://learn.microsoft.com/windows/apps/design/accessibility/high-contrast-themes
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from companyportal.models.protected_progress import Step
from companyportal.views import theme as theme_module
from companyportal.views.accent import contrast
from companyportal.views.brand_mark import BrandMark
from companyportal.views.router import Place
from companyportal.views.text import Text
from companyportal.views.theme import Theme, current
from companyportal.views.tokens import contrast_tokens
from tests.program import until
from tests.proofs import promise
from tests.stories.sitting import Sitting
from tests.views.geometry import settle, shown

AQUATIC = {
    "window": "#202020",
    "text": "#FFFFFF",
    "highlight": "#8EE3F0",
    "on_highlight": "#263B50",
    "link": "#75E9FC",
    "grey": "#A6A6A6",
}
STANDS_OUT, RESTS = 7.0, 4.5
"""Contrast of words, and of those of a button that cannot be pressed now."""
NEAR = 10
"""So far, of 255, the edge of a shape may be from the colours on its two sides."""

Rgb = tuple[int, ...]


@pytest.fixture
def contrast_theme(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system has one, as soon as the theme asks again; everything as before afterwards."""

    def system_colours(**_others: str) -> dict[str, str]:
        return contrast_tokens(**AQUATIC)

    sitting.demo.tenant.faults.add("no-photo")  # its colours are nobody's but the person's
    with monkeypatch.context() as patch:
        patch.setattr(Theme, "has_high_contrast", True)
        patch.setattr(theme_module, "contrast_tokens", system_colours)
        current().set_mode("light")
        yield
    current().set_mode("light")


def _rgb(name: str) -> Rgb:
    return tuple(bytes.fromhex(name[-6:]))


def _pixels(picture: QImage, part: QRect) -> Counter[Rgb]:
    copy = picture.copy(part).convertToFormat(QImage.Format.Format_RGB32)
    raw: Any = copy.constBits()
    counts = Counter(memoryview(raw).cast("I"))
    return Counter({tuple((each & 0xFFFFFF).to_bytes(3, "big")): n for each, n in counts.items()})


def _is_between(colour: Rgb, one: Rgb, other: Rgb) -> bool:
    way = [b - a for a, b in zip(one, other, strict=True)]
    gone = sum((c - a) * w for a, c, w in zip(one, colour, way, strict=True))
    share = min(1.0, max(0.0, gone / (sum(w * w for w in way) or 1)))
    spot = [a + share * w for a, w in zip(one, way, strict=True)]
    return all(abs(c - s) <= NEAR for c, s in zip(colour, spot, strict=True))


def place_in(page: QWidget, part: QWidget) -> QRect:
    """Where on the page it is."""
    return QRect(part.mapTo(page, QPoint()), part.size())


def strangers(pixels: Counter[Rgb]) -> dict[str, int]:
    """Colours that are neither of the theme nor between two of it, and how often they are seen."""
    own = list(itertools.combinations(map(_rgb, AQUATIC.values()), 2))
    return {
        bytes(colour).hex(): count
        for colour, count in pixels.items()
        if not any(_is_between(colour, *pair) for pair in own)
    }


def faint(page: QWidget, picture: QImage) -> Iterator[str]:
    """Words that hardly stand out from what is around them."""
    for kind in (Text, QAbstractButton):
        for each in shown(page, kind):
            words = getattr(each, "text", str)()
            part = place_in(page, each) & picture.rect()
            if not words or part.isEmpty() or each.visibleRegion().isEmpty():
                continue
            pixels = _pixels(picture, part)
            ground = "#" + bytes(pixels.most_common(1)[0][0]).hex()
            best = max(contrast("#" + bytes(colour).hex(), ground) for colour in pixels)
            if best < (STANDS_OUT if each.isEnabled() else RESTS):
                yield f"{words!r}: {best:.1f} on {ground}"


async def look(sitting: Sitting) -> None:
    """The whole window as it is now."""
    await settle()
    await sitting.rest()
    window = sitting.window
    picture = window.grab().toImage()
    assert list(faint(window, picture)) == []
    painter = QPainter(picture)
    for logo in shown(window, BrandMark):  # an organisation's own picture is let be
        painter.fillRect(place_in(window, logo), QColor(AQUATIC["window"]))
    painter.end()
    assert strangers(_pixels(picture, picture.rect())) == {}


def test_a_stranger_would_be_seen() -> None:
    seen = Counter({_rgb(AQUATIC["text"]): 5, _rgb("#8F8F8F"): 2, _rgb("#146C43"): 1})
    assert strangers(seen) == {"146c43": 1}


@promise(8)
async def test_every_page_in_high_contrast(sitting: Sitting, contrast_theme: None) -> None:
    window, portal = sitting.window, sitting.portal
    await until(window.welcome.isVisible)
    await look(sitting)
    await sitting.sign_in()
    for place in (Place.SUPPORT, Place.SETTINGS, Place.DEVICES):
        window.router.go(place)
        await look(sitting)
    portal.devices.search("nothing like it")
    await look(sitting)
    portal.devices.search("")
    window.header.bell.click()
    await look(sitting)
    window.header.bell.click()


@promise(8)
async def test_every_step_of_a_reset_in_high_contrast(
    sitting: Sitting, contrast_theme: None
) -> None:
    await sitting.sign_in()
    await sitting.choose("Marie’s Galaxy")
    await look(sitting)
    await sitting.click("Reset passcode")
    await look(sitting)
    await sitting.click("Sign out")
    await until(lambda: sitting.step is Step.CONFIRM)
    await look(sitting)
    await sitting.confirm()
    await sitting.let_pass_until(Step.FOLLOWING)
    await look(sitting)
    await sitting.let_pass_until(text="Show passcode")
    await look(sitting)
    await sitting.click("Show passcode")
    await look(sitting)
    sitting.window.header.bell.click()
    await look(sitting)
    sitting.window.router.go(Place.DEVICES)
