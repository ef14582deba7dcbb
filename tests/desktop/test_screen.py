"""What Linux answers where other systems can do more."""

from __future__ import annotations

import pytest

from companyportal.desktop import screen_capture
from companyportal.desktop.session_lock import session_state
from tests.proofs import threat
from tools.run import ROOT


@threat("T25")
@pytest.mark.parametrize("system", ["Windows 10 2004", "older Windows", "macOS 15", "Linux"])
def test_the_documents_say_what_each_system_does_about_screen_shots(system: str) -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("## What does not")[2]
    paragraph = next(part for part in text.split("\n- ") if "screen shots" in part)
    assert system in " ".join(paragraph.split())


@threat("T25")
def test_linux_cannot_keep_a_window_out_of_screen_shots_and_says_so() -> None:
    assert not screen_capture.exclude(1)
    assert not screen_capture.include(1)


def test_linux_need_not_be_asked_whether_it_is_locked() -> None:
    assert session_state() == ""
