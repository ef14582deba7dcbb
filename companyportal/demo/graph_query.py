"""$select, $filter, $top and $skiptoken, as far as the program and the SDK use them.

Source: https://learn.microsoft.com/graph/query-parameters
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from companyportal.demo.graph_error import bad_request

PAGE_SIZE = 50
MOST = 1000
_CONDITION = re.compile(r"(\w+) eq '((?:[^']|'')*)'")
_OPTIONS = frozenset({"$select", "$filter", "$top", "$skiptoken", "$count"})


def check_options(query: Mapping[str, str], allowed: Iterable[str] = _OPTIONS) -> None:
    """Refuse what is not implemented, so that nobody relies on it.

    Raises: GraphError.
    """
    for name in query:
        if name.startswith("$") and name not in allowed:
            raise bad_request(f"Query option '{name}' is not allowed.")


def selected(query: Mapping[str, str], known: Iterable[str], type_name: str) -> list[str] | None:
    """The properties of $select; None where it was not given.

    Raises: GraphError for a property that the type does not have.
    """
    if "$select" not in query:
        return None
    names = [name.strip() for name in query["$select"].split(",")]
    properties = set(known)
    for name in names:
        if name not in properties:
            raise bad_request(
                f"Parsing OData Select and Expand failed: Could not find a property named '{name}' "
                f"on type 'microsoft.graph.{type_name}'."
            )
    return names


def narrowed(item: Mapping[str, Any], names: list[str] | None) -> dict[str, Any]:
    """The item with only those properties."""
    return dict(item) if names is None else {name: item[name] for name in names}


def matches(item: Mapping[str, Any], conditions: Mapping[str, str]) -> bool:
    """True where every condition holds; Graph compares without regard to case."""
    return all(
        str(item.get(name) or "").casefold() == value.casefold()
        for name, value in conditions.items()
    )


def conditions(query: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """$filter: texts compared by ``eq``, joined by ``and``.

    Raises: GraphError.
    """
    text = query.get("$filter", "")
    properties = set(known)
    found: dict[str, str] = {}
    for part in text.split(" and ") if text else ():
        match = _CONDITION.fullmatch(part.strip())
        if match is None or match[1] not in properties:
            raise bad_request(f"Invalid filter clause: {part}")
        found[match[1]] = match[2].replace("''", "'")
    return found


def page_bounds(query: Mapping[str, str]) -> tuple[int, int]:
    """Where the page begins and how long it may be.

    Raises: GraphError.
    """
    top = query.get("$top", str(PAGE_SIZE))
    if not top.isdecimal() or not 1 <= int(top) <= MOST:
        raise bad_request(f"The limit of '{MOST}' for Top query has been exceeded or is no number.")
    return _offset(query.get("$skiptoken")), int(top)


def next_link(base: str, query: Mapping[str, str], offset: int) -> str:
    """The whole address of the next page, with the options of this one."""
    options = {name: value for name, value in query.items() if name != "$skiptoken"}
    options["$skiptoken"] = base64.urlsafe_b64encode(f"place:{offset}".encode()).decode("ascii")
    return f"{base}?" + "&".join(f"{name}={quote(value)}" for name, value in options.items())


def _offset(token: str | None) -> int:
    if token is None:
        return 0
    try:
        place, _, number = base64.urlsafe_b64decode(token).decode("ascii").partition(":")
    except (binascii.Error, ValueError):
        raise bad_request("The $skiptoken is not valid.") from None
    if place != "place" or not number.isdecimal():
        raise bad_request("The $skiptoken is not valid.")
    return int(number)
