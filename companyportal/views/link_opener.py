"""Follows a link in the window, where nothing of more weight is under way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companyportal.deep_link import LinkTarget
from companyportal.domain import Device
from companyportal.models.asked_link import AskedLink
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place

if TYPE_CHECKING:
    from companyportal.views.main_window import MainWindow

_PLACES = {
    LinkTarget.DEVICES: Place.DEVICES,
    LinkTarget.HELP_DESK: Place.SUPPORT,
    LinkTarget.SETTINGS: Place.SETTINGS,
}
_AT_REST = (Step.NONE, Step.FOLLOWING, Step.ENDED)


class LinkOpener(QObject):
    """A link comes from anybody: it never leads away from a question or from a protected action."""

    def __init__(self, window: MainWindow, link: AskedLink, protected: ProtectedAction) -> None:
        super().__init__(window)
        self._window = window
        self._link = link
        self._protected = protected
        link.place_asked.connect(self._on_place_asked)
        link.device_asked.connect(self._on_device_asked)
        window.router.changed.connect(self._on_router_changed)

    def _on_place_asked(self, target: LinkTarget) -> None:
        if self._may_go:
            self._window.router.go(_PLACES[target])

    def _on_device_asked(self, device: Device) -> None:
        if self._may_go:
            self._window.router.open_device(device)

    def _on_router_changed(self) -> None:
        """The person chose another device before this one was known."""
        if self._window.router.place in (Place.DEVICE, Place.PROTECTED):
            self._link.forget()

    @property
    def _may_go(self) -> bool:
        is_at_rest = self._protected.progress.step in _AT_REST
        return is_at_rest and not self._window.sheets.has_question
