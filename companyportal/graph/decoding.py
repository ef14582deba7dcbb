"""JSON as typed structs that survive whatever a real directory holds.

A document is decoded in one go, which takes milliseconds for a thousand devices. Only where that
fails is it taken apart: entry by entry, then field by field, so that one odd value costs one field
and never an entry, and one odd entry never the list. What is not wanted is skipped unread.

A field without a default is one that an object is worth nothing without, as its id; in an entry of
a list or a document a text there must not be blank either.

msgspec is imported at the top: this module itself is only imported by the functions that decode.
"""

from __future__ import annotations

import json
from functools import cache
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from companyportal.domain import Secret
from companyportal.errors import ServiceFailed

T = TypeVar("T", bound=msgspec.Struct)
_UNFIT = (msgspec.MsgspecError, ValueError, OverflowError, RecursionError)
"""What msgspec raises for JSON that is none, or none of the wanted shape."""


class _Page(msgspec.Struct, Generic[T]):
    value: list[T]


class _Link(msgspec.Struct):
    link: str | None = msgspec.field(default=None, name="@odata.nextLink")


def document(kind: type[T], body: bytes) -> T:
    """One object. Raises: ServiceFailed where it is none, or lacks what it must have."""
    try:
        read: T | None = decoder(kind).decode(body)
    except _UNFIT:
        read = lenient(kind, json_object(body))
    if read is None or not is_whole(read):
        raise ServiceFailed(code="malformed")
    return read


def entries(kind: type[T], body: bytes) -> tuple[list[T], int]:
    """The entries of one page, and how many had to be left out because they lack what they must
    have.

    Raises: ServiceFailed where the page is no list of anything.
    """
    try:
        whole = decoder(_Page[kind]).decode(body).value  # type: ignore[valid-type]
    except _UNFIT:
        items = json_object(body).get("value")
        if not isinstance(items, list):
            raise ServiceFailed(code="malformed") from None
        found = [entry for item in items if (entry := _entry(kind, item)) is not None]
        return found, len(items) - len(found)
    found = [entry for entry in whole if is_whole(entry)]
    return found, len(whole) - len(found)


def next_link(body: bytes) -> str | None:
    """The address of the next page; empty where it is there but cannot be used; else none."""
    try:
        found: _Link = decoder(_Link).decode(body)
        return found.link
    except _UNFIT:
        link = json_object(body).get("@odata.nextLink")
        return link if isinstance(link, str) or link is None else ""


def json_object(body: bytes) -> dict[str, Any]:
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


def lenient(kind: type[T], item: object) -> T | None:
    """``item`` without the fields that do not fit; none where it is no object or lacks what it
    must have.
    """
    if not isinstance(item, dict):
        return None
    hints = _hints(kind)
    fields: dict[str, object] = {}
    for field in msgspec.structs.fields(kind):
        if field.encode_name in item:
            value = fitting(hints[field.name], item[field.encode_name])
            if value is not msgspec.UNSET:
                fields[field.name] = value
    has_all = all(name in fields for name in _required(kind))
    return kind(**fields) if has_all else None


def fitting(hint: Any, value: object) -> object:
    """``value`` as a field of the type ``hint`` wants it, or UNSET where it does not fit."""
    kind, is_list = _struct_in(hint)
    if kind is not None and is_list and value is not None:
        items = value if isinstance(value, list) else [value]
        return [read for item in items if (read := _part(kind, item)) is not None]
    if kind is not None and isinstance(value, dict):
        read = lenient(kind, value)
        return msgspec.UNSET if read is None else read
    try:
        return msgspec.convert(value, hint, dec_hook=_special)
    except _UNFIT:
        return msgspec.UNSET


def is_whole(read: msgspec.Struct) -> bool:
    """True where no text that must be there is blank."""
    for name in _required(type(read)):
        value = getattr(read, name)
        if isinstance(value, str) and not value.strip():
            return False
    return True


@cache
def decoder(kind: type[T]) -> msgspec.json.Decoder[T]:
    """The quick way for a whole body; secrets become a Secret at once."""
    return msgspec.json.Decoder(kind, dec_hook=_special)


def _special(kind: type, value: object) -> object:
    if kind is Secret and isinstance(value, str):
        return Secret(value)
    raise ValueError("a text was expected")


def _entry(kind: type[T], item: object) -> T | None:
    """One entry of a list: most are good, also beside an odd one."""
    try:
        read: T | None = msgspec.convert(item, kind, dec_hook=_special)
    except _UNFIT:
        read = lenient(kind, item)
    return read if read is not None and is_whole(read) else None


def _part(kind: type[T], item: object) -> T | None:
    """One entry of a list inside an object. One that cannot be read stays, as something of which
    nothing is known, where it can be without an id.
    """
    read = lenient(kind, item)
    return kind() if read is None and not _required(kind) else read


@cache
def _required(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.required)


@cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _struct_in(hint: Any) -> tuple[type[msgspec.Struct] | None, bool]:
    """The struct in ``Struct``, ``list[Struct]`` or either ``| None``; whether it is a list."""
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for choice in choices:
        is_list = get_origin(choice) is list
        kind = get_args(choice)[0] if is_list else choice
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return kind, is_list
    return None, False
