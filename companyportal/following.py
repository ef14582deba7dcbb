"""From a request that was sent to the news of its end.

Arrows like those of ``portal.join``, kept apart because they hang together: whoever sends, the
outcome is followed, told behind the bell and, for a new name, can be taken back.
"""

from __future__ import annotations

from dataclasses import replace

from companyportal.domain import Device
from companyportal.models.models import Models
from companyportal.models.notice import NoticeKind


def join_following(m: Models) -> None:
    """Every arrow from an action to what becomes of it."""
    for asks in (m.protected, m.direct):
        asks.sent.connect(m.follow_up.follow)
        asks.answered.connect(m.follow_up.deliver)
    m.follow_up.ended.connect(lambda followed: m.notifications.add(followed.news, followed.device))

    def on_renamed(device: Device, name: str) -> None:
        def undo() -> None:
            known = m.devices.find(device.device_id) or device
            # As it was accepted: the device itself may not have taken the new name yet.
            m.direct.rename(replace(known, name=name), device.name)

        m.messages.tell(NoticeKind.RENAMED, detail=name, undo=undo)

    m.direct.renamed.connect(on_renamed)
    m.direct.renamed.connect(lambda *_: m.details.refresh())
