"""Writes how many colours there are on the screen: a program of its own, since the picture of a
screen is taken by one that is on it.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication, QImage


def main() -> None:
    """See the module."""
    app = QGuiApplication(sys.argv[:1])
    whole = app.primaryScreen().grabWindow(0).toImage()
    pixels = bytes(whole.convertToFormat(QImage.Format.Format_RGB32).constBits())
    print(len(set(memoryview(pixels).cast("I"))))


if __name__ == "__main__":
    main()
