"""Graph's JSON as typed structs that survive whatever a real directory holds.

A page is decoded in one go, which takes milliseconds for a thousand devices. Only where that fails
is it taken apart: item by item, then field by field, so that one odd value costs one field and
never a device, and one odd device never the list. What is not wanted is skipped unread.

msgspec is imported at the top: this module itself is only imported by the functions that decode.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from companyportal.domain import Secret
from companyportal.errors import ServiceFailed

Text = str | None
"""Enums and dates stay text here: Graph's own values (new members, the year 9999 with seven decimal
places) must not throw a whole page back to the slow way.
"""
T = TypeVar("T", bound=msgspec.Struct)


class WireActionResult(msgspec.Struct, rename="camel", frozen=True):
    """One entry of ``deviceActionResults``; the passcode is a Secret from the first moment."""

    odata_type: Text = msgspec.field(default=None, name="@odata.type")
    action_name: Text = None
    action_state: Text = None
    start_date_time: Text = None
    last_updated_date_time: Text = None
    passcode: Secret | None = None
    error_code: int | None = None


class WireDevice(msgspec.Struct, rename="camel", frozen=True, kw_only=True):
    """A ``managedDevice``, as far as the program reads it."""

    id: str
    device_name: Text = None
    manufacturer: Text = None
    model: Text = None
    operating_system: Text = None
    os_version: Text = None
    management_agent: Text = None
    managed_device_owner_type: Text = None
    device_enrollment_type: Text = None
    is_supervised: bool | None = None
    compliance_state: Text = None
    compliance_grace_period_expiration_date_time: Text = None
    management_state: Text = None
    serial_number: Text = None
    user_id: Text = None
    enrolled_date_time: Text = None
    last_sync_date_time: Text = None
    device_action_results: list[WireActionResult] | None = None


class WireLogo(msgspec.Struct, rename="camel", frozen=True):
    """A ``mimeContent``; the bytes are Base64 text."""

    value: Text = None


class WireColour(msgspec.Struct, frozen=True):
    """An ``rgbColor``: three numbers from 0 to 255."""

    r: int | None = None
    g: int | None = None
    b: int | None = None


class WireBrand(msgspec.Struct, rename="camel", frozen=True):
    """An ``intuneBrand``."""

    display_name: Text = None
    contact_it_name: Text = msgspec.field(default=None, name="contactITName")
    contact_it_phone_number: Text = msgspec.field(default=None, name="contactITPhoneNumber")
    contact_it_email_address: Text = msgspec.field(default=None, name="contactITEmailAddress")
    contact_it_notes: Text = msgspec.field(default=None, name="contactITNotes")
    online_support_site_name: Text = None
    online_support_site_url: Text = None
    privacy_url: Text = None
    theme_color: WireColour | None = None
    show_logo: bool | None = None
    light_background_logo: WireLogo | None = None
    dark_background_logo: WireLogo | None = None


class _Page(msgspec.Struct):
    value: list[WireDevice]


class _Link(msgspec.Struct):
    link: Text = msgspec.field(default=None, name="@odata.nextLink")


class _Management(msgspec.Struct, rename="camel"):
    intune_brand: WireBrand | None = None


def next_link(body: bytes) -> str | None:
    """The address of the next page; empty where it is there but cannot be used; else none."""
    try:
        found: _Link = _decoder(_Link).decode(body)
        return found.link
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        link = _object(body).get("@odata.nextLink")
        return link if isinstance(link, str) or link is None else ""


def devices(body: bytes) -> tuple[list[WireDevice], int]:
    """The devices of one page, and how many entries had to be left out because they have no id.

    Raises: ServiceFailed where the page is no list of anything.
    """
    try:
        whole = _decoder(_Page).decode(body).value
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        items = _object(body).get("value")
        if not isinstance(items, list):
            raise ServiceFailed(code="malformed") from None
        found = [device for item in items if (device := _device_in(item))]
        return found, len(items) - len(found)
    found = [device for device in whole if device.id.strip()]
    return found, len(whole) - len(found)


def device(body: bytes) -> WireDevice:
    """One device read on its own. Raises: ServiceFailed where it has no id."""
    try:
        read: WireDevice | None = _decoder(WireDevice).decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        read = _lenient(WireDevice, _object(body))
    if read is None or not read.id.strip():
        raise ServiceFailed(code="malformed")
    return read


def brand(body: bytes) -> WireBrand:
    """The ``intuneBrand`` of a ``deviceManagement``; an empty one where there is none."""
    try:
        read = _decoder(_Management).decode(body).intune_brand
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        read = _lenient(WireBrand, _object(body).get("intuneBrand"))
    return read or WireBrand()


@cache
def _decoder(kind: type[T]) -> msgspec.json.Decoder[T]:
    return msgspec.json.Decoder(kind, dec_hook=_special)


def _special(kind: type, value: object) -> object:
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    raise ValueError("a text was expected")


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in ``body``, also with NaN or broken UTF-8 in it.

    Raises: ServiceFailed for everything else.
    """
    try:
        read = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise ServiceFailed(code="malformed") from None
    if not isinstance(read, dict):
        raise ServiceFailed(code="malformed")
    return read


def _device_in(item: object) -> WireDevice | None:
    """One entry of a list: most are good, also beside an odd one."""
    try:
        read = msgspec.convert(item, WireDevice, dec_hook=_special)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return _lenient(WireDevice, item)
    return read if read.id.strip() else None


def _lenient(kind: type[T], item: object) -> T | None:
    """``item`` without the fields that do not fit; none where it is no object or has no id."""
    if not isinstance(item, dict):
        return None
    hints = _hints(kind)
    fields: dict[str, object] = {}
    for field in msgspec.structs.fields(kind):
        if field.encode_name in item:
            value = _fitting(hints[field.name], item[field.encode_name])
            if value is not msgspec.UNSET:
                fields[field.name] = value
    identifier = fields.get("id", "none wanted" if kind is not WireDevice else "")
    if not isinstance(identifier, str) or not identifier.strip():
        return None
    return kind(**fields)


@cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(kind)


_NESTED: dict[object, type[msgspec.Struct]] = {
    WireLogo | None: WireLogo,
    WireColour | None: WireColour,
}


def _fitting(hint: Any, value: object) -> object:
    """``value`` as its field wants it, or UNSET where it does not fit."""
    if hint == list[WireActionResult] | None and value is not None:
        # What cannot be read stays as a result of which nothing is known.
        items = value if isinstance(value, list) else [value]
        return [_lenient(WireActionResult, item) or WireActionResult() for item in items]
    if hint in _NESTED and isinstance(value, dict):
        return _lenient(_NESTED[hint], value)
    try:
        return msgspec.convert(value, hint, dec_hook=_special)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return msgspec.UNSET
