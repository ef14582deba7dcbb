"""Colours, fonts and spaces of the whole program: one object, rebuilt only when something changes.

Fusion and a palette on every system; shapes are painted by the widgets themselves. Spaces follow
the size of the text, but only half as far, so that 200 % text does not drown in air. At the kiosk
everything is larger, and a finger must hit what a mouse hits at a desk.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from companyportal.views import venue
from companyportal.views.tokens import OWN_CONTRAST, contrast_tokens, tokens

KIOSK_SCALE = 9 / 7
"""So much larger is everything that is read standing, at arm's length."""
_BASE = 14.0
_POINTS_OF_WINDOWS = 7 / 6
"""9 pt, the system's size there, is too small for pages."""
_MOST_AIR = 1.5
_DESK_TARGET, _KIOSK_TARGET = 32, 52
"""Source: https://www.w3.org/TR/WCAG22/#target-size-enhanced wants 44 where a finger points."""
_KIOSK_GAP = 12

_ROLES: dict[str, tuple[float, QFont.Weight]] = {
    "hero": (2.86, QFont.Weight.DemiBold),
    "display": (2.14, QFont.Weight.DemiBold),
    "title": (1.64, QFont.Weight.DemiBold),
    "heading": (1.29, QFont.Weight.DemiBold),
    "lead": (1.29, QFont.Weight.Normal),
    "subtitle": (1.14, QFont.Weight.DemiBold),
    "body": (1.0, QFont.Weight.Normal),
    "medium": (1.0, QFont.Weight.Medium),
    "strong": (1.0, QFont.Weight.DemiBold),
    "label": (0.93, QFont.Weight.Medium),
    "caption": (0.86, QFont.Weight.Normal),
    "count": (0.786, QFont.Weight.DemiBold),
    "passcode": (2.0, QFont.Weight.Medium),
}
_MONO = (
    "Cascadia Mono",
    "SF Mono",
    "Consolas",
    "Menlo",
    "DejaVu Sans Mono",
    "Noto Sans Mono",
)


