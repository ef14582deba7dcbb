"""Graph's errors and claims challenges, well-formed and not."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.graph.answers import Answer, claims_challenge, graph_error, refusal_of, reply_of
from tests.proofs import fault

CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}} ÿ?>~'


def challenge(claims: str) -> str:
    return f'Bearer realm="", error="insufficient_claims", claims="{claims}"'


@fault("R08")
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("padded", [True, False])
@pytest.mark.parametrize("text", ['{"a":1}', '{"a":"é>?"}', '{"ab":{"c":"ÿþ~~"}}'])
def test_a_challenge_is_read_in_either_alphabet(
    encode: Callable[[bytes], bytes], padded: bool, text: str
) -> None:
    encoded = encode(text.encode()).decode()
    encoded = encoded if padded else encoded.rstrip("=")
    assert claims_challenge([challenge(encoded)]) == text
    assert claims_challenge(["Negotiate", f"bearer CLAIMS={encoded}"]) == text


@fault("R08")
@pytest.mark.parametrize(
    "claims",
    [
        "",
        "!!!",
        "A",
        base64.b64encode(b"[1]").decode(),
        base64.b64encode(b"not json").decode(),
        base64.b64encode(b"\xff\xfe").decode(),
        base64.b64encode(b'{"a":"' + b"x" * 4096 + b'"}').decode(),
        base64.b64encode(b'{"a":"' + b"x" * 1_000_000 + b'"}').decode(),
        base64.b64encode(b'{"access_token":5}').decode(),
        base64.b64encode(b'{"access_token":["nbf"]}').decode(),
        base64.b64encode(b"{}").decode(),
        base64.b64encode(b"[" * 3000).decode(),
    ],
    ids=lambda claims: claims[:20],
)
def test_anything_else_is_no_challenge(claims: str) -> None:
    assert claims_challenge([challenge(claims)]) == ""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": {"code": "BadRequest", "message": "no"}}, ("BadRequest", "")),
        ({"error": {"code": "A", "innerError": {"request-id": "r1"}}}, ("A", "r1")),
        ({"error": {"code": "A", "innererror": {"requestId": "r1"}}}, ("A", "r1")),
        ({"error": {"code": "A", "innerError": "text"}}, ("A", "")),
        ({"error": {"code": "marie dubois@x"}}, ("", "")),
        ({"error": {"code": 5}}, ("", "")),
        ({"error": "invalid"}, ("", "")),
        ([], ("", "")),
        (
            {"error": {"code": "UnknownError", "message": '{"ErrorCode":"Forbidden"}'}},
            ("Forbidden", ""),
        ),
        (
            {
                "error": {
                    "code": "UnknownError",
                    "message": json.dumps({"Message": json.dumps({"code": "Deep"})}),
                }
            },
            ("Deep", ""),
        ),
    ],
)
def test_the_error_code_is_the_innermost(body: object, expected: tuple[str, str]) -> None:
    assert graph_error(json.dumps(body).encode()) == expected


@settings(derandomize=True, deadline=None)
@given(st.integers(300, 599), st.binary(max_size=40), st.sampled_from(["", "text/html", "json"]))
def test_every_refusal_has_an_error(status: int, body: bytes, kind: str) -> None:
    answer = Answer(status=status, body=body, content_type=kind)
    assert refusal_of(answer).status == status
    assert body.hex() not in repr(answer) or not body


@settings(derandomize=True, deadline=None)
@given(st.binary(max_size=40), st.sampled_from(["", "text/html", "application/json"]))
def test_every_success_is_a_reply_or_an_error(body: bytes, kind: str) -> None:
    reply_of(Answer(status=200, body=body, content_type=kind))


def test_a_byte_order_mark_is_no_fault() -> None:
    body = b"\xef\xbb\xbf {} \n"
    reply = reply_of(Answer(status=200, body=body, content_type="application/json"))
    assert not isinstance(reply, Exception)
    assert reply.body == b"{}"
