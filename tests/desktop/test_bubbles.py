"""Which bubbles a desktop gets, those of the tray, and what becomes of their texts."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.desktop.bubble_text import one_line
from companyportal.desktop.bubbles import NullBubbles, TrayBubbles, open_bubbles
from companyportal.desktop.bus_bubbles import BusBubbles
from tests.proofs import threat


async def test_linux_gets_bubbles_without_a_tray() -> None:
    assert isinstance(open_bubbles(None), BusBubbles)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
async def test_other_systems_get_those_of_the_tray_if_there_is_one(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert isinstance(open_bubbles(lambda title, body: None), TrayBubbles)
    assert isinstance(open_bubbles(None), NullBubbles)


async def test_the_tray_shows_a_harmless_text_and_a_click_means_the_last_one() -> None:
    shown: list[tuple[str, str]] = []
    bubbles = TrayBubbles(lambda title, body: shown.append((title, body)))
    clicks: list[str] = []
    bubbles.clicked.connect(clicks.append)
    await bubbles.start()
    bubbles.click()

    assert await bubbles.show("n1", "One\n" + "x" * 100, "b\u202ed")
    assert await bubbles.show("n2", "Two", "")
    bubbles.click()

    assert shown == [("One " + "x" * 58 + "…", "bd"), ("Two", "")]
    assert clicks == ["n2"]


async def test_a_withdrawn_bubble_of_the_tray_leads_nowhere() -> None:
    bubbles = TrayBubbles(lambda title, body: None)
    clicks: list[str] = []
    bubbles.clicked.connect(clicks.append)

    await bubbles.show("n1", "One", "")
    await bubbles.withdraw("another")
    bubbles.click()
    await bubbles.withdraw("n1")
    bubbles.click()
    await bubbles.show("n2", "Two", "")
    await bubbles.withdraw_all()
    bubbles.click()
    await bubbles.show("n3", "Three", "")
    await bubbles.close()
    bubbles.click()

    assert clicks == ["n1"]


async def test_where_there_are_no_bubbles_everything_else_goes_on() -> None:
    bubbles = NullBubbles()
    await bubbles.start()
    assert not await bubbles.show("n1", "One", "")
    await bubbles.withdraw("n1")
    await bubbles.withdraw_all()
    await bubbles.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada’s phone", "Ada’s phone"),
        ("a\r\n\tb\u2028c", "a b c"),
        ("phone\u202e\u2066gpj.exe\u2069", "phonegpj.exe"),
        ("a\u200bb\ufeffc\x00d\x1be", "abc d e"),
        ("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"),
        ("lone \ud800 half", "lone half"),
        ("  ", ""),
    ],
)
def test_text_keeps_what_can_be_read_and_nothing_else(text: str, expected: str) -> None:
    assert one_line(text, 100) == expected


def test_a_cut_leaves_no_half_character() -> None:
    assert one_line("abcdé" + "e\u0301" * 20, 8) == "abcdée…"
    assert one_line("x" * 1_000_000, 10) == "x" * 9 + "…"


@given(text=st.text(), limit=st.integers(1, 50))
@threat("T21")
@threat("T22")
def test_any_text_becomes_one_short_line_that_can_be_sent(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    line.encode()  # raises for half a character, which D-Bus cannot carry
    assert line == line.strip()
    kinds = {unicodedata.category(each) for each in line if each not in "\u200c\u200d"}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
