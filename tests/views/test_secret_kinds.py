"""What differs between a passcode, a PIN and the recovery keys of Windows and of Macs."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Secret
from companyportal.views.secret_cells import SecretCells
from companyportal.views.secret_field import SecretField
from companyportal.views.secret_kind import SecretKind
from companyportal.views.secret_names import SecretNames
from companyportal.views.theme import Theme
from tests.proofs import threat
from tests.views.test_secret_cells import painted, runs
from tests.views.test_secret_field import accessible
from tests.virtual_clock import VirtualClock

BITLOCKER = "482911-103015-660011-094391-571109-220308-411917-006589"
FILEVAULT = "QW3R-7YUK-PA5D-FGH9-JKLM-2XCV"
KINDS = [
    (SecretKind.PASSCODE, "k7Q0mIl4", 60),
    (SecretKind.PIN, "482913", 60),
    (SecretKind.RECOVERY_KEY, BITLOCKER, 300),
    (SecretKind.RECOVERY_KEY, FILEVAULT, 300),
]


@threat("T23")
@pytest.mark.parametrize(("kind", "text", "seconds"), KINDS)
def test_it_is_read_aloud_only_while_it_is_shown_and_not_for_longer(
    kind: SecretKind,
    text: str,
    seconds: int,
    theme: Theme,
    speak: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    speak("en")
    clock = VirtualClock()
    field = SecretField(SecretClipboard(clock), clock, kind)
    qtbot.addWidget(field)
    field.resize(704, 400)
    field.set_secret(Secret(text))
    field.show()
    field.activateWindow()
    QTest.qWaitForWindowActive(field)
    tick = field.findChild(QTimer)
    assert tick is not None
    spelled = SecretNames().spelled(text.replace("-", "")[:4])
    assert spelled not in accessible(field)
    field.show_button.click()
    clock.boot += seconds - 1
    tick.timeout.emit()
    assert spelled in accessible(field)
    clock.boot += 1
    tick.timeout.emit()
    assert spelled not in accessible(field)


@pytest.mark.parametrize(("key", "groups"), [(BITLOCKER, [6] * 8), (FILEVAULT, [4] * 6)])
def test_a_key_stands_in_the_groups_in_which_it_is_typed(
    key: str, groups: list[int], theme: Theme, qtbot: QtBot
) -> None:
    cells = SecretCells(SecretKind.RECOVERY_KEY)
    qtbot.addWidget(cells)
    cells.set_secret(Secret(key))
    cells.set_shown(True)
    cells.resize(4000, cells.heightForWidth(4000))
    found = runs(painted(cells), theme.text_px(20))
    gaps = [right[0] - left[1] for left, right in itertools.pairwise(found)]
    ends = [at for at, gap in enumerate(gaps, start=1) if gap > min(gaps) + 2]
    edges = [0, *ends, len(found)]
    assert [after - before for before, after in itertools.pairwise(edges)] == groups
