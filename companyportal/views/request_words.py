"""How the last request for a device stands, for the bar above its actions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.domain import Action, Platform
from companyportal.models.followed import Followed
from companyportal.records import OperationState
from companyportal.views.action_names import ActionNames
from companyportal.views.time_words import TimeWords


class BarWords(NamedTuple):
    """What the bar says, how it looks, and its button."""

    title: str
    line: str
    icon: str
    kind: str
    button: str


class RequestWords(QObject):
    """Words for every action and state."""

    def __init__(self, times: TimeWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._names = ActionNames(self)

    def bar(self, followed: Followed) -> BarWords:
        """Of one request."""
        when = self._times.at(followed.ended_at or followed.asked_at)
        state, is_reset = followed.state, followed.key.action is Action.RESET_PASSCODE
        name = self._names.name(followed.key.action)
        button = self.tr("See the result") if has_page(followed) else ""
        ended = self.tr("It ended {when}.").format(when=when)
        asked = self.tr("It was requested {when}.").format(when=when)
        if state is OperationState.DONE:
            title = self.tr("The passcode was reset.") if is_reset else self.tr("{action}: done.")
            look = ("check-circle", "success")
        elif state in (OperationState.FAILED, OperationState.NOT_SUPPORTED):
            title = self.tr("The reset did not work.")
            title = title if is_reset else self.tr("{action}: it did not work.")
            is_failed = state is OperationState.FAILED
            look = ("error", "danger") if is_failed else ("warning", "warning")
        elif state in (OperationState.UNKNOWN, OperationState.UNRESOLVED):
            title = self.tr("We do not know yet whether the reset worked.")
            title = (
                title if is_reset else self.tr("{action}: we do not know yet whether it worked.")
            )
            ended, look = asked, ("unknown", "unknown")
        else:
            title = self.tr("A reset is waiting for this device.")
            title = title if is_reset else self.tr("{action}: waiting for this device.")
            ended, look = asked, ("clock", "info")
        return BarWords(title.format(action=name), ended, *look, button)


def has_page(followed: Followed) -> bool:
    """True where there is more to see than the bar says: each step of a protected action has a
    page, and so has the PIN of a locked Mac, which tells as well where to find it later.
    """
    is_lock = followed.key.action is Action.REMOTE_LOCK and followed.state is OperationState.DONE
    has_pin = is_lock and followed.device.platform is Platform.MACOS
    return followed.key.action.is_protected or has_pin
