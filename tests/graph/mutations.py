"""Spoils a JSON document the way a broken service, proxy or gateway might."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any

Json = Any
Place = tuple[Json, Any]
"""A container, and the key or index of one member."""

ODD: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**63,
    10**400,
    1.5,
    float("nan"),
    float("-inf"),
    "",
    " ",
    "unknownFutureValue",
    "quantumState",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.9999999Z",
    "2024-02-30T25:61:00Z",
    "\ud800",
    "\x00",
    "\u202e\u200b",
    "<img src=x>",
    "é" * 20_000,
    [],
    [None],
    ["managed"],
    {},
    {"value": "managed"},
    {"@odata.type": "#microsoft.graph.novelThing"},
)
"""None of them is a good value for anything that decides what is offered."""


def places(document: Json) -> list[Place]:
    """Every member of every container, at any depth."""
    pairs: list[Place] = []
    if isinstance(document, dict):
        pairs = [(document, key) for key in document]
    elif isinstance(document, list):
        pairs = [(document, index) for index in range(len(document))]
    return pairs + [more for holder, key in pairs for more in places(holder[key])]


def _odd(place: Place, random: Random) -> None:
    holder, key = place
    holder[key] = copy.deepcopy(random.choice(ODD))


def _missing(place: Place, _random: Random) -> None:
    holder, key = place
    del holder[key]


def _deep(place: Place, random: Random) -> None:
    holder, key = place
    for _ in range(random.choice((1, 50, 300))):
        holder[key] = [holder[key]] if random.random() < 0.5 else {"x": holder[key]}


_WAYS: tuple[Callable[[Place, Random], None], ...] = (_odd, _odd, _odd, _missing, _deep)
"""Each leaves a value that means nothing."""


def spoil(document: Json, random: Random, *, most: int = 3) -> None:
    """Change one to ``most`` members of ``document`` in place."""
    for _ in range(random.randint(1, most)):
        if found := places(document):
            random.choice(_WAYS)(random.choice(found), random)


def spoilt(document: Json, random: Random, *, most: int = 3) -> Json:
    """A copy with one to ``most`` members changed."""
    made = copy.deepcopy(document)
    spoil(made, random, most=most)
    return made


def written(document: Json, random: Random) -> bytes:
    """As JSON, NaN and lone surrogates included, and now and then a key comes twice."""
    text = json.dumps(document, ensure_ascii=random.random() < 0.5)
    body = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.2 and isinstance(document, dict) and document:
        key = random.choice(list(document))
        again = json.dumps({key: document[key]}).encode()[1:-1]
        body = body[:-1] + b", " + again + b"}"
    return body


def torn(body: bytes, random: Random) -> bytes:
    """One to three places of the bytes themselves overwritten, cut out or cut off."""
    changed = bytearray(body)
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(changed) + 1)
        match random.randrange(3):
            case 0:
                changed[at : at + random.randint(0, 3)] = random.randbytes(random.randint(0, 3))
            case 1:
                del changed[at : at + random.randint(1, 200)]
            case _:
                changed[at:at] = random.choice((b"\xff\xfe", b"\xc3", b"\0", b'"', b"NaN", b"{"))
    return bytes(changed)
