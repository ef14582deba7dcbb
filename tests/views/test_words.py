"""Every reason, effect, state and end has words, in every language, and they are true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from companyportal.capabilities import Reason, ResetEffect
from companyportal.domain import (
    Action,
    ActionResult,
    ActionState,
    Compliance,
    Device,
    FormFactor,
    Ownership,
    Platform,
)
from companyportal.errors import NotPermitted
from companyportal.gate import Closed
from companyportal.views import device_words
from companyportal.views.activity_words import ActivityWords
from companyportal.views.compliance_words import ComplianceWords
from companyportal.views.device_words import DeviceWords, Noun, device_name
from companyportal.views.effect_words import EffectWords, effect_of
from companyportal.views.end_words import EndWords
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.reason_words import ReasonWords
from companyportal.views.time_words import TimeWords
from companyportal.views.waiting_words import WaitingWords
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

NOON = datetime(2025, 11, 20, 12, 0).astimezone()
PHONE = Device(
    device_id="1",
    name="Marie’s Galaxy",
    manufacturer="Samsung",
    model="Galaxy S23",
    platform=Platform.ANDROID,
    system="Android",
    os_version="14.0",
    form_factor=FormFactor.PHONE,
    ownership=Ownership.COMPANY,
    compliance=Compliance.COMPLIANT,
    serial_number="R5CW30D17F3K",
)
IPHONE = replace(
    PHONE, manufacturer="Apple", model="iPhone 14", platform=Platform.IOS, os_version="17.5"
)


@pytest.fixture(autouse=True)
def british(qtbot: QtBot) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest, british: None) -> Iterator[Language]:
    language = Language()
    language.use(request.param)
    yield language
    language.use("en")


@pytest.fixture
def times() -> TimeWords:
    return TimeWords(VirtualClock(wall=NOON.astimezone(UTC)))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told_in_sentences(language: Language, reason: Reason) -> None:
    assert ReasonWords().why(reason).endswith((".", "?"))


@pytest.mark.parametrize("effect", ResetEffect)
def test_every_effect_is_told_before_and_while_confirming(
    language: Language, effect: ResetEffect
) -> None:
    words = EffectWords()
    for point in (words.before(effect), words.confirm(effect)):
        assert point.title
        assert point.text


@pytest.mark.parametrize(
    ("device", "effect"), list(product((PHONE, IPHONE), (None, *ResetEffect))), ids=str
)
def test_every_device_has_next_steps(device: Device, effect: ResetEffect | None) -> None:
    assert len(WaitingWords().next_steps(device, effect)) >= 2


def test_an_iphone_is_never_promised_a_temporary_passcode() -> None:
    words, waiting = EffectWords(), WaitingWords()
    told = [words.before(ResetEffect.REMOVED), words.confirm(ResetEffect.REMOVED)]
    told += [words.at_hand(IPHONE), words.irrevocable(IPHONE), *words.steps(IPHONE)]
    told += [waiting.may_close(False), *waiting.next_steps(IPHONE, ResetEffect.REMOVED)]
    assert not [point for point in told if "emporary" in " ".join(point)]


@pytest.mark.parametrize("reason", Closed)
def test_every_end_says_what_has_not_happened(language: Language, reason: Closed) -> None:
    page = EndWords().describe(reason, NotPermitted(status=403), Action.RESET_PASSCODE)
    assert page.title
    assert page.not_done
    assert page.text


@pytest.mark.parametrize("error", [None, NotPermitted(status=403)])
def test_a_refusal_speaks_with_the_words_of_its_error(error: NotPermitted | None) -> None:
    page = EndWords().describe(Closed.SENT, error, Action.RESET_PASSCODE)
    assert page.not_done == "Nothing was reset."
    assert ("does not allow" in page.title) is (error is not None)


@pytest.mark.parametrize(("action", "state"), list(product(Action, ActionState)))
def test_every_action_and_state_has_words_and_a_mark(
    times: TimeWords, action: Action, state: ActionState
) -> None:
    result = ActionResult(action=action, name=action, state=state, started_at=None, updated_at=None)
    entry = ActivityWords(times).entry(result)
    assert entry.title
    assert entry.state
    assert entry.when == ""


def test_a_done_action_says_how_long_it_took(times: TimeWords) -> None:
    result = ActionResult(
        action=Action.SYNC,
        name="syncDevice",
        state=ActionState.DONE,
        started_at=NOON,
        updated_at=NOON + timedelta(seconds=12),
    )
    words = ActivityWords(times)
    assert words.entry(result).state.startswith("Done after 12 second")
    assert words.state(replace(result, updated_at=NOON)) == "Done"
    assert words.state(replace(result, updated_at=None)) == "Done"


@pytest.mark.parametrize(
    ("compliance", "platform", "form"), list(product(Compliance, Platform, FormFactor))
)
def test_every_device_has_a_card_name_and_a_meaning(
    times: TimeWords, compliance: Compliance, platform: Platform, form: FormFactor
) -> None:
    device = replace(PHONE, compliance=compliance, platform=platform, form_factor=form)
    words = DeviceWords()
    assert words.card_name(device).startswith("Marie’s Galaxy, Samsung Galaxy S23 · ")
    assert ComplianceWords(times).meaning(device).endswith(".")
    assert device_words.icon(device)


def test_the_grace_period_names_its_last_day(times: TimeWords) -> None:
    device = replace(PHONE, compliance=Compliance.IN_GRACE_PERIOD, grace_until=NOON)
    assert "20 November 2025" in ComplianceWords(times).meaning(device)


def test_a_pending_reset_is_a_second_badge() -> None:
    words = DeviceWords()
    assert [badge.text for badge in words.badges(PHONE)] == ["Compliant"]
    pending = replace(PHONE, open_actions=frozenset({Action.RESET_PASSCODE}))
    assert [badge.text for badge in words.badges(pending)] == ["Compliant", "Reset pending"]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Samsung Galaxy S23 · Android 14"),
        ({"manufacturer": "Apple", "model": "iPhone 14"}, "iPhone 14 · Android 14"),
        ({"manufacturer": "HP", "model": "HP Z2 Tower"}, "HP Z2 Tower · Android 14"),
        ({"model": ""}, "Samsung · Android 14"),
        ({"manufacturer": "", "model": "", "os_version": "8.1"}, "Android 8.1"),
        ({"platform": Platform.UNKNOWN, "system": "", "os_version": ""}, "Samsung Galaxy S23"),
        (
            {"platform": Platform.WINDOWS, "os_version": "10.0.22631.3593"},
            "Samsung Galaxy S23 · Windows 11",
        ),
        (
            {"platform": Platform.WINDOWS, "os_version": "10.0.19045.1"},
            "Samsung Galaxy S23 · Windows 10",
        ),
        ({"platform": Platform.WINDOWS, "os_version": ""}, "Samsung Galaxy S23 · Windows"),
        (
            {"platform": Platform.WINDOWS_PHONE, "system": "Windows Phone 8.1"},
            "Samsung Galaxy S23 · Windows Phone 8.1",
        ),
    ],
)
def test_the_second_line_says_model_and_system(changes: dict[str, object], line: str) -> None:
    assert DeviceWords().line(replace(PHONE, **changes)) == line  # type: ignore[arg-type]


def test_a_device_nothing_is_known_of_still_has_a_line() -> None:
    bare = Device(device_id="1", name="?")
    words = DeviceWords()
    assert words.line(bare) == "Details unavailable"
    assert words.serial_line(bare) == "Details unavailable"
    assert words.owner(bare) == "Unknown"
    assert words.head_line(bare) == "Details unavailable"


@fault("R05")
@pytest.mark.parametrize("name", ["", " ", "\n\t"])
def test_a_device_without_a_name_is_called_something(name: str) -> None:
    assert device_name(name) == "Device without a name"
    assert device_name(" PC-1 ") == "PC-1"
    spoken = "Device without a name, Details unavailable, Not checked yet"
    assert DeviceWords().card_name(Device(device_id="1", name="")) == spoken


def test_the_chip_tells_devices_apart_by_their_serial_number() -> None:
    assert DeviceWords().serial_line(PHONE) == "Samsung Galaxy S23 · serial no. ending 7F3K"


@pytest.mark.parametrize(
    ("changes", "noun"),
    [
        ({}, Noun.PHONE),
        ({"platform": Platform.IOS}, Noun.IPHONE),
        ({"platform": Platform.IOS, "form_factor": FormFactor.TABLET}, Noun.IPAD),
        ({"platform": Platform.IPADOS}, Noun.IPAD),
        ({"platform": Platform.MACOS, "form_factor": FormFactor.LAPTOP}, Noun.COMPUTER),
        ({"form_factor": FormFactor.TABLET}, Noun.DEVICE),
    ],
)
def test_sentences_use_the_noun_of_the_device(changes: dict[str, object], noun: Noun) -> None:
    assert device_words.noun(replace(PHONE, **changes)) is noun  # type: ignore[arg-type]


def test_an_open_request_does_not_hide_the_effect() -> None:
    from companyportal.domain import EnrollmentKind

    phone = replace(
        PHONE,
        enrollment=EnrollmentKind.ANDROID_FULLY_MANAGED,
        open_actions=frozenset({Action.RESET_PASSCODE}),
    )
    assert effect_of(phone) is ResetEffect.TEMPORARY_LETTERS_AND_DIGITS
    assert effect_of(replace(phone, platform=Platform.LINUX)) is None