class Theme(QObject):
    """How everything looks; reached through ``current()``.

    Signals:
        changed(): colours or sizes are others now; whoever paints from here repaints by itself.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode = "system"
        self._brand = ""
        self._scale = self._text_scale = 1.0
        self._is_own_contrast = False
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}
        self._colors: dict[str, QColor] = {}
        app.setStyle(QStyleFactory.create("Fusion"))
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._rebuild)
        # Newer Qt only. Both references are kept, for the chained call fails: "already deleted".
        self._access: Any = getattr(self._hints, "accessibility", lambda: None)()
        if self._access is not None:
            self._access.contrastPreferenceChanged.connect(self._rebuild)
        app.fontChanged.connect(self._on_font_changed)
        self._measure()
        self._rebuild()

    @classmethod
    def install(cls, app: QApplication) -> Theme:
        """The one theme of ``app``; made at the first call."""
        global _current
        if _current is None:
            _current = cls(app)
        return _current

    @property
    def is_dark(self) -> bool:
        """Light words on dark grounds."""
        if self._shows_own_contrast:
            return True
        if self._mode == "system":
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self._mode == "dark"

    @property
    def has_high_contrast(self) -> bool:
        """Few colours far apart, and an outline round every shape."""
        return self._is_own_contrast or self._has_contrast_of_system

    @property
    def _has_contrast_of_system(self) -> bool:
        """The system asks for its own contrast colours; they win over everything."""
        if self._access is None:
            return False
        return bool(self._access.contrastPreference().name == "HighContrast")

    @property
    def _shows_own_contrast(self) -> bool:
        return self._is_own_contrast and not self._has_contrast_of_system

    @property
    def reduces_motion(self) -> bool:
        """The person asked the system for less motion."""
        preference = getattr(self._access, "motionPreference", None)
        if preference is None:
            return False
        return bool(preference().name == "ReducedMotion")

    def set_mode(self, mode: str) -> None:
        """``system``, ``light`` or ``dark``."""
        self._mode = mode
        self._rebuild()

    def set_brand(self, brand: str) -> None:
        """The organisation's colour, ``#RRGGBB`` or empty; used only as far as it can be read."""
        if brand != self._brand:
            self._brand = brand
            self._rebuild()

    def set_contrast(self, is_wanted: bool) -> None:
        """Contrast colours of our own, for where nobody may change the system's."""
        if is_wanted != self._is_own_contrast:
            self._is_own_contrast = is_wanted
            self._rebuild()

    def set_scale(
        self, scale: float, text: float = 1.0, *, has_contrast: bool | None = None
    ) -> None:
        """Everything ``scale`` times as large, without an end; words ``text`` times as large once
        more, and the air round them by half of that. Both are 1 at a desk. Whoever wants contrast
        colours as well (see ``set_contrast``) says so here: then everything is dressed only once.
        """
        is_same_size = (scale, text) == (self._scale, self._text_scale)
        self._scale, self._text_scale = scale, text
        if not is_same_size:
            self._measure()
        if has_contrast not in (None, self._is_own_contrast):
            self.set_contrast(not self._is_own_contrast)
        elif not is_same_size:
            self.changed.emit()

    def color(self, token: str) -> QColor:
        """The colour of a token, or of a literal ``#RRGGBB``."""
        known = self._colors.get(token)
        return QColor(known) if known is not None else QColor(token)

    def veil(self, *, pressed: bool = False) -> QColor:
        """The ground of ghost buttons under the mouse, whatever lies below."""
        colour = self.color("text")
        colour.setAlphaF(0.13 if pressed else 0.07)
        return colour

    def font(self, role: str, *, mono: bool = False, tabular: bool = False) -> QFont:
        """A copy of the font of a role; ``tabular`` digits do not jump when they count."""
        key = (role, mono, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(*key)
        return QFont(self._fonts[key])

    def px(self, pixels: float) -> int:
        """A space given at 100 % text, in pixels now."""
        return round(pixels * self._air)

    def target(self) -> int:
        """The least side of what is pressed, in pixels: by a mouse, at the kiosk by a finger."""
        if venue.is_public():
            return round(_KIOSK_TARGET * self._air / KIOSK_SCALE)
        return self.px(_DESK_TARGET)

    def gap_px(self, pixels: float) -> int:
        """The air between two controls: at the kiosk a finger must not hit both."""
        return self.px(max(pixels, _KIOSK_GAP) if venue.is_public() else pixels)

    def control_px(self, pixels: float) -> int:
        """The side of a control that has ``pixels`` at a desk: at the kiosk at least a target."""
        return max(self.px(pixels), self.target()) if venue.is_public() else self.px(pixels)

    def text_px(self, pixels: float) -> int:
        """The size of something that grows as much as the text, given at 100 %."""
        return round(pixels * self._base / _BASE)

    def em(self, width: float) -> float:
        """A width in pixels as it would be at 100 % text: breakpoints follow the text."""
        return width * _BASE / self._base

    def _make_font(self, role: str, mono: bool, tabular: bool) -> QFont:
        share, weight = _ROLES[role]
        scale = share * self._scale * self._text_scale
        font = self._app.font()
        if mono:
            font.setFamilies(list(_MONO))
        if font.pointSizeF() > 0:
            points = font.pointSizeF() * (_POINTS_OF_WINDOWS if sys.platform == "win32" else 1)
            font.setPointSizeF(points * scale)
        else:
            font.setPixelSize(max(1, round(font.pixelSize() * scale)))
        font.setWeight(weight)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _measure(self) -> None:
        self._base = float(QFontInfo(self._make_font("body", False, False)).pixelSize()) or _BASE
        own = self._base / self._scale / self._text_scale
        air = min(_MOST_AIR, max(1.0, own / _BASE))
        self._air = air * self._scale * (1 + self._text_scale) / 2
        self._fonts.clear()

    def _on_font_changed(self) -> None:
        self._measure()
        self.changed.emit()

    def _rebuild(self) -> None:
        if not self.has_high_contrast:
            named = tokens(is_dark=self.is_dark, brand=self._brand)
        elif self._shows_own_contrast:
            named = contrast_tokens(**OWN_CONTRAST)
        else:
            named = self._contrast()
        self._colors = {token: QColor(value) for token, value in named.items()}
        palette = self._palette()
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)
        self.changed.emit()

    def _contrast(self) -> dict[str, str]:
        role = QPalette.ColorRole
        # Ours hides the system's, which may be another one by now.
        self._app.setPalette(QPalette())
        system = self._app.palette()
        return contrast_tokens(
            window=system.color(role.Window).name(),
            text=system.color(role.WindowText).name(),
            highlight=system.color(role.Highlight).name(),
            on_highlight=system.color(role.HighlightedText).name(),
            link=system.color(role.Link).name(),
            grey=system.color(QPalette.ColorGroup.Disabled, role.WindowText).name(),
        )

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for which, token in (
            (role.Window, "layer"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "sunken"),
            (role.Text, "text"),
            (role.Button, "surface"),
            (role.ButtonText, "text"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.PlaceholderText, "text3"),
            (role.Link, "accent_text"),
            (role.Accent, "accent"),
            (role.ToolTipBase, "tooltip"),
            (role.ToolTipText, "on_tooltip"),
        ):
            palette.setColor(which, self.color(token))
        return palette


_current: Theme | None = None


def current() -> Theme:
    """The theme of the program; ``Theme.install`` makes it."""
    if _current is None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return Theme.install(app)
    return _current
