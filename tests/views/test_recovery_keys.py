"""Several keys on one page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.desktop import screen_capture
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Secret
from companyportal.views.secret_field import SecretField
from companyportal.views.secret_kind import SecretKind
from companyportal.views.theme import Theme
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


@threat("T25")
def test_the_window_is_out_of_screen_shots_until_the_last_key_has_gone(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, window, asked = VirtualClock(), QWidget(), list[bool]()
    clipboard, layout = SecretClipboard(clock), QVBoxLayout(window)
    qtbot.addWidget(window)
    first, second = (SecretField(clipboard, clock, SecretKind.RECOVERY_KEY) for _ in range(2))
    for field in (first, second):
        layout.addWidget(field)
        field.set_secret(Secret("012345-678901"))
    window.show()
    monkeypatch.setattr(screen_capture, "include", lambda _: asked.append(first.is_shown))
    first.show_secret()
    second.show_secret()
    second.hide_secret()
    assert asked == []
    first.hide_secret()
    assert asked == [False]
