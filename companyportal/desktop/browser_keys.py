"""Which keys and buttons the kiosk's browser does not get while it is open.

Its machine policy closes what they lead to; they themselves still open windows with tabs, a bar of
addresses and menus, which nobody needs for a sign-in. What one types, corrects and moves with
stays, and so do Ctrl+W and Alt+F4, which end the sign-in, F5 and Ctrl+R, which load it again, Ctrl
with 0, plus and minus, which change its size, and all that the system or a screen reader has for
itself. All others of a kind go, so that a new version of a browser brings no new way.

Source: chrome/browser/ui/views/accelerator_table.cc of Chromium;
https://support.microsoft.com/microsoft-edge/keyboard-shortcuts-in-microsoft-edge-50d3edab-30d9-c7e4-21ce-37fe2713cfad
"""

from __future__ import annotations

import string

_KEPT_LETTERS = {"ctrl+": "acqrvwxyz", "ctrl+shift+": "uvz", "alt+": "", "alt+shift+": ""}
"""Ctrl+Shift+U begins a character by its number in input methods; Ctrl+Q ends the visit."""
LEAD_ON = "F6"
"""From the browser to what stands round it, and back: the program hears it in place of the browser.
"""
_KEPT_FUNCTION_KEYS = {LEAD_ON, *("F5", "ctrl+F5", "shift+F5"), *("ctrl+F4", "alt+F4")}
_HELD = ("", "ctrl+", "shift+", "alt+", "ctrl+shift+")
_OTHER_KEYS = (
    # A link that has the focus opens in another window, or is downloaded.
    *(f"{held}{key}" for held in _HELD[1:] for key in ("Return", "KP_Enter")),
    # Menus of the page and of the window.
    *("Menu", "shift+Menu", "ctrl+Menu", "alt+space"),
    # The list of tasks, another page of the browser's own, the home page.
    *("shift+Escape", "ctrl+shift+Delete", "alt+Home"),
    # What some keyboards have a key for.
    *("Help", "XF86HomePage", "XF86Favorites", "XF86Search", "XF86Mail"),
    *("XF86New", "XF86Open", "XF86Save", "XF86Explorer"),
)

CHORDS = (
    *(
        f"{held}{letter}"
        for held, kept in _KEPT_LETTERS.items()
        for letter in string.ascii_lowercase
        if letter not in kept
    ),
    *(
        f"{held}F{number}"
        for held in _HELD
        for number in range(1, 13)
        if f"{held}F{number}" not in _KEPT_FUNCTION_KEYS
    ),
    *_OTHER_KEYS,
)
"""By the names of X."""
BUTTONS = (
    # A link opens in another window, and what was marked somewhere else is pasted.
    (2, ""),
    # The menu of the page, or of the window.
    (3, ""),
    *((1, held) for held in ("ctrl+", "shift+", "alt+", "ctrl+shift+", "ctrl+alt+", "shift+alt+")),
    (1, "ctrl+shift+alt+"),
)
"""Which button, and with what; with nothing means with anything."""
