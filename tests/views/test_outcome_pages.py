"""The page of every action at every end, in both languages; and where a device was."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count, product
from urllib.parse import urlsplit

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.domain import Action, Device, Platform, Secret
from companyportal.location import Location
from companyportal.models.answer import Answer
from companyportal.portal import Portal
from companyportal.records import Operation, OperationState
from companyportal.recovery_key import RecoveryKey, Volume
from companyportal.views.located import Located
from companyportal.views.protected_page import ProtectedPage
from companyportal.views.text import Text
from companyportal.views.theme import Theme
from tests.device_samples import ACTIONS
from tests.program import device_called
from tests.proofs import promise, threat
from tests.views.geometry import cut_off, settle, without_name

KEY = "482911-103015-660011-094391-571109-220308-411917-006589"
PLACE = Location(latitude=48.856613, longitude=-2.3522219, accuracy_m=38.4)
ANSWERS = {
    Action.RESET_PASSCODE: Answer(secret=Secret("k7Q0mIl4")),
    Action.REMOTE_LOCK: Answer(secret=Secret("482913")),
    Action.LOCATE: Answer(location=PLACE),
    Action.RECOVERY_KEY: Answer(
        keys=(
            RecoveryKey(key=Secret(KEY), key_id="0d6b8f1e-1", volume=Volume.SYSTEM),
            RecoveryKey(key=Secret(KEY), key_id="7c22a0f4-2", volume=Volume.FIXED),
        )
    ),
}
KINDS = {Action.RECOVERY_KEY: Platform.WINDOWS, Action.REMOTE_LOCK: Platform.MACOS}
LOOKS = [
    (code, *size) for code, size in product(("en", "fr"), ((100, 480), (100, 900), (200, 480)))
]


class Endings:
    """Brings a request to its end by the models alone."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self._number = count()
        self.page = ProtectedPage(
            portal.protected,
            portal.follow_up,
            portal.account,
            portal.organisation,
            portal.details,
            portal.devices,
            portal.clipboard,
            portal.clock,
        )

    def show(self, action: Action, state: OperationState, answer: Answer | None = None) -> None:
        """Its page."""
        device = self._device(action)
        operation = self._operation(action, device, state)
        if answer is None:
            self.portal.follow_up.follow(operation, device)
        else:
            store, operation_id = self.portal.store, operation.operation_id
            store.intend(replace(operation, state=OperationState.INTENT))
            store.mark(operation_id, OperationState.SENDING)
            store.mark(operation_id, OperationState.ACCEPTED)
            self.portal.follow_up.deliver(operation, device, answer)
        self.portal.protected.show_result(action, device)
        self.page.show()

    @property
    def words(self) -> str:
        """All that can be read."""
        texts = self.page.findChildren(Text)
        return "\n".join(text.text() for text in texts if text.isVisibleTo(self.page))

    def _device(self, action: Action) -> Device:
        device = device_called(self.portal, "Galaxy")
        return replace(device, platform=KINDS.get(action, device.platform))

    def _operation(self, action: Action, device: Device, state: OperationState) -> Operation:
        account = self.portal.session.account
        assert account is not None
        return Operation(
            operation_id=f"{action}-{next(self._number)}",
            person=account.person,
            device_id=device.device_id,
            action=action,
            state=state,
            snapshot=(),
            asked_at=self.portal.clock.now(),
        )


@pytest.fixture
async def endings(application: QApplication, portal: Portal) -> AsyncIterator[Endings]:
    """Nothing has been asked for."""
    endings = Endings(portal)
    yield endings
    endings.page.close()
    endings.page.deleteLater()


@promise(8)
@pytest.mark.parametrize("action", ACTIONS)
async def test_nothing_is_cut_off_at_any_end(
    endings: Endings,
    action: Action,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
) -> None:
    states = (
        OperationState.ACCEPTED,
        OperationState.UNKNOWN,
        OperationState.UNRESOLVED,
        OperationState.FAILED,
        OperationState.NOT_SUPPORTED,
        OperationState.DONE,
    )
    ends = [(state, None) for state in states]
    found, titles = [], set()
    for state, answer in [*ends, (OperationState.DONE, ANSWERS.get(action))]:
        endings.show(action, state, answer)
        for code, percent, width in LOOKS:
            speak(code)
            enlarge(percent)
            endings.page.resize(width, 640)
            await settle()
            faults = [*cut_off(endings.page), *without_name(endings.page)]
            found += [(state, code, percent, width, fault) for fault in faults]
        titles.add(endings.words)
    assert found == []
    # Two of them may read alike: what is done and cannot be shown is told like what is.
    assert len(titles) >= 5


