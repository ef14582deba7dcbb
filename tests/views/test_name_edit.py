"""A device's new name, typed in the place of the old one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companyportal.device_name import LONGEST, NameFault, fault_of
from companyportal.domain import Platform
from companyportal.rename_way import RenameWay
from companyportal.views.name_edit import NameEdit
from companyportal.views.text import Text
from companyportal.views.theme import Theme


def fault(name: str) -> NameFault | None:
    """Of a computer's name."""
    return fault_of(name, Platform.WINDOWS, RenameWay.DEVICE_NAME)


@pytest.fixture
def edit(theme: Theme, speak: Callable[[str], None], qtbot: QtBot) -> NameEdit:
    """The field is there, the whole name is selected."""
    speak("en")
    edit = NameEdit(fault)
    qtbot.addWidget(edit)
    edit.set_name("PC-0042")
    edit.resize(500, 200)
    edit.show()
    edit.activateWindow()
    QTest.qWaitForWindowActive(edit)
    edit.begin()
    return edit


@pytest.fixture
def names(edit: NameEdit) -> list[str]:
    """The names that were taken."""
    names: list[str] = []
    edit.renamed.connect(names.append)
    return names


def words(edit: NameEdit) -> list[str]:
    """Everything that can be read."""
    return [text.text() for text in edit.findChildren(Text) if text.isVisibleTo(edit)]


def test_what_is_typed_replaces_the_name(edit: NameEdit, names: list[str]) -> None:
    QTest.keyClicks(edit.field, " STUDIO-7 ")
    QTest.keyClick(edit.field, Qt.Key.Key_Return)
    assert names == ["STUDIO-7"]
    assert not edit.is_editing
    # The service has the last word.
    assert words(edit) == ["PC-0042"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "A device needs a name."),
        ("STUDIO 7", "Letters, digits and hyphens only, without spaces."),
        ("0042", "Digits alone are not enough. Add a letter."),
    ],
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, None])
def test_a_name_that_cannot_be_is_told_below_the_field_and_not_taken(
    edit: NameEdit, names: list[str], typed: str, why: str, key: Qt.Key | None
) -> None:
    edit.field.setText(typed)
    assert why in words(edit)
    assert edit.save.reason == edit.save.accessibleDescription() == why
    if key is None:
        edit.save.click()
    else:
        QTest.keyClick(edit.field, key)
    assert names == []
    assert edit.is_editing
    edit.field.setText("STUDIO-7")
    assert words(edit) == []
    assert edit.save.reason == ""


def test_escape_cancel_and_the_same_name_change_nothing(edit: NameEdit, names: list[str]) -> None:
    QTest.keyClicks(edit.field, "OTHER")
    QTest.keyClick(edit.field, Qt.Key.Key_Escape)
    assert not edit.is_editing
    edit.begin()
    assert edit.field.text() == "PC-0042"
    edit.field.setText("OTHER")
    edit.cancel.click()
    assert not edit.is_editing
    edit.begin()
    edit.save.click()
    assert not edit.is_editing
    assert names == []


def test_what_is_being_typed_stays_when_the_device_is_read_again(edit: NameEdit) -> None:
    QTest.keyClicks(edit.field, "OTHER")
    edit.set_name("PC-0043")
    assert edit.field.text() == "OTHER"


def test_no_more_can_be_typed_than_a_name_may_have(edit: NameEdit) -> None:
    QTest.keyClicks(edit.field, "x" * (LONGEST + 5))
    assert len(edit.field.text()) == LONGEST
