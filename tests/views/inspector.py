"""Goes wherever the pictures are taken, and measures instead of taking them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from companyportal.demo.server import DemoServer
from companyportal.life import Life
from companyportal.views.device_card import GAP
from companyportal.views.device_view import DeviceView
from companyportal.views.theme import current
from tests.faults.proxy import FaultProxy
from tests.studio import NARROW, SIZE, Studio, Visitor
from tests.ts_files import messages
from tests.views.geometry import cut_off, settle, shown, without_name
from tests.virtual_clock import VirtualClock

SOURCES = {message.source for message in messages("fr")}


class Inspector(Studio):
    """Looks closely where the studio takes a picture; what is wrong is in ``found``."""

    def __init__(
        self,
        life: Life,
        demo: DemoServer,
        clock: VirtualClock,
        folder: Path,
        person: Visitor,
        cable: FaultProxy | None = None,
    ) -> None:
        super().__init__(life, demo, clock, folder, person, cable)
        self.looked_at: list[str] = []
        self.found: list[str] = []
        self.english: list[str] = []
        """Texts that stand as in the source."""

    def sizes(self, size: tuple[int, int]) -> set[tuple[int, int]]:
        """Wide and narrow, and that of the picture."""
        return {size, SIZE, NARROW}

    async def shoot_window(self, window: QWidget, name: str, size: tuple[int, int] = SIZE) -> None:
        """Whatever size the picture would have; once, since it is narrow then, too."""
        if name.removesuffix("-narrow") in self.looked_at:
            return
        self.looked_at.append(name)
        for wide, high in self.sizes(size):
            window.resize(wide, high)
            await settle()
            found = [*cut_off(window), *cut_cards(window), *without_name(window)]
            self.found += [f"{name} at {wide}: {text}" for text in found]
        self.english += [f"{name}: {text!r}" for text in english_on(window)]

    async def shoot_over(
        self, window: QWidget, menu: QMenu, anchor: QWidget, name: str, size: tuple[int, int]
    ) -> None:
        """A menu is drawn by Qt; of ours is only what lies behind it."""
        await self.shoot_window(window, name, size)


class NarrowInspector(Inspector):
    """Has the smallest window that there is."""

    def sizes(self, size: tuple[int, int]) -> set[tuple[int, int]]:
        """One."""
        return {NARROW}


def cut_cards(window: QWidget) -> Iterator[str]:
    """Cards that reach over an edge of their list; each cell has its gap at its end."""
    for view in window.findChildren(DeviceView):
        gap, is_turned = current().px(GAP), view.isRightToLeft()
        for row in range(view.model().rowCount() if view.isVisibleTo(window) else 0):
            cell = view.visualRect(view.model().index(row, 0))
            card = cell.adjusted(gap, 0, 0, 0) if is_turned else cell.adjusted(0, 0, -gap, 0)
            left = view.viewport().mapTo(view, card.topLeft()).x()
            if left < 0 or left + card.width() > view.width():
                yield f"card {row}: {left}..{left + card.width()} of {view.width()}"


def english_on(window: QWidget) -> list[str]:
    """Texts of the program that are seen or heard as they stand in the source."""
    words = []
    for widget in shown(window):
        words += [widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QAbstractButton | QLabel):
            words.append(widget.text())
        if isinstance(widget, QLineEdit):
            words.append(widget.placeholderText())
    return [text for text in words if text in SOURCES]
