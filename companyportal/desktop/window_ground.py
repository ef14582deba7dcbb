"""What is seen of a window where the program does not paint it, because it stands still.

Without a ground of the window's own, X leaves there what lay above: the window of a visit that died
while its station hung.

Source: https://www.x.org/releases/current/doc/man/man3/XSetWindowAttributes.3.xhtml
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication

from companyportal.desktop.x11 import connect

_OPAQUE = 0xFF000000


def set_ground(window: int, colour: QColor) -> None:
    """Let X fill it with ``colour`` by itself. ``window`` is its number there; elsewhere than on
    X11 systems compose windows themselves, and nothing is done.
    """
    if QGuiApplication.platformName() != "xcb":
        return
    connection = connect()
    if connection is not None:
        connection.call("XSetWindowBackground", window, colour.rgb() | _OPAQUE)
        connection.call("XSync", 0)
        connection.call("XCloseDisplay")
