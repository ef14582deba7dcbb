"""What a person may keep through a factory reset, and the PIN of a Mac."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companyportal.domain import Platform
from companyportal.views.switch import Switch
from companyportal.views.theme import Theme
from companyportal.views.wipe_choice_rows import WipeChoiceRows
from companyportal.wipe_choices import NO_CHOICES, WipeChoices
from tests.device_samples import PC
from tests.proofs import promise
from tests.views.geometry import cut_off, without_name

PIN = "482913"


@pytest.fixture
def rows(theme: Theme, speak: Callable[[str], None], qtbot: QtBot) -> WipeChoiceRows:
    """Of a computer with Windows."""
    speak("en")
    rows = WipeChoiceRows()
    qtbot.addWidget(rows)
    rows.resize(480, 200)
    rows.set_device(PC)
    return rows


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        (Platform.WINDOWS, {"Keep my files", "Stay enrolled in your organisation"}),
        (Platform.IOS, {"Keep the mobile data plan (eSIM)"}),
        (Platform.IPADOS, {"Keep the mobile data plan (eSIM)"}),
        (Platform.ANDROID, {"Keep the mobile data plan (eSIM)"}),
        (Platform.MACOS, set()),
        (Platform.WINDOWS_PHONE, set()),
    ],
)
def test_each_system_offers_what_it_can_keep(
    rows: WipeChoiceRows, platform: Platform, names: set[str]
) -> None:
    rows.set_device(replace(PC, platform=platform))
    switches = rows.findChildren(Switch)
    assert {each.accessibleName() for each in switches if each.isVisibleTo(rows)} == names
    assert rows.pin.isVisibleTo(rows) is (platform is Platform.MACOS)
    assert rows.isHidden() is (not names and platform is not Platform.MACOS)
    assert bool(rows.missing) is (platform is Platform.MACOS)


def test_the_switches_are_the_choices_and_are_put_back(rows: WipeChoiceRows) -> None:
    assert rows.choices == NO_CHOICES
    told: list[None] = []
    rows.changed.connect(lambda: told.append(None))
    for switch in (rows.keep_files, rows.keep_enrollment, rows.keep_esim):
        QTest.keyClick(switch, Qt.Key.Key_Space)
    expected = WipeChoices(keep_user_data=True, keep_enrollment=True, keep_esim=False)
    assert rows.choices == expected
    assert len(told) == 3
    rows.reset()
    assert rows.choices == NO_CHOICES


@pytest.mark.parametrize("typed", ["", "4", "48291", "١٢٣٤٥٦", "abcdef", "48 29 13"])
def test_a_pin_is_six_digits_or_none(rows: WipeChoiceRows, typed: str) -> None:
    rows.set_device(replace(PC, platform=Platform.MACOS))
    rows.pin.field.setText(typed)
    assert rows.choices.pin is None
    assert rows.missing == "Type a PIN of six digits first."


def test_only_digits_can_be_typed_and_no_more_than_six(rows: WipeChoiceRows) -> None:
    rows.set_device(replace(PC, platform=Platform.MACOS))
    QTest.keyClicks(rows.pin.field, "4a8-2 91345")
    assert rows.pin.field.text() == "482913"
    assert rows.missing == ""
    pin = rows.choices.pin
    assert pin is not None
    assert pin.reveal() == PIN
    assert PIN not in repr(rows.choices)


def test_a_pin_is_gone_for_good(rows: WipeChoiceRows) -> None:
    rows.set_device(replace(PC, platform=Platform.MACOS))
    QTest.keyClicks(rows.pin.field, PIN)
    rows.reset()
    rows.pin.field.undo()
    assert rows.pin.field.text() == ""
    assert rows.choices == NO_CHOICES


@promise(8)
@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(("percent", "width"), [(100, 300), (200, 380)])
@pytest.mark.parametrize("platform", [Platform.WINDOWS, Platform.IOS, Platform.MACOS])
def test_nothing_is_cut_off(
    rows: WipeChoiceRows,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    qtbot: QtBot,
    platform: Platform,
    code: str,
    percent: int,
    width: int,
) -> None:
    speak(code)
    enlarge(percent)
    rows.set_device(replace(PC, platform=platform))
    layout = rows.layout()
    assert layout is not None
    rows.resize(width, layout.totalHeightForWidth(width))
    rows.show()
    qtbot.waitExposed(rows)
    assert cut_off(rows) == []
    assert without_name(rows) == []
    if platform is Platform.MACOS:
        assert rows.pin.field.accessibleName()
        assert rows.pin.field.accessibleDescription()
