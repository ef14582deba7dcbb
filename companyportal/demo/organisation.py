"""The demo organisation as its file tells it: people, their devices, how the devices answer, and
IT support. ``resources/demo/organisation.toml`` explains each key.
"""

from __future__ import annotations

import base64
import binascii
import re
import uuid
from dataclasses import dataclass
from pathlib import Path

from companyportal import resources
from companyportal.demo.device_record import DeviceRecord, device_record
from companyportal.demo.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody who can sign in."""

    user_id: str
    username: str
    password: str
    display_name: str
    given_name: str
    surname: str
    language: str
    photo_color: str
    """Of the ground of their photo; empty where they have none."""
    devices: tuple[DeviceRecord, ...]

    def __repr__(self) -> str:
        return f"DemoPerson({self.username!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """IT support and how the organisation presents itself; see Graph's intuneBrand."""

    name: str
    phone: str
    email: str
    site_name: str
    site_url: str
    notes: str
    privacy_url: str
    terms_url: str
    theme_color: str
    logo: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Everything that the demo server plays."""

    name: str
    tenant_id: str
    client_id: str
    support: Support
    people: tuple[DemoPerson, ...]


def load(path: Path | None = None) -> Organisation:
    """Read an organisation; without ``path`` the built-in one.

    Raises: SettingsError, naming the file and the key.
    """
    table = Table.from_file(path or resources.path("demo/organisation.toml"))
    tenant_id = _guid(table, "tenant_id")
    people = tuple(_person(inner, tenant_id) for inner in table.tables("person"))
    organisation = Organisation(
        name=table.text("name"),
        tenant_id=tenant_id,
        client_id=_guid(table, "client_id"),
        support=_support(table.table("support")),
        people=people,
    )
    table.end()
    if not people:
        table.fail("person", "must be given at least once")
    _refuse_twins(table, "username", [person.username.lower() for person in people])
    serials = [device.serial_number for person in people for device in person.devices]
    _refuse_twins(table, "serialNumber", serials)
    return organisation


def _person(table: Table, tenant_id: str) -> DemoPerson:
    username = table.text("username")
    person = DemoPerson(
        user_id=str(uuid.uuid5(uuid.UUID(tenant_id), username)),
        username=username,
        password=table.text("password", "demo"),
        display_name=table.text("display_name"),
        given_name=table.text("given_name", ""),
        surname=table.text("surname", ""),
        language=table.text("language", "en"),
        photo_color=_color(table, "photo", ""),
        devices=tuple(device_record(inner) for inner in table.tables("device")),
    )
    table.end()
    return person


def _support(table: Table) -> Support:
    try:
        logo = base64.b64decode(table.text("logo", ""), validate=True)
    except binascii.Error:
        table.fail("logo", "must be base64")
    support = Support(
        name=table.text("name", ""),
        phone=table.text("phone", ""),
        email=table.text("email", ""),
        site_name=table.text("site_name", ""),
        site_url=table.text("site_url", ""),
        notes=table.text("notes", ""),
        privacy_url=table.text("privacy_url", ""),
        terms_url=table.text("terms_url", ""),
        theme_color=_color(table, "theme_color", "#2C5BD2"),
        logo=logo,
    )
    table.end()
    return support


def _guid(table: Table, key: str) -> str:
    try:
        return str(uuid.UUID(table.text(key)))
    except ValueError:
        table.fail(key, "must be a GUID")


def _color(table: Table, key: str, default: str) -> str:
    text = table.text(key, default)
    if text and not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        table.fail(key, "must be written #RRGGBB")
    return text


def _refuse_twins(table: Table, key: str, values: list[str]) -> None:
    for value in values:
        if values.count(value) > 1:
            table.fail(key, f"is given twice: {value}")
