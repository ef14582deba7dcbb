"""A visit's window: the way out is always there, and nothing leads anywhere else."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.models.visit import VisitState
from companyportal.views.copying import CopyButton, CopyIcon
from companyportal.views.device_view import DeviceView
from companyportal.views.dialog import Dialog
from companyportal.views.list_controls import ListControls
from companyportal.views.router import Place
from companyportal.views.text import Text
from companyportal.views.visit_frame import VisitFrame
from companyportal.visit import VisitEnd
from tests.counter import Counter
from tests.program import until
from tests.proofs import promise, threat
from tests.views.visitor import deleted, on_top_at_centre_of, readable, told, visible

LEFT = Qt.MouseButton.LeftButton


class Catcher(QObject):
    """In place of the desktop's own browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        """What a link would do."""
        self.opened.append(address)


async def _opens(counter: Counter, what: str) -> None:
    """Something on the screen, with personal data wherever there is a page."""
    frame, portal = counter.window.frame, counter.portal
    device = counter.device("PC-0042" if what == "name" else "Galaxy")
    if what == "support":
        frame.router.go(Place.SUPPORT)
    elif what == "code":
        frame.router.go(Place.SUPPORT)
        frame.pages.support_page.contact.site.button.click()
    elif what != "list":
        frame.router.open_device(device)
        await until(lambda: portal.details.checked_at)
    if what == "question":
        portal.direct.ask(Action.REMOTE_LOCK, device)
        await until(lambda: frame.question.is_open)
    if what in ("before", "confirm", "name"):
        action = Action.WIPE if what == "name" else Action.RESET_PASSCODE
        frame.router.open_protected(action, device)
        if what != "before":
            portal.protected.sign_out()
            await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    if what == "name":
        confirm = frame.pages.protected_page.confirm
        confirm.alarm.timeout.emit()
        confirm.go.click()
        confirm.question.field.setText("PC-00")


def _nothing_can_be_taken_along(frame: VisitFrame) -> None:
    for button in frame.findChildren(QAbstractButton):
        if isinstance(button, CopyButton | CopyIcon):
            assert not button.isVisible()
            button.click()
        assert not button.toolTip()
    for text in frame.findChildren(Text):
        flags = Qt.TextInteractionFlag
        assert not text.textInteractionFlags() & flags.TextSelectableByMouse
    assert not frame.findChildren(ListControls)
    assert QGuiApplication.clipboard().text() == ""


PLACES = ["list", "device", "support", "code", "question", "before", "confirm", "name"]


