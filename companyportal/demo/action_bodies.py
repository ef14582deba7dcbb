"""What may come with a request that changes something: members and their types, as Graph checks
them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from companyportal.demo.graph_error import GraphError, bad_request

_LONGEST_NAME = 255


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST_NAME


def _is_pin(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9]{6}", value) is not None


def _is_obliteration(value: object) -> bool:
    return value in ("default", "doNotObliterate", "obliterateWithWarning", "always")


_Check = Callable[[object], bool]
_WIPE: Mapping[str, _Check] = {
    "keepEnrollmentData": _is_truth,
    "keepUserData": _is_truth,
    "macOsUnlockCode": _is_pin,
    "persistEsimDataPlan": _is_truth,
}
_BETA_WIPE: Mapping[str, _Check] = {
    **_WIPE,
    "obliterationBehavior": _is_obliteration,
    "useProtectedWipe": _is_truth,
}
_MEMBERS: Mapping[str, Mapping[str, _Check]] = {
    "wipe": _WIPE,
    "setDeviceName": {"deviceName": _is_name},
    "managedDevice": {"managedDeviceName": _is_name},
}
_NEEDED = {"setDeviceName": "deviceName"}


async def members_of(request: web.Request, what: str) -> dict[str, Any]:
    """The members that came with a request for ``what``: an action, or ``managedDevice``.

    Raises: GraphError where one is unknown, missing or of a wrong type.
    """
    members = await _json_object(request)
    known = _MEMBERS.get(what, {})
    if what == "wipe" and request.path.startswith("/beta/"):
        known = _BETA_WIPE
    for name, value in members.items():
        if name not in known:
            raise bad_request(f"The parameter '{name}' is not a valid parameter for '{what}'.")
        if value is not None and not known[name](value):
            raise bad_request(f"The value of '{name}' is not valid.")
    needed = _NEEDED.get(what)
    if needed and members.get(needed) is None:
        raise bad_request(f"The parameter '{needed}' of '{what}' is missing.")
    return {name: value for name, value in members.items() if value is not None}


async def _json_object(request: web.Request) -> dict[str, Any]:
    """The body; nothing where there is none."""
    text = await request.text()
    if not text:
        return {}
    if request.content_type != "application/json":
        raise GraphError(400, "RequestBodyRead", "The content type header must name JSON.")
    try:
        members = json.loads(text)
    except ValueError:
        raise bad_request("Unable to read JSON request payload.") from None
    if not isinstance(members, dict):
        raise bad_request("Unable to read JSON request payload.")
    # Annotations such as @odata.type are no members.
    return {name: value for name, value in members.items() if not name.startswith("@")}
