"""What each setting may hold, so that a bad value is named when it is read and not where it hurts.

Addresses are https only, and the gateway's scope is never Graph's: a token must not travel in the
clear, nor a token for Graph to another service.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from companyportal import clouds
from companyportal.browser_arguments import fault_of_argument
from companyportal.clouds import CLOUDS

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("system", "en", "fr"),
    "theme": ("system", "light", "dark"),
    "sort_devices": ("name", "contact", "enrolled", "platform"),
    "group_devices": ("attention", "platform", "ownership", "none"),
    "connection": ("graph", "gateway"),
    "rename": ("deviceName", "managementName", "off"),
}


def fault(key: str, value: object, kind: type) -> str:
    """What is wrong with the value of a known key; empty where nothing is."""
    if kind is tuple:
        return _fault_of_list(key, value)
    if type(value) is not kind or (key in _RANGES and value not in _RANGES[key]):
        return f"“{key}” must be {_kind_words(key, kind)}"
    if key in CHOICES and value not in CHOICES[key]:
        return f"“{key}” must be one of {listed(CHOICES[key])}"
    if key == "cloud" and clouds.key_of(str(value)) is None:
        return f"“{key}” must be one of {clouds.names()}"
    return _fault_of_text(key, value) if isinstance(value, str) else ""


def _kind_words(key: str, kind: type) -> str:
    if kind is int:
        return f"a whole number from {_RANGES[key][0]} to {_RANGES[key][-1]}"
    return "true or false" if kind is bool else "a text in quotes"


def _fault_of_list(key: str, value: object) -> str:
    """The first text that is wrong is named by its place: it may itself be anything."""
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        return f'“{key}” must be a list of texts in quotes, like ["one", "two"]'
    if len(value) > _LONGEST_LIST:
        return f"“{key}” holds more than {_LONGEST_LIST} texts"
    faults = ((place, _fault_of_text(key, text)) for place, text in enumerate(value, start=1))
    return next((f"{fault} (text {place})" for place, fault in faults if fault), "")


def _fault_of_text(key: str, value: str) -> str:
    if any(unicodedata.category(character) in _INVISIBLE for character in value):
        return f"“{key}” holds characters that cannot be seen"
    if value and key in _RULES and not _RULES[key].is_met(value):
        return f"“{key}” must be {_RULES[key].words}"
    if key == "kiosk_browser_arguments" and (why := fault_of_argument(value)):
        return f"“{key}” holds an option that {why}"
    return ""


def normal(key: str, value: Any) -> Any:
    """A good value in the one form in which it is compared."""
    if key == "cloud":
        return clouds.key_of(value)
    if isinstance(value, list):
        return tuple(normal(key, text) for text in value)
    return _RULES[key].normal(value) if key in _RULES else value


def listed(names: Iterable[str]) -> str:
    """Names in a sentence."""
    return ", ".join(f"“{name}”" for name in names)


_RANGES: dict[str, range] = {
    "kiosk_idle_s": range(30, 301),
    "kiosk_visit_s": range(120, 1801),
}
_LONGEST_LIST = 50
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def _is_guid(text: str) -> bool:
    return _GUID.fullmatch(text) is not None


_GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000"
"""Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in"""
_MICROSOFT = (
    ".microsoft.com",
    ".microsoft.us",
    ".azure.com",
    ".windows.net",
    ".windowsazure.com",
    ".microsoftonline.com",
    ".office.com",
    ".office365.com",
    ".chinacloudapi.cn",
)


def _is_https(text: str) -> bool:
    """An address that a token may be sent to, or that may be opened: https, a host, no user."""
    try:
        parts = urlsplit(text)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_plain = not any(character in text for character in " @\\?#")
    return parts.scheme == "https" and bool(parts.hostname) and has_port and is_plain


def _is_own_scope(text: str) -> bool:
    """A scope of the organisation's own service, never one of Microsoft's: their tokens would go
    to the gateway.
    """
    if re.fullmatch(r"(api|https)://[A-Za-z0-9.:-]+/[!-~]+", text) is None:
        return False
    host = text.split("/")[2].split(":")[0].rstrip(".").lower()
    if host == _GRAPH_APP_ID or host.endswith(_MICROSOFT):
        return False
    return host not in {urlsplit(cloud.graph).hostname for cloud in CLOUDS.values()}


def _is_email(text: str) -> bool:
    return re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", text) is not None


_HOST = re.compile(
    r"(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])", re.IGNORECASE
)
"""At least two labels, of which the last begins with a letter: no address of numbers.

Source: https://www.rfc-editor.org/rfc/rfc1123#section-2.1
"""


def _is_host(text: str) -> bool:
    return len(text) <= 253 and _HOST.fullmatch(text) is not None


def _is_whole_path(text: str) -> bool:
    return Path(text).is_absolute() and ".." not in Path(text).parts


def _is_short(text: str) -> bool:
    return len(text) <= 40


class _Rule(NamedTuple):
    is_met: Callable[[str], bool]
    normal: Callable[[str], str]
    words: str


_A_GUID = _Rule(_is_guid, str.lower, "a GUID like 01234567-89ab-cdef-0123-456789abcdef")
_AN_ADDRESS = "an address that begins with https://"
_RULES: dict[str, _Rule] = {
    "tenant_id": _A_GUID,
    "client_id": _A_GUID,
    "gateway_url": _Rule(_is_https, lambda url: url.rstrip("/"), _AN_ADDRESS),
    "gateway_scope": _Rule(_is_own_scope, str, "the gateway’s own scope, like api://portal/use"),
    "privacy_url": _Rule(_is_https, str, _AN_ADDRESS),
    "support_site_url": _Rule(_is_https, str, _AN_ADDRESS),
    "support_email": _Rule(_is_email, str, "an e-mail address"),
    "kiosk_browser": _Rule(_is_whole_path, str, "the whole path of a program"),
    "kiosk_logo": _Rule(_is_whole_path, str, "the whole path of a picture"),
    "kiosk_hosts": _Rule(_is_host, str.lower, "names of hosts, with or without *. before them"),
    "kiosk_station": _Rule(_is_short, str, "a text of 40 characters at most"),
}
