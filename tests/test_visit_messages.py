"""What may travel between station and visit: these messages, and nothing about anybody."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.visit import Comfort, VisitEnd
from companyportal.visit_messages import (
    LINE_LIMIT,
    Alive,
    Begin,
    Chosen,
    End,
    Ended,
    Ending,
    Message,
    Reachable,
    Ready,
    Trouble,
    decode,
    encode,
)
from tests.proofs import threat

pytestmark = threat("T02")
MESSAGES: list[Message] = [
    Begin(Comfort("fr", has_contrast=True, text_step=2)),
    Begin(Comfort(), (-3, 0, 1280, 32_767)),
    End(),
    Ready(),
    Alive(),
    Chosen(Comfort("en", has_contrast=False, text_step=1)),
    Ending(VisitEnd.IDLE, is_sending=True),
    Ended(VisitEnd.ASKED),
    Ended(VisitEnd.LIMIT, is_unknown=True),
    Reachable(is_reachable=True),
    Reachable(is_reachable=False, is_clock_right=False),
    Trouble("ServiceFailed"),
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_one_short_line_and_comes_back_the_same(message: Message) -> None:
    line = encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert len(line) < 200
    assert decode(line) == message


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"Marie",
        b"[]",
        b"null",
        b"{}",
        b'{"is": "Message"}',
        b'{"is": ["Ready"]}',
        b'{"is": "Ready", "name": "Marie"}',
        b'{"is": "Ended"}',
        b'{"is": "Ended", "why": "Marie Dubois"}',
        b'{"is": "Ending", "why": "idle", "is_sending": 1}',
        b'{"is": "Ended", "why": "idle", "is_unknown": "no"}',
        b'{"is": "Trouble", "kind": "marie.dubois@valcombe.example"}',
        b'{"is": "Trouble", "kind": ""}',
        b'{"is": "Trouble", "kind": 5}',
        b'{"is": "Begin", "comfort": {"language": "fr"}}',
        b'{"is": "Begin", "comfort": {"language": "../", "has_contrast": true, "text_step": 0}}',
        b'{"is": "Begin", "comfort": {"language": "xx", "has_contrast": true, "text_step": 0}}',
        b'{"is": "Begin", "comfort": {"language": "fr", "has_contrast": 1, "text_step": 0}}',
        b'{"is": "Chosen", "comfort": "Marie"}',
        b'{"is": "Chosen"}',
        *(
            b'{"is": "Begin", "place": %b, "comfort": {"language": "fr", "has_contrast": true, '
            b'"text_step": 0}}' % place
            for place in [
                *(b"0", b"[]", b"[0, 0, 9]", b"[0, 0, 9, 9, 9]", b"[0, 0, 9, true]"),
                *(b'[0, 0, 9, "Marie"]', b"[0, 0, 9, 9, true]", b"[0, 0, 9, 32768]", b'"0099"'),
            ]
        ),
        b'{"is": "Begin", "comfort": {"language": "fr", "has_contrast": true, "text_step": true}}',
        b'{"is": "Begin", "comfort": {"language": "fr", "has_contrast": true, "text_step": 9}}',
        b"[" * 4_000,
        b'{"is": "Ready"}' + b" " * LINE_LIMIT,
        b"\xff\xfe",
    ],
)
def test_anything_else_is_no_message(line: bytes) -> None:
    assert decode(line) is None


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


NAMES = st.sampled_from([type(message).__name__ for message in MESSAGES])
FIELDS = st.sampled_from(["why", "kind", "comfort", "is_sending", "is_unknown"])


@given(name=NAMES, fields=st.dictionaries(FIELDS, JSON, max_size=2))
def test_no_json_gets_through_that_is_not_exactly_one(name: str, fields: dict[str, Any]) -> None:
    message = decode(json.dumps({"is": name, **fields}).encode())
    assert message is None or json.loads(encode(message)).items() >= fields.items()