@promise(7)
@threat("T33")
@pytest.mark.parametrize("what", PLACES)
async def test_the_way_out_is_in_reach_and_everything_goes_with_it(
    counter: Counter, what: str
) -> None:
    await _opens(counter, what)
    _nothing_can_be_taken_along(counter.window.frame)
    end = counter.window.frame.header.end
    assert on_top_at_centre_of(end) is end
    if what not in ("support", "code"):
        assert told(readable(counter.window))
    if PLACES.index(what) % 2:
        QTest.keyClick(counter.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.mouseClick(end, LEFT)
    assert counter.visit.reason is VisitEnd.ASKED
    assert told(visible(counter.window)) == []  # at once
    await deleted()
    assert told(readable(counter.window)) == []
    assert told(readable(counter.window.bar)) == []
    assert counter.portal.messages.shown is None
    assert counter.window.covers.currentWidget() is counter.window.covers.finishing


@promise(8)
@threat("T33")
@pytest.mark.parametrize("what", ["list", "code", "question", "confirm", "name"])
async def test_the_question_hides_everything_and_gives_it_back(counter: Counter, what: str) -> None:
    await _opens(counter, what)
    stage = counter.window.frame.stage
    before, focus = told(visible(stage)), QApplication.focusWidget()
    question = [each.is_open for each in stage.findChildren(Dialog)]
    await counter.stands(60)
    assert counter.is_in(VisitState.WARNING)
    assert told(visible(counter.window)) == []
    warning = counter.window.covers.warning
    assert QApplication.focusWidget() is warning.stay
    assert warning.ring.accessibleName() == "30 seconds left"
    QTest.keyClick(warning.stay, Qt.Key.Key_Space if what == "name" else Qt.Key.Key_Return)
    assert counter.is_in(VisitState.RUNNING)
    assert told(visible(stage)) == before
    assert [each.is_open for each in stage.findChildren(Dialog)] == question
    assert QApplication.focusWidget() is focus


async def test_who_answers_that_they_are_done_is_done(counter: Counter) -> None:
    await counter.stands(60)
    counter.window.covers.warning.end.click()
    assert counter.visit.reason is VisitEnd.ASKED


@threat("T23")
async def test_the_question_hides_a_passcode_for_good(counter: Counter) -> None:
    device_id = counter.device("Galaxy").device_id
    await _opens(counter, "confirm")
    counter.portal.protected.confirm()
    follow_up = counter.portal.follow_up
    while follow_up.passcode(device_id) is None:
        await counter.stands(1)
        counter.visit.note_input()
        await asyncio.sleep(0.002)
    field = counter.window.frame.pages.protected_page.passcode.secret
    assert field.reveal is not None
    field.reveal.show_button.click()
    assert field.is_shown
    await counter.stands(60)
    assert counter.is_in(VisitState.WARNING)
    counter.visit.stay()
    assert field.isVisible()
    assert not field.is_shown


async def test_a_request_on_its_way_is_waited_for_by_a_neutral_page(counter: Counter) -> None:
    counter.visit.note_sending(True)
    counter.visit.end(VisitEnd.IDLE)
    finishing = counter.window.covers.finishing
    assert counter.is_in(VisitState.FINISHING)
    assert finishing.title == "Finishing…"
    await deleted()
    assert told(readable(counter.window)) == []
    counter.visit.note_sending(False)
    assert counter.is_in(VisitState.OVER)
    assert counter.window.covers.currentWidget() is finishing


async def test_the_last_two_minutes_are_told_and_cannot_be_stretched(counter: Counter) -> None:
    limit = counter.window.frame.limit
    for _ in range(78):
        counter.visit.note_input()
        await counter.stands(10)
    assert counter.visit.left_s == 120
    assert limit.isVisible()
    assert "two minutes" in limit.accessibleName()
    assert "2 minutes left" in visible(counter.window.frame.header)
    for _ in range(12):
        counter.visit.note_input()
        await counter.stands(10)
    assert counter.visit.reason is VisitEnd.LIMIT


@threat("T15")
@threat("T33")
async def test_an_address_is_shown_for_a_telephone_and_only_the_organisations(
    counter: Counter,
) -> None:
    catcher, method = Catcher(), cast(Any, "open")  # the stub wants bytes, Qt does not
    QDesktopServices.setUrlHandler("https", catcher, method)
    try:
        frame = counter.window.frame
        known = counter.portal.organisation.organisation
        for address in (
            "https://elsewhere.example/",
            "mailto:help@valcombe.example",
            "file:///etc/passwd",
            known.terms_url or "https://terms.example/",
        ):
            frame.pages.link_asked.emit(address)
            assert not frame.qr_sheet.is_open, address
        await _opens(counter, "support")
        contact = frame.pages.support_page.contact
        assert not contact.phone.button.isVisible()
        assert not contact.email.button.isVisible()
        assert not contact.terms.button.isVisible()
        contact.site.button.click()
        assert frame.qr_sheet.is_open
        assert "help.valcombe.example" in visible(frame.qr_sheet)
        frame.qr_sheet.close_button.click()
        assert not frame.qr_sheet.is_open
        assert catcher.opened == []
    finally:
        QDesktopServices.unsetUrlHandler("https")


@promise(8)
async def test_language_size_and_contrast_change_in_the_middle_of_anything(
    counter: Counter,
) -> None:
    await _opens(counter, "name")
    frame = counter.window.frame
    end = frame.header.end
    was = end.height()
    QTest.mouseClick(frame.foot.language, LEFT)
    await until(lambda: end.text() == "Terminer la session")
    assert frame.pages.protected_page.confirm.question.is_open
    QTest.mouseClick(frame.foot.text_size, LEFT)
    QTest.mouseClick(frame.foot.text_size, LEFT)
    assert counter.window.comfort.text_step == 2
    await until(lambda: end.height() > was)
    QTest.mouseClick(frame.foot.contrast, LEFT)
    assert counter.window.comfort.has_contrast
    assert frame.pages.protected_page.confirm.question.field.text() == "PC-00"
    QTest.mouseClick(frame.foot.language, LEFT)
    await until(lambda: end.text() == "End session")


@promise(8)
async def test_a_keyboard_alone_finds_device_action_and_way_out(counter: Counter) -> None:
    frame = counter.window.frame
    view = frame.pages.devices_page.view
    assert isinstance(view, DeviceView)
    assert frame.pages.devices_page.title == "Which device is locked?"
    assert QApplication.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert frame.router.place is Place.DEVICE
    reached = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus.accessibleName() or getattr(focus, "text", str)())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"Reset passcode", "End session (Ctrl+Q)", "Français", "Contrast"} <= reached


@threat("T33")
async def test_closing_the_window_is_the_end_of_the_visit(counter: Counter) -> None:
    counter.window.close()
    assert counter.visit.reason is VisitEnd.ASKED
    assert counter.window.isVisible()
