"""Links as macOS hands them over: an event to the program that runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

from companyportal.desktop.link_events import LinkEvents

LINK = "companyportal://devices/8f2cf00d-1111-2222-3333-4444555519ab"


def send() -> None:
    """As the system does."""
    app = QCoreApplication.instance()
    assert app is not None
    QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl(LINK)))


@pytest.mark.parametrize(("is_mac", "told"), [(True, [LINK]), (False, [])])
def test_a_link_is_told_where_there_are_such_events(
    qapp: object, is_mac: bool, told: list[str]
) -> None:
    heard: list[str] = []
    events = LinkEvents(heard.append, is_mac=is_mac)
    send()
    assert heard == told
    app = QCoreApplication.instance()
    assert app is not None
    assert not events.eventFilter(app, QEvent(QEvent.Type.User)), "taken from others"
    events.close()
    send()
    assert heard == told, "told after the end"
