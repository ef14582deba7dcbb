"""Texts from a directory: whatever they hold, they stay one short line that hides nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from companyportal.views.text import Text, display, tool_tip
from companyportal.views.theme import Theme
from tests.proofs import promise, threat

pytestmark = [promise(5), threat("T21"), threat("T22")]
ISOLATES = "\u2068\u2069"


@given(st.text())
def test_it_is_one_short_line_without_hidden_characters(text: str) -> None:
    shown = display(text)
    inner = shown.strip(ISOLATES)
    assert not set("\n\r\t\u2028\u2029") & set(shown)
    for character in inner:
        assert character in "\u200c\u200d" or unicodedata.category(character) not in ("Cc", "Cf")
    assert len(inner) <= 64 * 4 + 1


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp", "L"])))
def test_of_hidden_characters_only_their_places_are_seen(text: str) -> None:
    inner = display(text).strip(ISOLATES)
    hidden = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    kinds = {unicodedata.category(c) for c in inner if c not in "\u200c\u200d"}
    assert not kinds & {*hidden}


@given(st.text())
def test_what_turns_the_direction_is_isolated(text: str) -> None:
    shown = display(text)
    if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in shown):
        assert shown.startswith(ISOLATES[0])
        assert shown.endswith(ISOLATES[1])
    assert shown.count(ISOLATES[0]) == shown.count(ISOLATES[1]) <= 1


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"]), max_size=64))
def test_an_ordinary_name_is_left_alone(name: str) -> None:
    assert display(name).strip(ISOLATES) == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Marie’s Galaxy", "Marie’s Galaxy"),
        ("  two \n lines ", "two lines"),
        ("gpj\u202eexe", "gpj\ufffdexe"),
        ("\x00\x1b[31m", "\ufffd\ufffd[31m"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("x" * 65, "x" * 63 + "…"),
        ("טלפון", "\u2068טלפון\u2069"),
        ("<b>no markup</b>", "<b>no markup</b>"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert display(text) == shown


def test_an_emoji_is_never_cut_in_two() -> None:
    family = "👨\u200d👩\u200d👧"
    assert display(family * 3, limit=2) == f"{family}…"


def test_stacked_accents_have_an_end() -> None:
    assert len(display("a" + "\u0301" * 5_000)) <= 64 * 4 + 1


def test_a_label_shows_markup_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    text = Text("<img src='file:///etc/passwd'>")
    qtbot.addWidget(text)
    assert text.textFormat() is Qt.TextFormat.PlainText


def test_a_tool_tip_shows_markup_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    text = Text("x")
    qtbot.addWidget(text)
    tool_tip(text, "<b>&")
    assert text.toolTip() == "<span>&lt;b&gt;&amp;</span>"
    tool_tip(text, "")
    assert text.toolTip() == ""
