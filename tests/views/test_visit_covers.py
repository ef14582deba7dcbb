"""What covers a visit's pages can be read otherwise, too: the question, and the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.models.visit import VisitState
from companyportal.visit import Comfort, VisitEnd
from tests.counter import Counter
from tests.program import until
from tests.proofs import promise
from tests.views.visitor import deleted, told, visible

LEFT = Qt.MouseButton.LeftButton


@promise(8)
async def test_who_reads_the_question_otherwise_has_not_answered_it(counter: Counter) -> None:
    await counter.stands(70)
    warning = counter.window.covers.warning
    for stop in (warning.stay, warning.end, warning.foot.language, warning.foot.contrast):
        assert QApplication.focusWidget() is stop
        if stop in (warning.foot.language, warning.foot.contrast):
            QTest.keyClick(stop, Qt.Key.Key_Space)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is warning.foot.text_size
    QTest.keyClick(warning.foot.text_size, Qt.Key.Key_Space)
    assert counter.window.comfort == Comfort("fr", has_contrast=True, text_step=1)
    await until(lambda: warning.stay.text() == "Je suis encore là")
    assert "Service desk" in visible(warning)
    assert counter.is_in(VisitState.WARNING)
    await counter.stands(1)
    assert warning.ring.accessibleName() == "Encore 19 secondes"
    assert told(visible(counter.window)) == []
    await counter.stands(19)
    assert counter.visit.reason is VisitEnd.IDLE


@promise(8)
async def test_the_page_of_the_end_can_be_read_otherwise(counter: Counter) -> None:
    counter.visit.note_sending(True)
    counter.visit.end(VisitEnd.ASKED)
    finishing = counter.window.covers.finishing
    chosen: list[Comfort] = []
    counter.window.comfort_chosen.connect(chosen.append)
    await deleted()
    QTest.mouseClick(finishing.foot.language, LEFT)
    await until(lambda: finishing.title == "Fin de la demande en cours…")
    assert chosen == [Comfort("fr")]
    counter.visit.note_sending(False)
    assert counter.is_in(VisitState.OVER)
