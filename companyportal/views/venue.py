"""Where the program stands: at somebody's desk, or where everybody passes by.

Said once, at the start of a process; views ask it for what they offer and how large it is.
"""

from __future__ import annotations

_is_public = False


def is_public() -> bool:
    """At a kiosk: fingers instead of a mouse, eyes behind one's back, and nothing to take along."""
    return _is_public


def set_public(public: bool) -> None:
    """Before the first window is made."""
    global _is_public
    _is_public = public
