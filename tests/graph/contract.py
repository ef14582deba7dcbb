"""What Graph has, as far as this program may ask for it: operations, members, permissions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

_HERE = Path(__file__).parent
_LIST_OPTIONS = ("$select", "$filter", "$top", "$skiptoken")
_NAME_IN_FILTER = re.compile(r"(\w+) (?:eq|ne|lt|le|gt|ge) ")


@cache
def _read(name: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((_HERE / name).read_text(encoding="utf-8"))
    return facts


def operation_of(method: str, path: str) -> tuple[str, str]:
    """Version and operation behind a request; the operation is empty where Graph has none."""
    version, _, rest = path.removeprefix("/").partition("/")
    for operation in _read("graph_operations.json")["operations"].get(version, {}):
        pattern = re.escape(operation).replace(r"\{id\}", "[^/]+")
        if re.fullmatch(pattern, f"{method} /{rest}"):
            return version, operation
    return version, ""


def breaches(method: str, target: str, body: bytes) -> Iterator[str]:
    """What of a request Graph does not know, as sentences; nothing where it is in order."""
    parts = urlsplit(target)
    version, operation = operation_of(method, parts.path)
    if not operation:
        yield f"{method} {parts.path} does not exist"
        return
    facts = _read("graph_operations.json")["operations"][version][operation]
    known = _properties(version, facts["type"]) if "type" in facts else set()
    allowed = facts.get("options", _LIST_OPTIONS if known else ())
    for option, value in parse_qsl(parts.query, keep_blank_values=True):
        if option not in allowed:
            yield f"{operation} takes no {option}"
        for name in _names(option, value) - known:
            yield f"{operation} has no property {name}"
    yield from _breaches_of_body(operation, version, facts.get("body", ()), body)


def _breaches_of_body(
    operation: str, version: str, wanted: str | list[str], body: bytes
) -> Iterator[str]:
    members = _properties(version, wanted) if isinstance(wanted, str) else set(wanted)
    if not body:
        return
    sent = json.loads(body)
    if operation.startswith("GET ") or not isinstance(sent, dict):
        yield f"{operation} takes no such body"
        return
    for name in sent.keys() - members:
        yield f"{operation} takes no {name}"


def permissions_for(method: str, target: str) -> dict[str, list[str]]:
    """``least`` and ``higher``, of which one is needed."""
    parts = urlsplit(target)
    operation = operation_of(method, parts.path)[1]
    known = _read("graph_permissions.json")["permissions"]
    asked: dict[str, list[str]] = known.get(f"{operation}?{parts.query}") or known[operation]
    return asked


def _properties(version: str, kind: str) -> set[str]:
    return set(_read("graph_operations.json")["types"][version][kind])


def _names(option: str, value: str) -> set[str]:
    if option == "$select":
        return set(value.split(","))
    return set(_NAME_IN_FILTER.findall(value)) if option == "$filter" else set()
