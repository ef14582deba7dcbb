"""Everything that is known of a device: grouped, kept back, copied, with units and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.device_facts import DeviceFacts
from companyportal.views.detail_line import DetailLine
from companyportal.views.detail_words import DetailWords
from companyportal.views.details_card import DetailsCard
from companyportal.views.management_words import ManagementWords
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from tests.proofs import threat
from tests.store_samples import device
from tests.views.geometry import cut_off, settle, without_name
from tests.virtual_clock import VirtualClock

NOW = datetime(2025, 11, 20, 12, 0, tzinfo=UTC)
GIB = 1024**3
FACTS = DeviceFacts(
    category="Field work",
    management_name="marie.dubois_R5CW",
    security_patch="2024-05-01",
    is_encrypted=True,
    is_supervised=False,
    jail_broken="Unknown",
    threat_state="secured",
    memory_bytes=8 * GIB,
    storage_bytes=256 * GIB,
    free_bytes=64 * GIB,
    agent="googleCloudDevicePolicyController",
    registration="registered",
    profile="Drivers",
    certificate_until=NOW + timedelta(days=200),
    is_entra_registered=True,
    user_name="marie.dubois@valcombe.example",
    exchange_access="allowed",
    exchange_sync_at=NOW - timedelta(hours=1),
    carrier="Exemple Télécom",
    phone_number="+33199004207",
    imei="350000000000017",
    meid="A0000000000017",
    iccid="8933000000000017",
    wifi_address="02:00:00:AB:CD:EF",
    ethernet_address="02:00:00:12:34:56",
    udid="00008030-001A2B3C",
)
KEPT_BACK = ("phone", "imei", "meid", "iccid", "wifi", "ethernet", "udid", "serial")


@pytest.fixture(autouse=True)
def british(application: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(wall=NOW)


@pytest.fixture
def card(application: QApplication, clock: VirtualClock) -> DetailsCard:
    """With everything there is to know."""
    card = DetailsCard(TimeWords(clock), clock)
    card.resize(420, 1400)
    card.set_device(device(), FACTS)
    card.show()
    return card


def rows(facts: DeviceFacts) -> dict[str, str]:
    """Every value by its key."""
    clock = VirtualClock(wall=NOW)
    groups = DetailWords(TimeWords(clock), clock).groups(device(), facts)
    return {row.key: row.value for group in groups for row in group.rows}


def words(card: DetailsCard) -> str:
    """All words that can be seen."""
    return "\n".join(text.text() for text in card.findChildren(Text) if text.isVisible())


def test_every_fact_has_its_line() -> None:
    for each in fields(DeviceFacts):
        without = replace(FACTS, **{each.name: getattr(DeviceFacts(), each.name)})
        assert rows(without) != rows(FACTS), each.name


def test_what_is_not_reported_is_not_listed() -> None:
    assert set(rows(DeviceFacts())) == {
        *("model", "system", "serial", "owner", "enrolled", "contact"),
        *(("entraId",) if device().entra_id else ()),
    }


def test_units_dates_and_shares_follow_the_country() -> None:
    assert rows(FACTS)["storage"] == "192 GB of 256 GB used (75 %)"
    assert rows(FACTS)["memory"] == "8.0 GB"
    assert rows(FACTS)["patch"] == "1 May 2024"
    QLocale.setDefault(QLocale("fr_FR"))
    assert re.fullmatch(r"192\sGo of 256\sGo used \(75 %\)", rows(FACTS)["storage"])
    assert rows(FACTS)["patch"] == "1 mai 2024"


def test_what_nobody_can_tell_is_said_as_it_is() -> None:
    odd = replace(FACTS, jail_broken="Maybe", agent="newAgent", security_patch="soon")
    assert rows(odd)["jailbreak"] == "Not reported"
    assert rows(odd)["agent"] == "newAgent"
    assert rows(odd)["patch"] == "soon"
    assert rows(replace(FACTS, free_bytes=None))["storage"] == "256 GB"


@pytest.mark.parametrize(
    ("days", "advice"), [(200, ""), (29, "renewed when the device makes contact"), (-1, "expired")]
)
def test_a_certificate_that_ends_soon_comes_with_advice(
    card: DetailsCard, days: int, advice: str
) -> None:
    until = NOW + timedelta(days=days)
    card.set_device(device(), replace(FACTS, certificate_until=until))
    card.more.click()
    assert advice in words(card)
    assert ("enrolled again" in words(card)) is (days < 0)


def test_the_first_few_are_there_and_the_rest_on_request(card: DetailsCard) -> None:
    assert "Carrier" not in words(card)
    card.more.click()
    assert "Carrier\nExemple Télécom" in words(card)
    card.more.click()
    assert "Carrier" not in words(card)


@pytest.mark.parametrize("key", KEPT_BACK)
def test_what_identifies_the_person_waits_until_it_is_asked_for(
    card: DetailsCard, key: str
) -> None:
    card.more.click()
    value = rows(FACTS)[key]
    assert value not in words(card)
    assert f"•••• {value[-4:]}" in words(card)
    card.line(key).reveal.click()
    assert value in words(card)
    card.set_device(replace(device(), device_id="another"), FACTS)
    card.more.click()
    assert value not in words(card)


def test_each_line_can_be_copied_and_all_of_them_as_they_are_seen(card: DetailsCard) -> None:
    card.more.click()
    card.line("imei").copy.click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == FACTS.imei
    card.more.click()
    card.copy.click()
    assert "Carrier: Exemple Télécom" in clipboard.text()
    assert "IMEI: •••• 0017" in clipboard.text()
    assert FACTS.imei not in clipboard.text()
    card.more.click()
    card.line("imei").reveal.click()
    card.copy.click()
    assert f"IMEI: {FACTS.imei}" in clipboard.text()


def test_the_keyboard_goes_from_top_to_bottom(card: DetailsCard) -> None:
    card.more.click()
    stop = card.copy.nextInFocusChain()
    seen: list[QWidget | None] = []
    while stop is not None and stop is not card.more and len(seen) < 200:
        seen.append(stop)
        stop = stop.nextInFocusChain()
    assert stop is card.more
    lines = [each for each in card.findChildren(DetailLine) if each.isVisible()]
    stops = [line.copy for each in seen for line in lines if line.copy is each]
    assert len(stops) == len(lines)
    tops = [each.mapTo(card, each.rect().topLeft()).y() for each in stops]
    assert tops == sorted(tops)


def test_the_keyboard_stays_where_it_was_when_more_is_known(card: DetailsCard) -> None:
    card.more.click()
    card.activateWindow()
    line = card.line("imei")
    line.copy.setFocus()
    assert card.focusWidget() is line.copy
    card.set_device(device(), replace(FACTS, carrier=""))
    assert card.line("imei") is line
    assert card.focusWidget() is line.copy


@threat("T21")
@threat("T22")
async def test_texts_of_a_directory_are_plain(card: DetailsCard) -> None:
    card.set_device(device(), replace(FACTS, category="<b>\u202ex", carrier="y" * 500))
    card.more.click()
    await settle()
    assert "<b>\ufffdx" in words(card)
    assert cut_off(card) == []


@pytest.mark.parametrize(("percent", "width"), [(100, 420), (100, 260), (200, 700), (200, 420)])
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    card: DetailsCard,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    percent: int,
    width: int,
) -> None:
    speak(code)
    enlarge(percent)
    near = replace(FACTS, certificate_until=NOW + timedelta(days=3))
    card.set_device(device(), near)
    card.more.click()
    for _ in range(2):
        card.resize(width, card.body.totalHeightForWidth(width))
        await settle()
    assert cut_off(card) == []
    assert without_name(card) == []


@pytest.mark.parametrize("told", ["registered", "blocked", "highSeverity", "unheardOf"])
def test_management_speaks_in_words(application: QApplication, told: str) -> None:
    words = ManagementWords()
    for say in (words.registration, words.exchange, words.threat, words.agent):
        assert say(told)
