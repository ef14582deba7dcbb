"""Every rule that the program knows has words and a place, on every system, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from companyportal.compliance import FailingSetting, Topic
from companyportal.domain import Device, FormFactor, Platform
from companyportal.views.compliance_setting_words import ComplianceSettingWords, ProblemWords
from companyportal.views.language import LANGUAGES, Language
from tests.proofs import threat

SETTINGS = {
    Topic.PASSCODE: "PasswordRequired",
    Topic.PASSCODE_LENGTH: "PasscodeMinimumLength",
    Topic.PASSCODE_STRENGTH: "RequiredPasswordComplexity",
    Topic.PASSCODE_AGE: "PasswordExpirationDays",
    Topic.INACTIVITY_LOCK: "PasswordMinutesOfInactivityBeforeLock",
    Topic.ENCRYPTION: "StorageRequireEncryption",
    Topic.OS_TOO_OLD: "OsMinimumVersion",
    Topic.OS_NOT_ACCEPTED: "OsMaximumVersion",
    Topic.SECURITY_PATCH: "MinAndroidSecurityPatchLevel",
    Topic.JAILBREAK: "SecurityBlockJailbrokenDevices",
    Topic.FIREWALL: "FirewallEnabled",
    Topic.ANTIVIRUS: "AntivirusRequired",
    Topic.DEFENDER: "SignatureOutOfDate",
    Topic.SECURE_BOOT: "SecureBootEnabled",
    Topic.TPM: "TpmRequired",
    Topic.DEVICE_HEALTH: "CodeIntegrityEnabled",
    Topic.USER_ACCOUNT_CONTROL: "UacRequired",
    Topic.THREAT_LEVEL: "DeviceThreatProtectionRequiredSecurityLevel",
    Topic.PLAY_INTEGRITY: "SecurityRequireSafetyNetAttestationBasicIntegrity",
    Topic.APP_CHECK: "SecurityRequireVerifyApps",
    Topic.UNKNOWN_SOURCES: "SecurityPreventInstallAppsFromUnknownSources",
    Topic.USB_DEBUGGING: "SecurityDisableUsbDebugging",
    Topic.FORBIDDEN_APPS: "RestrictedApps",
    Topic.MAIL_PROFILE: "ManagedEmailProfileRequired",
    Topic.CONTACT: "RequireRemainContact",
    Topic.POLICY_ASSIGNED: "RequireDeviceCompliancePolicyAssigned",
    Topic.ENROLLED_USER: "RequireUserExistence",
}
DEVICES = [
    Device(device_id="1", name="a", platform=Platform.ANDROID, form_factor=FormFactor.PHONE),
    Device(device_id="2", name="b", platform=Platform.IOS, form_factor=FormFactor.PHONE),
    Device(device_id="3", name="c", platform=Platform.IPADOS, form_factor=FormFactor.TABLET),
    Device(device_id="4", name="d", platform=Platform.MACOS, form_factor=FormFactor.LAPTOP),
    Device(device_id="5", name="e", platform=Platform.WINDOWS, form_factor=FormFactor.DESKTOP),
    Device(device_id="6", name="f", platform=Platform.UNKNOWN, system="Fuchsia"),
]
MENDED_IN_SETTINGS = {
    Platform.IOS: (Topic.PASSCODE, Topic.PASSCODE_LENGTH, Topic.OS_TOO_OLD, Topic.INACTIVITY_LOCK),
    Platform.MACOS: (Topic.PASSCODE, Topic.ENCRYPTION, Topic.FIREWALL, Topic.OS_TOO_OLD),
    Platform.WINDOWS: (Topic.ENCRYPTION, Topic.FIREWALL, Topic.DEFENDER, Topic.OS_TOO_OLD),
    Platform.ANDROID: (Topic.PASSCODE, Topic.SECURITY_PATCH, Topic.USB_DEBUGGING, Topic.APP_CHECK),
}


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    language = Language()
    language.use(request.param)
    yield request.param
    language.use("en")


def setting(topic: Topic, *, current: str = "", wanted: str = "") -> FailingSetting:
    """One that is about ``topic``."""
    name = f"XCompliancePolicy.{SETTINGS[topic]}"
    found = FailingSetting(setting=name, current=current, wanted=wanted)
    assert found.topic is topic
    return found


def problem(topic: Topic, device: Device, **more: str) -> ProblemWords:
    """In words."""
    return ComplianceSettingWords().problem(setting(topic, **more), device)


def test_no_topic_is_forgotten() -> None:
    assert {*SETTINGS} == {*Topic} - {Topic.OTHER}


@pytest.mark.parametrize(("topic", "device"), list(product(SETTINGS, DEVICES)), ids=str)
def test_every_rule_is_told_on_every_system(language: str, topic: Topic, device: Device) -> None:
    for more in ({}, {"current": "17.4", "wanted": "6"}):
        words = problem(topic, device, **more)
        assert words.title
        assert not words.title.endswith((".", "!"))
        assert words.text.endswith(".")
        assert not re.search(r"%n|[{}]|\(s\)", " ".join(words)), words
        longest = max(len(sentence.split()) for sentence in re.split(r"[.:!?]", words.text))
        assert longest <= 20


@pytest.mark.parametrize("topic", SETTINGS)
def test_the_words_are_another_languages_own(qtbot: QtBot, topic: Topic) -> None:
    told, language = {}, Language()
    for code in ("fr", "en"):
        language.use(code)
        told[code] = problem(topic, DEVICES[4])
    assert told["en"].title != told["fr"].title
    assert told["en"].text != told["fr"].text


@pytest.mark.parametrize(
    ("platform", "topic"),
    [(platform, topic) for platform, topics in MENDED_IN_SETTINGS.items() for topic in topics],
    ids=str,
)
def test_what_a_setting_mends_has_a_way_to_it(
    language: str, platform: Platform, topic: Topic
) -> None:
    device = next(each for each in DEVICES if each.platform is platform)
    assert " › " in problem(topic, device).path


def test_a_system_nobody_knows_has_no_settings() -> None:
    assert problem(Topic.PASSCODE, DEVICES[5]).path == ""


def test_what_is_and_what_should_be_are_told(qtbot: QtBot) -> None:
    language = Language()
    language.use("en")
    words = problem(Topic.OS_TOO_OLD, DEVICES[2], current="17.4", wanted="17.5")
    assert words.title == "Update iPadOS"
    assert "17.4" in words.text
    assert "17.5 or later" in words.text
    assert "10 characters or more" in problem(Topic.PASSCODE_LENGTH, DEVICES[3], wanted="10").text
    assert "1 minute at" in problem(Topic.INACTIVITY_LOCK, DEVICES[0], wanted="1").text


def test_a_computer_has_a_password_and_a_phone_a_passcode(qtbot: QtBot) -> None:
    assert problem(Topic.PASSCODE, DEVICES[4]).title == "Set a password"
    assert problem(Topic.PASSCODE, DEVICES[0]).title == "Set a passcode"


def test_what_could_not_be_checked_says_so(qtbot: QtBot) -> None:
    unclear = FailingSetting(setting="X.FirewallEnabled", is_unclear=True)
    words = ComplianceSettingWords().problem(unclear, DEVICES[4])
    assert words.text.startswith("This could not be checked.")


@threat("T21")
@threat("T22")
def test_a_rule_of_the_organisations_own_is_plain_text(qtbot: QtBot) -> None:
    hostile = FailingSetting(setting="Bios\u202eVersion", current="<b>2\u20661</b>")
    words = ComplianceSettingWords().problem(hostile, DEVICES[4])
    assert words.title == "Bios\ufffdVersion"
    assert "<b>2\ufffd1</b>" in words.text
    assert words.path == ""
