"""Every check of an ID token, each by a token in which only that is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.auth.id_token import Claims, validate
from companyportal.auth.key_set import rsa_keys
from companyportal.domain import Person
from companyportal.errors import TokenInvalid
from tests.auth import token_forge as forge
from tests.auth.token_forge import header, payload, token

OTHER = "11111111-2222-4333-8444-555555555555"
GOOD = payload()


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


def claim(**changes: Any) -> Callable[[], str]:
    return lambda: token(payload(**changes))


def head(**changes: Any) -> Callable[[], str]:
    return lambda: token(head=header(**changes))


def raw(text: str) -> Callable[[], str]:
    return lambda: token(text)


def twice(name: str, value: str) -> Callable[[], str]:
    """A second member of one name, put first or last in the same object."""
    return lambda: token(json.dumps(payload())[:-1] + f', "{name}": {value}}}')


BAD: dict[str, tuple[str, Callable[[], Any]]] = {
    "alg none": ("alg", lambda: forge.unsigned("none")),
    "alg NONE": ("alg", lambda: forge.unsigned("NONE")),
    "alg RS256 but no signature": ("malformed", lambda: forge.unsigned("RS256")),
    "alg HS256 with the public key": ("alg", forge.hmac_with_public_key),
    "alg PS256": ("alg", head(alg="PS256")),
    "alg RS384": ("alg", head(alg="RS384")),
    "alg rs256": ("alg", head(alg="rs256")),
    "alg a list": ("alg", head(alg=["RS256"])),
    "alg absent": ("alg", head(alg=...)),
    "kid absent": ("kid", head(kid=...)),
    "kid unknown": ("kid", head(kid="key-9")),
    "kid a number": ("kid", head(kid=1)),
    "kid null": ("kid", head(kid=None)),
    "kid a path": ("kid", head(kid="../../dev/null")),
    "kid of another key": ("signature", head(kid="key-2")),
    "jku": ("malformed", head(jku="https://evil.example/keys")),
    "x5u": ("malformed", head(x5u="https://evil.example/chain")),
    "jwk": ("malformed", head(jwk={"kty": "RSA"})),
    "x5c": ("malformed", head(x5c=["MIIB"])),
    "crit": ("malformed", head(crit=["exp"])),
    "b64 false": ("malformed", head(b64=False)),
    "typ at+jwt": ("malformed", head(typ="at+jwt")),
    "signed by another key": ("signature", lambda: token(key="evil")),
    "signature of another token": (
        "signature",
        lambda: token(payload(name="Eve")).rsplit(".", 1)[0] + "." + token().rsplit(".", 1)[1],
    ),
    "signature cut": ("signature", lambda: token()[:-8]),
    "iss foreign": ("issuer", claim(iss="https://evil.example/v2.0")),
    "iss with a slash": ("issuer", claim(iss=forge.ISSUER + "/")),
    "iss of v1": ("issuer", claim(iss=f"https://sts.windows.net/{forge.TENANT_ID}/")),
    "iss upper case": ("issuer", claim(iss=forge.ISSUER.upper())),
    "iss absent": ("issuer", claim(iss=...)),
    "iss a list": ("issuer", claim(iss=[forge.ISSUER])),
    "aud foreign": ("audience", claim(aud=OTHER)),
    "aud a list": ("audience", claim(aud=[forge.CLIENT_ID])),
    "aud two": ("audience", claim(aud=[forge.CLIENT_ID, OTHER])),
    "aud with a prefix": ("audience", claim(aud=f"api://{forge.CLIENT_ID}")),
    "aud absent": ("audience", claim(aud=...)),
    "tid foreign": ("tenant", claim(tid=OTHER)),
    "tid absent": ("tenant", claim(tid=...)),
    "tid null": ("tenant", claim(tid=None)),
    "oid absent": ("subject", claim(oid=...)),
    "oid a number": ("subject", claim(oid=7)),
    "oid a name": ("subject", claim(oid="lea@valcombe.example")),
    "oid with braces": ("subject", claim(oid=f"{{{forge.USER_ID}}}")),
    "oid with a newline": ("subject", claim(oid=forge.USER_ID + "\n")),
    "oid with a dotless i": ("subject", claim(oid=forge.USER_ID[:-1] + "ı")),
    "nonce foreign": ("nonce", claim(nonce="5f2b7c0b")),
    "nonce absent": ("nonce", claim(nonce=...)),
    "nonce empty": ("nonce", claim(nonce="")),
    "nonce a list": ("nonce", claim(nonce=[forge.NONCE])),
    "nonce half a character": ("malformed", raw(json.dumps(payload(nonce="\ud800")))),
    "exp now": ("expired", claim(exp=forge.NOW_S)),
    "exp past": ("expired", claim(exp=1)),
    "exp negative": ("expired", claim(exp=-forge.NOW_S)),
    "exp absent": ("malformed", claim(exp=...)),
    "exp true": ("malformed", claim(exp=True)),
    "exp a float": ("malformed", claim(exp=forge.NOW_S + 3600.0)),
    "exp text": ("malformed", claim(exp=str(forge.NOW_S + 3600))),
    "exp infinite": ("malformed", raw(json.dumps(payload(exp=float("inf"))))),
    "auth_time milliseconds": ("auth_time", claim(auth_time=forge.NOW_S * 1000)),
    "auth_time text": ("auth_time", claim(auth_time=str(forge.NOW_S))),
    "auth_time a float": ("auth_time", claim(auth_time=float(forge.NOW_S))),
    "auth_time true": ("auth_time", claim(auth_time=True)),
    "auth_time null": ("auth_time", claim(auth_time=None)),
    "auth_time a list": ("auth_time", claim(auth_time=[forge.NOW_S])),
    "auth_time zero": ("auth_time", claim(auth_time=0)),
    "auth_time negative": ("auth_time", claim(auth_time=-forge.NOW_S)),
    "auth_time of nine digits": ("auth_time", claim(auth_time=999_999_999)),
    "auth_time NaN": ("malformed", raw(json.dumps(payload(auth_time=float("nan"))))),
    "auth_time endless": (
        "malformed",
        raw(json.dumps(payload())[:-1] + ', "x": ' + "9" * 5000 + "}"),
    ),
    "auth_time twice": ("malformed", twice("auth_time", str(forge.NOW_S))),
    "oid twice": ("malformed", twice("oid", f'"{OTHER}"')),
    "payload a list": ("malformed", raw("[]")),
    "payload null": ("malformed", raw("null")),
    "payload no JSON": ("malformed", raw("{oid}")),
    "payload empty": ("malformed", lambda: token(b"")),
    "payload latin-1": (
        "malformed",
        lambda: token(json.dumps(GOOD)[:-1].encode() + b',"x":"\xe9"}'),
    ),
    "payload UTF-16": ("malformed", lambda: token(json.dumps(GOOD).encode("utf-16"))),
    "payload deep": ("malformed", raw('{"x":' + "[" * 5000 + "]" * 5000 + "}")),
    "name half a character": ("malformed", raw(json.dumps(payload(name="\udfff")))),
    "header a list": ("malformed", lambda: token(head="[]")),
    "header alg twice": (
        "malformed",
        lambda: token(head='{"alg":"none","alg":"RS256","kid":"key-1"}'),
    ),
    "huge": ("malformed", claim(groups=["x" * 16 * 1024])),
    "empty": ("malformed", lambda: ""),
    "two parts": ("malformed", lambda: token().rpartition(".")[0]),
    "four parts": ("malformed", lambda: token() + ".x"),
    "five parts, encrypted": ("malformed", lambda: ".".join(["e30"] * 5)),
    "leading blank": ("malformed", lambda: " " + token()),
    "trailing newline": ("malformed", lambda: token() + "\n"),
    "padded": ("malformed", lambda: token() + "=="),
    "standard alphabet": ("malformed", lambda: "+/+/" + token()),
    "not ASCII": ("malformed", lambda: token().replace("e", "é")),
    "bytes": ("malformed", lambda: token().encode()),
    "nothing": ("malformed", lambda: None),
}


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


def test_the_last_second_before_expiry_counts() -> None:
    assert check(token(payload(exp=forge.NOW_S + 1))).username == "lea@valcombe.example"


def test_names_fall_back_to_what_there_is() -> None:
    bare = payload(preferred_username=..., upn="lea@old.example", name=7, login_hint=None)
    claims = check(token(bare))
    assert claims.username == claims.display_name == claims.login_hint == "lea@old.example"


def test_no_expected_nonce_never_matches() -> None:
    with pytest.raises(TokenInvalid) as refused:
        check(token(payload(nonce="")), nonce="")
    assert refused.value.code == "nonce"


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
