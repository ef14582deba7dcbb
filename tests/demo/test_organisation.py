"""The organisation file: what is in ours, and what is said about a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal import resources, settings
from companyportal.demo import organisation
from companyportal.demo.device_record import Answer, DeviceRecord, ResetKind
from companyportal.demo.server import DemoServer
from companyportal.errors import SettingsError

OURS = resources.text("demo/organisation.toml")

HEAD = b"""\
name = "X"
tenant_id = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"
client_id = "9f3e6c14-2b7a-4e58-8d01-7a6b5c4d3e2f"
"""


def devices() -> list[DeviceRecord]:
    """Everybody's devices."""
    return [device for person in organisation.load().people for device in person.devices]


def test_every_platform_old_and_new_is_there() -> None:
    systems = {
        (str(one.properties["operatingSystem"]), str(one.properties["osVersion"]).split(".")[0])
        for one in devices()
    }
    assert {
        ("Android", "6"),
        ("Android", "14"),
        ("AndroidForWork", "14"),
        ("AndroidEnterprise", "13"),
        ("iOS", "17"),
        ("iPadOS", "17"),
        ("Windows 10 Mobile", "10"),
        ("Windows Phone", "8"),
        ("Windows 8.1", "6"),
        ("Windows RT", "6"),
        ("Windows", "10"),
        ("Linux", "24"),
        ("macOS", "14"),
    } <= systems


def test_every_kind_of_answer_ownership_and_compliance_is_there() -> None:
    known = devices()
    assert {one.reset for one in known} == set(ResetKind)
    assert {one.answer for one in known} == set(Answer)
    assert {one.properties["managedDeviceOwnerType"] for one in known} == {"company", "personal"}
    compliance = {one.properties["complianceState"] for one in known}
    assert {"compliant", "noncompliant", "inGracePeriod", "unknown"} <= compliance
    assert any(past.state == "pending" for one in known for past in one.history)


def test_five_people_of_whom_one_has_no_devices() -> None:
    people = organisation.load().people
    assert [person.display_name for person in people] == [
        "Marie Dubois",
        "Aminata Keita",
        "Lucas Moreau",
        "Tom Weber",
        "Inès Fournier",
    ]
    assert people[3].devices == ()
    assert all(person.password == "demo" for person in people)
    assert "demo" not in repr(people[0])


async def test_generated_devices_go_to_the_first_person() -> None:
    server = DemoServer(devices=7)
    assert [len(server.tenant.devices_of(person)) for person in server.people] == [12, 6, 8, 0, 5]
    ids = {device.device_id for device in server.tenant.devices_of(server.people[0])}
    assert len(ids) == 12


@pytest.mark.parametrize(
    ("old", "new", "key", "why"),
    [
        ('name = "Valcombe"', 'nam = "Valcombe"', "name", "is missing"),
        ('name = "Valcombe"', "name = 5", "name", "must be a text"),
        ('name = "Valcombe"', 'name = ""', "name", "must not be empty"),
        ("[support]", "[suport]", "suport", "is not known here"),
        ("#2C5BD2", "blue", "support.theme_color", "#RRGGBB"),
        ('tenant_id = "5b1d', 'tenant_id = "nonsense', "tenant_id", "GUID"),
        (
            '"aminata.keita@valcombe.example"',
            '"Marie.Dubois@Valcombe.example"',
            "username",
            "twice",
        ),
        ('"F2LXK0PD9QX2"', '"R5CW30D17F3K"', "serialNumber", "twice"),
        ("synced_minutes_ago = 24", "synced = 24", "person[0].device[0].demo.synced", "not known"),
        ("synced_minutes_ago = 24", "synced_minutes_ago = -1", "demo.synced_minutes_ago", "0 or"),
        ('reset = "digits"', 'reset = "runes"', "demo.reset", "must be one of lettersAndDigits"),
        ("error_code = -2016330712", "error_code = 1.5", "demo.error_code", "whole number"),
        ('complianceState = "compliant"', 'complianceState = "fine"', "complianceState", "one of"),
        ("isEncrypted = true", 'isEncrypted = "yes"', "isEncrypted", "true or false"),
        ('deviceName = "PC-0042"', "deviceName = 42", "deviceName", "must be a text"),
        ('deviceName = "PC-0042"', "", "deviceName", "is missing"),
        (
            'deviceName = "PC-0042"',
            'joinType = "x"\ndeviceName = "P"',
            "joinType",
            "not a property",
        ),
        ('state = "pending"', 'state = "stuck"', "history[0].state", "not a state"),
        ('answers.retire = "failed"', 'answers.retire = "no"', "answers.retire", "must be one of"),
        ('answers.retire = "failed"', 'answers.obey = "done"', "demo.answers.obey", "not known"),
        ('volumes = ["fileVault"]', 'volumes = ["C:"]', "demo.volumes", "list of some of"),
        ("fixed_at_sync = true", "fixed_at_sync = 1", "demo.fixed_at_sync", "true or false"),
        (
            '"androidEnterpriseDedicatedDevice"',
            '"kiosk"',
            "demo.enrollment_in_beta",
            "no member of the beta",
        ),
    ],
)
def test_a_bad_value_is_named_with_file_and_key(
    tmp_path: Path, old: str, new: str, key: str, why: str
) -> None:
    assert old in OURS
    path = tmp_path / "organisation.toml"
    path.write_text(OURS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        organisation.load(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert key in message
    assert why in message


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"name = ", "is not TOML"),
        (b"\xff\xfe", "is not UTF-8"),
        (HEAD, "“person” must be given at least once"),
        (b"support.logo = '?'\n" + HEAD, "“support.logo” must be base64"),
        (b"person = 5\n" + HEAD, "“person” must be a list of tables"),
        (b"support = 5\n" + HEAD, "“support” must be a table"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "organisation.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=why):
        organisation.load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml: No such file"):
        DemoServer(organisation=tmp_path / "nowhere.toml")


def test_the_kiosk_that_is_tried_out_names_the_same_organisation() -> None:
    ours = organisation.load()
    kiosk = settings.load(user_file=resources.path("demo/kiosk.toml"), policy_file=None).settings
    assert kiosk.organisation_name == ours.name
    assert kiosk.support_phone == ours.support.phone
    assert kiosk.support_site_url == ours.support.site_url
