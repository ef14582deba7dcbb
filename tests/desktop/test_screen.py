"""What Linux answers where other systems can do more."""

from __future__ import annotations

from companyportal.desktop import screen_capture
from companyportal.desktop.session_lock import session_state


def test_linux_cannot_keep_a_window_out_of_screen_shots_and_says_so() -> None:
    assert not screen_capture.exclude(1)
    assert not screen_capture.include(1)


def test_linux_need_not_be_asked_whether_it_is_locked() -> None:
    assert session_state() == ""
