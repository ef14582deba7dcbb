"""Copying: offered at a desk only. Where everybody passes by, nothing can be taken along."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from companyportal.views.buttons import Button
from companyportal.views.icon_button import IconButton
from companyportal.views.venue import is_public


def copy_text(text: str) -> None:
    """Put it on the clipboard, at a desk."""
    if not is_public():
        QGuiApplication.clipboard().setText(text)


class CopyButton(Button):
    """Says what it copies; never seen at the kiosk, whoever wants to show it."""

    def __init__(self, kind: str = "secondary") -> None:
        super().__init__("", kind, icon="" if kind == "link" else "copy")
        if is_public():
            self.hide()

    def setVisible(self, visible: bool) -> None:
        """Not at the kiosk."""
        super().setVisible(visible and not is_public())


class CopyIcon(IconButton):
    """The same as an icon."""

    def __init__(self, *, side: int = 40) -> None:
        super().__init__("copy", side=side)
        if is_public():
            self.hide()

    def setVisible(self, visible: bool) -> None:
        """Not at the kiosk."""
        super().setVisible(visible and not is_public())
