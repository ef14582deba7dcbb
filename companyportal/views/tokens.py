"""The colours of the program by what they are for, never by how they look.

State is always shape and words; colour only repeats it. The accent's tokens are ``accent.py``'s.
"""

from __future__ import annotations

from companyportal.views import accent

_LIGHT = {
    "chrome": "#EEF0F4", "layer": "#F8F9FB", "surface": "#FFFFFF", "sunken": "#F1F3F6",
    "hover": "#F4F5F8", "pressed": "#E9ECF0", "nav_hover": "#E4E7EC",
    "line": "#E2E5EA", "line_strong": "#CBD0D8", "control": "#838A97",
    "text": "#1A1D24", "text2": "#515866", "text3": "#666D7B", "disabled": "#666D7B",
    "success": "#146C43", "success_bg": "#E4F3EA", "success_line": "#BFE0CC",
    "warning": "#8A4F00", "warning_bg": "#FDF0DA", "warning_line": "#F2D7A5",
    "danger": "#B3261E", "danger_bg": "#FCEBE9", "danger_line": "#F3C9C5",
    "on_danger": "#FFFFFF", "danger_hover": "#9C211A", "danger_pressed": "#841C16",
    "info": "#2B5797", "info_bg": "#E9F0FA", "info_line": "#C6D7EF",
    "unknown": "#67479F", "unknown_bg": "#F0EBF9", "unknown_line": "#D9CDEE",
    "warning_fill": "#B96D00", "tooltip": "#23272F", "on_tooltip": "#F5F6F8",
    "scrim": "#6610141C", "shadow": "#101828",
}  # fmt: skip
_DARK = {
    "chrome": "#15171B", "layer": "#1B1E23", "surface": "#24282E", "sunken": "#2D3239",
    "hover": "#2A2F36", "pressed": "#31363E", "nav_hover": "#23272D",
    "line": "#343941", "line_strong": "#464D57", "control": "#7F8794",
    "text": "#F0F2F5", "text2": "#B6BDC9", "text3": "#9BA3B0", "disabled": "#9BA3B0",
    "success": "#74D6A0", "success_bg": "#1D3529", "success_line": "#2F5541",
    "warning": "#F2BC64", "warning_bg": "#3A2E1B", "warning_line": "#5C4826",
    "danger": "#FF9C93", "danger_bg": "#41211F", "danger_line": "#693531",
    "on_danger": "#2B0906", "danger_hover": "#FFAAA2", "danger_pressed": "#E08981",
    "info": "#94BDF5", "info_bg": "#1F2E43", "info_line": "#34496A",
    "unknown": "#C9B2F2", "unknown_bg": "#312843", "unknown_line": "#4D4069",
    "warning_fill": "#F2BC64", "tooltip": "#F0F2F5", "on_tooltip": "#1A1D24",
    "scrim": "#99000000", "shadow": "#000000",
}  # fmt: skip
STATES = ("success", "warning", "danger", "info", "unknown")
"""Each has a colour for icon and words, a ground ``_bg`` and an edge ``_line``."""

OWN_CONTRAST = {
    "window": "#000000", "text": "#FFFFFF", "highlight": "#FFD60A", "on_highlight": "#000000",
    "link": "#FFD60A", "grey": "#B8B8B8",
}  # fmt: skip
"""What ``contrast_tokens`` takes, where a person chose contrast in the program itself."""


def tokens(*, is_dark: bool, brand: str = "") -> dict[str, str]:
    """Every token as ``#RRGGBB`` (``scrim`` as ``#AARRGGBB``)."""
    base = _DARK if is_dark else _LIGHT
    return {**base, **accent.accent_tokens(brand or accent.DEFAULT, base, is_dark=is_dark)}


def contrast_tokens(
    *, window: str, text: str, highlight: str, on_highlight: str, link: str, grey: str
) -> dict[str, str]:
    """For a contrast theme of the system: its own colours only, every shape outlined."""
    grounds = dict.fromkeys((*_DARK, *accent.accent_tokens(link, _DARK, is_dark=True)), window)
    lines = dict.fromkeys(
        ("line", "line_strong", "control", "text", "text2", "text3", "warning_fill", "tooltip",
         "accent_edge", "accent_hover", "accent_pressed", "accent_line",
         *STATES, *(f"{state}_line" for state in STATES)),
        text,
    )  # fmt: skip
    own = {"accent": highlight, "on_accent": on_highlight, "accent_text": link, "focus": link,
           "danger_hover": highlight, "danger_pressed": highlight, "disabled": grey}  # fmt: skip
    return {**grounds, **lines, **own, "scrim": f"#B0{window[1:]}", "pressed": window}
