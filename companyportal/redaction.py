"""Takes out of a text whatever must not be read by whoever reads a log.

Tokens, codes, passcodes, recovery keys, places, addresses of people, their object ids, and the
queries of URLs, in the forms in which libraries and tracebacks write them. Device ids and request
ids stay: IT support needs them. This is a net below the rule that such things are not logged at
all.
"""

from __future__ import annotations

import functools
import re

_GONE = "…"
_LONGEST = 20_000
"""Characters of a text that are looked at; the rest is cut off."""

_GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_QUOTED = r""""(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?"""
_VALUE = rf"(?:{_QUOTED}|[^\s,;&]+)"
_PHRASE = rf"(?:{_QUOTED}|[^\n,;&]+)"
_PASSWORD = rf"(?:{_QUOTED}|[^\n&]+)"
_IS = r"""\\{0,4}["']?\s{0,3}[=:]\s{0,3}[bru]?\\{0,4}"""

_RULES = (
    # Headers, to the end of their line.
    (rf"((?:authorization|cookie){_IS})[^\n]+", rf"\1{_GONE}"),
    (r"\b(bearer|basic)\s+[^\s,;]+", rf"\1 {_GONE}"),
    # JSON Web Tokens; Entra's opaque tokens and codes; anything as long as a key.
    (r"\bey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_.-]*", _GONE),
    (r"\b[01]\.A[A-Za-z0-9_-]{20,}[A-Za-z0-9_.-]*", _GONE),
    (r"[A-Za-z0-9_-]{60,}", _GONE),
    # Recovery keys: BitLocker's, and FileVault's.
    (r"(?<![\w-])\d{6}(?:-\d{6}){7}(?![\w-])", _GONE),
    (r"(?<![\w-])[A-Z0-9]{4}(?:-[A-Z0-9]{4}){5}(?![\w-])", _GONE),
    # Queries and fragments, also of relative addresses, and users before a host.
    (r"(://[^\s?#\"'<>]{1,2000})[?#]\S*", rf"\1?{_GONE}"),
    (r"(?<=[\w/])\?[\w$%.~-]{1,80}=\S*", f"?{_GONE}"),
    (r"://[^/\s@\"'<>]{1,200}@", f"://{_GONE}@"),
    # key=value, key: value, 'key': 'value'.
    (rf"((?<!\w)\w{{0,32}}(?:pass_?code|passw(?:or)?d|recovery_?key|unlock_?(?:pin|code)|secret)\w{{0,16}}{_IS})"
     rf"{_PASSWORD}", rf"\1{_GONE}"),
    (rf"((?<!\w)\w{{0,32}}(?:token|verifier|assertion|client_info|login_hint|loginfmt)"
     rf"\w{{0,16}}{_IS}){_VALUE}", rf"\1{_GONE}"),
    (rf"((?<!\w)(?:code|state|nonce|session_state|sid|pin|latitude|longitude){_IS})"
     rf"{_VALUE}", rf"\1{_GONE}"),
    # People.
    (rf"((?<!\w)(?:oid|sub|upn|uid|user_?id|owner_?id|home_account_id|local_account_id"
     rf"|preferred_username|unique_name|username|display_?name|given_name|family_name){_IS})"
     rf"{_PHRASE}", rf"\1{_GONE}"),
    (rf"(?<=users/){_GUID}", _GONE),
    (rf"{_GUID}\.{_GUID}", _GONE),
    (r"[\w.+%#'’-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63})*", _GONE),
)  # fmt: skip


@functools.cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    """At the first record, since compiling takes time and most starts log nothing."""
    return tuple((re.compile(pattern, re.IGNORECASE), gone) for pattern, gone in _RULES)


def redact(text: str) -> str:
    """The text without secrets and people, on one line and without invisible characters."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    for pattern, replacement in _compiled():
        text = pattern.sub(replacement, text)
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
