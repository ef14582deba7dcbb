"""Switch, choice row, combo box, field, bars and rows of buttons: what each promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from companyportal.views.buttons import Button
from companyportal.views.combo import ComboBox
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.line_edit import LineEdit
from companyportal.views.message_bar import MessageBar
from companyportal.views.scroll import ScrollPage
from companyportal.views.segments import Segments
from companyportal.views.strip import Strip
from companyportal.views.switch import Switch
from companyportal.views.theme import Theme
from tests.proofs import promise


@pytest.fixture
def segments(theme: Theme, qtbot: QtBot) -> Segments:
    """Three choices, the first one chosen."""
    segments = Segments()
    qtbot.addWidget(segments)
    segments.set_labels(["System", "Light", "Dark"])
    segments.set_current(0)
    segments.show()
    segments.activateWindow()
    QTest.qWaitForWindowActive(segments)
    return segments


def test_a_choice_is_made_by_mouse_or_arrow_and_told_once(segments: Segments) -> None:
    chosen: list[int] = []
    segments.chosen.connect(chosen.append)
    light, dark = segments.findChildren(QRadioButton)[1:]
    QTest.mouseClick(light, Qt.MouseButton.LeftButton, pos=light.rect().topRight() - QPoint(3, -3))
    QTest.keyClick(light, Qt.Key.Key_Right)
    assert chosen == [1, 2]
    assert dark.isChecked()
    segments.set_current(0)
    assert chosen == [1, 2]


def test_choices_are_radio_buttons_for_screen_readers(segments: Segments) -> None:
    for button, name in zip(
        segments.findChildren(QRadioButton), ("System", "Light", "Dark"), strict=True
    ):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface is not None
        assert interface.role() is QAccessible.Role.RadioButton
        assert interface.text(QAccessible.Text.Name) == name


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_switch_is_switched_by_mouse_and_keyboard(
    key: Qt.Key, theme: Theme, qtbot: QtBot
) -> None:
    switch = Switch()
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert switch.isChecked()
    QTest.keyClick(switch, key)
    assert not switch.isChecked()
    assert min(switch.width(), switch.height()) >= 32


def test_the_wheel_never_changes_a_choice(theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.set_items(["English", "Français"])
    box.show()
    box.setFocus()
    spot = QPointF(5, 5)
    wheel = QWheelEvent(
        spot,
        spot,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == 0
    assert not wheel.isAccepted()


def test_new_words_keep_the_choice_and_tell_nobody(theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.set_items(["System", "English", "French"])
    box.setCurrentIndex(2)
    told: list[int] = []
    box.currentIndexChanged.connect(told.append)
    box.set_items(["Système", "Anglais", "Français"])
    assert box.currentText() == "Français"
    assert told == []


def test_a_search_can_be_cleared_and_a_field_has_an_end(theme: Theme, qtbot: QtBot) -> None:
    search, field = LineEdit(icon="search", search=True), LineEdit()
    for edit in (search, field):
        qtbot.addWidget(edit)
        edit.setText("x" * 500)
    assert search.isClearButtonEnabled()
    assert not field.isClearButtonEnabled()
    assert len(field.text()) == 200
    assert search.textMargins().left() > field.textMargins().left()
    search.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert search.textMargins().right() > 0 == search.textMargins().left()


@promise(8)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_a_field_is_for_can_be_read(theme: Theme, qtbot: QtBot, mode: str) -> None:
    """Qt would write it half transparent."""
    theme.set_mode(mode)
    field = LineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().placeholderText().color() == theme.color("text3")


def test_a_bar_shows_only_what_has_words(theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar("danger", "error")
    qtbot.addWidget(bar)
    bar.set_words("The device service does not answer.", "Nothing was changed.")
    bar.show()
    assert not any(part.isVisible() for part in (bar.action, bar.copy, bar.cross))
    bar.set_words("One", "Two", action="Try again", copy="Copy details", close="Dismiss")
    heard: list[str] = []
    bar.action_clicked.connect(lambda: heard.append("action"))
    bar.copy_asked.connect(lambda: heard.append("copy"))
    bar.close_asked.connect(lambda: heard.append("close"))
    for button in (bar.action, bar.copy, bar.cross):
        assert button.isVisible()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert heard == ["action", "copy", "close"]
    assert bar.accessibleName() == "One Two"
    assert bar.cross.accessibleName() == "Dismiss"


def test_a_strip_has_its_action_only_with_words(theme: Theme, qtbot: QtBot) -> None:
    strip = Strip("warning", "offline")
    qtbot.addWidget(strip)
    strip.set_words("You are offline.", "This is what was known at 10:42.")
    strip.show()
    assert not strip.action.isVisible()
    assert strip.accessibleName() == "You are offline. This is what was known at 10:42."


def row_of_buttons(width: int) -> tuple[QWidget, list[Button]]:
    """Two buttons and a link in that width."""
    host = QWidget()
    flow = FlowLayout(host)
    buttons = [Button("Reset passcode", "primary"), Button("Cancel"), Button("Why", "link")]
    for button in buttons:
        flow.addWidget(button)
    host.resize(width, flow.heightForWidth(width))
    host.show()
    return host, buttons


def test_buttons_stand_in_a_row_where_there_is_room(
    theme: Theme, enlarge: Callable[[int], None], qtbot: QtBot
) -> None:
    enlarge(100)
    host, buttons = row_of_buttons(400)
    qtbot.addWidget(host)
    assert len({button.geometry().center().y() for button in buttons}) == 1
    assert buttons[0].x() < buttons[1].x() < buttons[2].x()
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert buttons[0].x() > buttons[1].x() > buttons[2].x()


def test_buttons_take_the_whole_width_where_it_is_narrow(
    theme: Theme, enlarge: Callable[[int], None], qtbot: QtBot
) -> None:
    enlarge(100)
    host, buttons = row_of_buttons(200)
    qtbot.addWidget(host)
    assert [button.width() for button in buttons[:2]] == [200, 200]
    assert buttons[2].width() < 100
    assert buttons[0].y() < buttons[1].y() < buttons[2].y()
    assert host.height() >= buttons[2].geometry().bottom()


def test_hidden_buttons_take_no_room(theme: Theme, qtbot: QtBot) -> None:
    host, buttons = row_of_buttons(400)
    qtbot.addWidget(host)
    layout = host.layout()
    assert layout is not None
    before = layout.sizeHint().width()
    buttons[1].hide()
    assert layout.sizeHint().width() < before - buttons[1].sizeHint().width()


def test_a_page_scrolls_to_what_has_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    for number in range(40):
        page.content.addWidget(Button(f"Button {number}"))
    page.resize(600, 400)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    last = page.findChildren(Button)[-1]
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert not last.visibleRegion().isEmpty()
    assert page.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert page.horizontalScrollBar().maximum() == 0