@pytest.mark.parametrize("action", [Action.RECOVERY_KEY, Action.LOCATE])
async def test_nothing_of_an_answer_stays_on_a_page_that_was_left(
    endings: Endings, action: Action
) -> None:
    endings.show(action, OperationState.DONE, ANSWERS[action])
    await settle()
    if action is Action.LOCATE:
        assert "48.8566" in endings.words
    else:
        endings.page.keys.fields[0].show_secret()
        endings.page.keys.fields[0].set_spelled(True)
        assert "four, eight, two" in endings.words
    endings.page.hide()
    said = [text.text() for text in endings.page.findChildren(Text)]
    said += [widget.accessibleName() for widget in endings.page.findChildren(Text)]
    assert not [text for text in said if "48.8566" in text or "four, eight" in text]
    assert endings.page.shown is None or not endings.page.shown.isVisible()


@pytest.mark.parametrize(
    ("metres", "code", "words"),
    [
        (38.4, "en", "Within 38 m of this point"),
        (999.4, "fr", "999"),
        (1000.0, "en", "Within 1.0 km of this point"),
        (12_345.0, "en", "Within 12.3 km of this point"),
        (12_345.0, "fr", "12,3"),
    ],
)
async def test_how_exact_a_place_is(
    endings: Endings, speak: Callable[[str], None], metres: float, code: str, words: str
) -> None:
    speak(code)
    place = replace(PLACE, accuracy_m=metres)
    endings.show(Action.LOCATE, OperationState.DONE, Answer(location=place))
    assert words in endings.words


@pytest.mark.parametrize("code", ["en", "fr"])
async def test_a_place_is_copied_and_mapped_as_maps_understand_it(
    endings: Endings, speak: Callable[[str], None], code: str
) -> None:
    speak(code)
    endings.show(Action.LOCATE, OperationState.DONE, Answer(location=PLACE))
    page = endings.page.place
    assert isinstance(page, Located)
    opened: list[str] = []
    endings.page.link_asked.connect(opened.append)
    page.open_map.click()
    page.copy.click()
    assert QApplication.clipboard().text() == "48.85661, -2.35222"
    assert "48.85661, -2.35222" in endings.words
    [address] = opened
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc) == ("https", "www.openstreetmap.org")
    assert parts.query == "mlat=48.85661&mlon=-2.35222"
    assert parts.fragment == "map=16/48.85661/-2.35222"


async def test_how_old_a_place_is_and_that_an_unknown_age_is_not_told(endings: Endings) -> None:
    endings.show(Action.LOCATE, OperationState.DONE, Answer(location=PLACE))
    assert "It was there" not in endings.words
    then = endings.portal.clock.now() - timedelta(minutes=12)
    place = replace(PLACE, accuracy_m=None, collected_at=then)
    endings.show(Action.LOCATE, OperationState.DONE, Answer(location=place))
    assert "It was there" in endings.words
    assert "Within" not in endings.words


@threat("T33")
async def test_at_the_kiosk_a_place_is_seen_by_who_asks_for_it_and_opens_nothing(
    kiosk_venue: Theme, endings: Endings
) -> None:
    endings.show(Action.LOCATE, OperationState.DONE, Answer(location=PLACE))
    page = endings.page.place
    assert page.reveal is not None
    for button in (page.open_map, page.copy):
        assert not button.isVisible()
        button.click()
    assert QApplication.clipboard().text() == ""
    assert "48.85661" not in endings.words
    page.reveal.hold.pressed.emit()
    assert "48.85661" in endings.words
    page.reveal.hold.released.emit()
    assert "48.85661" not in endings.words
