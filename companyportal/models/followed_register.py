"""What is known of every request since the session began; ``follow_up.py`` keeps it up to date."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.domain import Action, Secret
from companyportal.models.answer import Answer
from companyportal.models.followed import Followed, FollowedKey

SHOWN_S = 300.0
"""What has been shown once, a passcode or a key, can be shown again for so long."""
UNSEEN_S = 900.0
"""One that nobody has looked at is kept for so long."""


class FollowedRegister(QObject):
    """One entry for each device and action; what came back goes when its time is up.

    Signals:
        changed(device_id: str): what is known of that device's requests has changed.
    """

    changed = Signal(str)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._followed: dict[FollowedKey, Followed] = {}

    def find(self, device_id: str, action: Action) -> Followed | None:
        """The last request for that device and action, open or ended, since the session began."""
        return self._followed.get(FollowedKey(device_id.lower(), action))

    def newest(self, device_id: str) -> Followed | None:
        """The last request for that device, whatever it asked for."""
        theirs = [each for each in self.all if each.key.device_id == device_id.lower()]
        return max(theirs, key=lambda each: each.boot_asked, default=None)

    @property
    def all(self) -> tuple[Followed, ...]:
        """Every request since the session began."""
        return tuple(self._followed.values())

    def passcode(self, device_id: str) -> Secret | None:
        """The temporary passcode, as long as it may be shown."""
        answer = self.answer(device_id, Action.RESET_PASSCODE)
        return answer.secret if answer else None

    def answer(self, device_id: str, action: Action) -> Answer | None:
        """What came back for that request, as long as it may be shown."""
        followed = self.find(device_id, action)
        if followed is None or followed.answer is None:
            # Said once: listeners ask again when they are told that it is gone.
            return None
        now, shown, ended = self._clock.boot_s(), followed.boot_shown, followed.boot_ended
        is_over = shown is not None and now - shown > SHOWN_S
        if is_over or (shown is None and ended is not None and now - ended > UNSEEN_S):
            self._put(replace(followed, answer=None))
            return None
        return followed.answer

    def note_shown(self, device_id: str, action: Action) -> None:
        """It was on the screen: from the first time on it is kept for five minutes."""
        followed = self.find(device_id, action)
        if followed is not None and followed.boot_shown is None:
            self._put(replace(followed, boot_shown=self._clock.boot_s()))

    def forget_answers(self) -> None:
        """The computer was locked or sent to sleep: whoever comes back must prove who they are.

        That holds as well for a passcode which has not come yet.
        """
        for followed in self.all:
            self._put(replace(followed, answer=None, may_show=False))

    def _put(self, followed: Followed) -> None:
        self._followed[followed.key] = followed
        self.changed.emit(followed.device.device_id)
