"""Every check of an ID token, each by a token in which only that is wrong."""

from __future__ import annotations

import json
from typing import Any

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.auth.id_token import Claims, validate
from companyportal.auth.key_set import rsa_keys
from companyportal.domain import Person
from companyportal.errors import TokenInvalid
from tests.auth import token_forge as forge
from tests.auth.bad_tokens import BAD, OTHER
from tests.auth.token_forge import payload, token
from tests.proofs import threat

pytestmark = threat("T11")


def check(text: Any, **changes: Any) -> Claims:
    expected: dict[str, Any] = {
        "keys": forge.keys(),
        "client_id": forge.CLIENT_ID,
        "issuer": forge.ISSUER,
        "tenant_id": forge.TENANT_ID,
        "nonce": forge.NONCE,
        "now_s": forge.NOW_S,
    }
    return validate(text, **(expected | changes))


def test_good_token_says_who_signed_in_and_when() -> None:
    claims = check(token())
    assert claims.person == Person(forge.TENANT_ID, forge.USER_ID)
    assert claims.auth_time == forge.NOW_S - 20
    assert claims.account.username == "lea@valcombe.example"
    assert claims.account.display_name == "Léa Martin"
    assert claims.account.login_hint == "O.opaque"
    assert claims.nonce == forge.NONCE
    assert forge.NONCE not in repr(claims)


@pytest.mark.parametrize("name", BAD)
def test_bad_token_is_refused_for_its_reason(name: str) -> None:
    code, made = BAD[name]
    with pytest.raises(TokenInvalid) as refused:
        check(made())
    assert refused.value.code == code
    assert str(refused.value) == code
    assert refused.value.__context__ is None


def test_corpus_is_as_large_as_promised() -> None:
    assert len(BAD) >= 40


def test_ids_are_compared_without_case_and_kept_in_lower_case() -> None:
    shouted = payload(tid=forge.TENANT_ID.upper(), oid=forge.USER_ID.upper())
    assert check(token(shouted)).person == Person(forge.TENANT_ID, forge.USER_ID)


def test_absent_auth_time_is_told_and_not_refused() -> None:
    assert check(token(payload(auth_time=...))).auth_time is None


@pytest.mark.parametrize("seconds", [1_000_000_000, 9_999_999_999, forge.NOW_S + 100_000])
def test_any_ten_digit_auth_time_is_left_to_the_gate(seconds: int) -> None:
    assert check(token(payload(auth_time=seconds))).auth_time == seconds


@pytest.mark.parametrize("changes", [{"exp": forge.NOW_S + 1}, {"nbf": forge.NOW_S}, {"nbf": ...}])
def test_first_and_last_second_count(changes: dict[str, Any]) -> None:
    assert check(token(payload(**changes))).username == "lea@valcombe.example"


@pytest.mark.parametrize("iat", [..., None, "x", forge.NOW_S, forge.NOW_S + 10**6])
def test_the_age_of_the_token_says_nothing(iat: object) -> None:
    old = forge.NOW_S - 10_000
    assert check(token(payload(iat=iat, auth_time=old))).auth_time == old


def test_a_person_is_tenant_and_object_id_whatever_they_are_called() -> None:
    claims = check(token(payload()))
    renamed = check(token(payload(preferred_username="eve@valcombe.example", sub="other")))
    namesake = check(token(payload(oid=OTHER)))
    assert renamed.person == claims.person
    assert namesake.person != claims.person
    assert namesake.username == claims.username


def test_names_fall_back_to_what_there_is() -> None:
    bare = payload(preferred_username=..., upn="lea@old.example", name=7, login_hint=None)
    claims = check(token(bare))
    assert claims.username == claims.display_name == claims.login_hint == "lea@old.example"


def test_no_expected_nonce_never_matches() -> None:
    with pytest.raises(TokenInvalid) as refused:
        check(token(payload(nonce="")), nonce="")
    assert refused.value.code == "nonce"


@settings(derandomize=True, deadline=None)
@given(st.integers(min_value=0), st.integers(min_value=0, max_value=255))
def test_a_changed_byte_is_never_accepted(place: int, byte: int) -> None:
    good = bytearray(_GOOD_TOKEN.encode())
    at = place % len(good)
    if good[at] == byte or _is_same_bits(good, at, byte):
        return
    good[at] = byte
    with pytest.raises(TokenInvalid):
        check(good.decode("latin-1"))


_GOOD_TOKEN = token()


def _is_same_bits(text: bytearray, at: int, byte: int) -> bool:
    """The last letter of a base64 segment carries bits that mean nothing."""
    changed = bytearray(text)
    changed[at] = byte
    is_last = at + 1 == len(text) or text[at + 1 : at + 2] == b"."
    return is_last and chr(byte).isalnum()


def test_key_set_keeps_only_what_can_sign() -> None:
    good = _jwk("ours", kid="good")
    document = {
        "keys": [
            good,
            _jwk("ours", kid="encrypting", use="enc"),
            _jwk("ours", kid=7),
            {**good, "kid": "secret", "kty": "oct", "k": "c2VjcmV0"},
            {**good, "kid": "broken", "n": "!"},
            {**good, "kid": "short", "n": forge.base64url(b"\xff" * 64)},
            {"kty": "RSA", "kid": "bare"},
            "no key",
            None,
        ]
    }
    assert list(rsa_keys(document)) == ["good"]
    assert rsa_keys({"keys": None}) == rsa_keys({}) == {}


def test_private_key_in_a_key_set_is_left_out() -> None:
    made = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(forge.private_key("ours")))
    assert rsa_keys({"keys": [{**made, "kid": "private"}]}) == {}


def _jwk(name: str, **members: Any) -> dict[str, Any]:
    public = forge.private_key(name).public_key()
    made: dict[str, Any] = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(public))
    made.pop("key_ops", None)
    return {**made, "use": "sig", **members}
