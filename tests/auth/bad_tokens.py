"""Bad ID tokens: in each only one thing is wrong, beside the code it must be refused with."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from tests.auth import token_forge as forge
from tests.auth.token_forge import header, payload, token

OTHER = "11111111-2222-4333-8444-555555555555"
GOOD = payload()
DEEP = "malformed" if sys.version_info < (3, 13) else "issuer"
"""How deep Python reads is its own affair; no issuer stands down there either."""


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
    "alg none and a good signature": ("alg", head(alg="none")),
    "alg ES256": ("alg", head(alg="ES256")),
    "alg with a NUL": ("alg", head(alg="RS256\0")),
    "alg look-alike": ("alg", head(alg="R\u0405256")),
    "kid absent": ("kid", head(kid=...)),
    "kid unknown": ("kid", head(kid="key-9")),
    "kid a number": ("kid", head(kid=1)),
    "kid null": ("kid", head(kid=None)),
    "kid a path": ("kid", head(kid="../../dev/null")),
    "kid look-alike": ("kid", head(kid="\u043aey-1")),
    "kid of another key": ("signature", head(kid="key-2")),
    "jku": ("malformed", head(jku="https://evil.example/keys")),
    "x5u": ("malformed", head(x5u="https://evil.example/chain")),
    "jwk": ("malformed", head(jwk={"kty": "RSA"})),
    "x5c": ("malformed", head(x5c=["MIIB"])),
    "crit": ("malformed", head(crit=["exp"])),
    "b64 false": ("malformed", head(b64=False)),
    "zip": ("malformed", head(zip="DEF")),
    "enc": ("malformed", head(enc="A256GCM")),
    "typ at+jwt": ("malformed", head(typ="at+jwt")),
    "signed by another key": ("signature", lambda: token(key="evil")),
    "signature of another token": (
        "signature",
        lambda: token(payload(name="Eve")).rsplit(".", 1)[0] + "." + token().rsplit(".", 1)[1],
    ),
    "signature of zeros": ("signature", lambda: token().rpartition(".")[0] + "." + "A" * 342),
    "signature cut": ("signature", lambda: token()[:-8]),
    "iss foreign": ("issuer", claim(iss="https://evil.example/v2.0")),
    "iss with a slash": ("issuer", claim(iss=forge.ISSUER + "/")),
    "iss of v1": ("issuer", claim(iss=f"https://sts.windows.net/{forge.TENANT_ID}/")),
    "iss upper case": ("issuer", claim(iss=forge.ISSUER.upper())),
    "iss look-alike": ("issuer", claim(iss=forge.ISSUER.replace("localhost", "l\u043ecalhost"))),
    "iss by http": ("issuer", claim(iss=forge.ISSUER.replace("https", "http"))),
    "iss of another tenant": ("issuer", claim(iss=forge.ISSUER.replace(forge.TENANT_ID, OTHER))),
    "iss absent": ("issuer", claim(iss=...)),
    "iss a list": ("issuer", claim(iss=[forge.ISSUER])),
    "aud foreign": ("audience", claim(aud=OTHER)),
    "aud a list": ("audience", claim(aud=[forge.CLIENT_ID])),
    "aud two": ("audience", claim(aud=[forge.CLIENT_ID, OTHER])),
    "aud with a prefix": ("audience", claim(aud=f"api://{forge.CLIENT_ID}")),
    "aud in wide digits": ("audience", claim(aud=forge.CLIENT_ID.replace("6", "\uff16"))),
    "aud upper case": ("audience", claim(aud=forge.CLIENT_ID.upper())),
    "aud absent": ("audience", claim(aud=...)),
    "tid foreign": ("tenant", claim(tid=OTHER)),
    "tid look-alike": ("tenant", claim(tid=forge.TENANT_ID.replace("c", "\u0441"))),
    "tid with a blank": ("tenant", claim(tid=forge.TENANT_ID + " ")),
    "tid absent": ("tenant", claim(tid=...)),
    "tid null": ("tenant", claim(tid=None)),
    "oid absent": ("subject", claim(oid=...)),
    "oid a number": ("subject", claim(oid=7)),
    "oid a name": ("subject", claim(oid="lea@valcombe.example")),
    "oid with braces": ("subject", claim(oid=f"{{{forge.USER_ID}}}")),
    "oid with a newline": ("subject", claim(oid=forge.USER_ID + "\n")),
    "oid with a dotless i": ("subject", claim(oid=forge.USER_ID[:-1] + "ı")),
    "nonce foreign": ("nonce", claim(nonce="5f2b7c0b")),
    "nonce upper case": ("nonce", claim(nonce=forge.NONCE.upper())),
    "nonce look-alike": ("nonce", claim(nonce=forge.NONCE.replace("a", "\u0430"))),
    "nonce and more": ("nonce", claim(nonce=forge.NONCE + "\0")),
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
    "nbf to come": ("early", claim(nbf=forge.NOW_S + 1)),
    "nbf text": ("malformed", claim(nbf=str(forge.NOW_S))),
    "nbf null": ("malformed", claim(nbf=None)),
    "exp infinite": ("malformed", raw(json.dumps(payload(exp=float("inf"))))),
    "auth_time milliseconds": ("auth_time", claim(auth_time=forge.NOW_S * 1000)),
    "auth_time text": ("auth_time", claim(auth_time=str(forge.NOW_S))),
    "auth_time a float": ("auth_time", claim(auth_time=float(forge.NOW_S))),
    "auth_time with an exponent": (
        "auth_time",
        raw(json.dumps(payload(auth_time=...))[:-1] + ', "auth_time": 1.764e9}'),
    ),
    "auth_time of eleven digits": ("auth_time", claim(auth_time=10_000_000_000)),
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
    "auth_time twice, once escaped": (
        "malformed",
        raw(json.dumps(payload())[:-1] + f', "\\u0061uth_time": {forge.NOW_S}}}'),
    ),
    "oid twice": ("malformed", twice("oid", f'"{OTHER}"')),
    "payload a list": ("malformed", raw("[]")),
    "payload null": ("malformed", raw("null")),
    "payload and more": ("malformed", raw(json.dumps(GOOD) + "{}")),
    "payload after a byte order mark": ("malformed", raw("\ufeff" + json.dumps(GOOD))),
    "payload detached": (
        "malformed",
        lambda: "{0}..{2}".format(*token().split(".")),
    ),
    "payload no JSON": ("malformed", raw("{oid}")),
    "payload empty": ("malformed", lambda: token(b"")),
    "payload latin-1": (
        "malformed",
        lambda: token(json.dumps(GOOD)[:-1].encode() + b',"x":"\xe9"}'),
    ),
    "payload UTF-16": ("malformed", lambda: token(json.dumps(GOOD).encode("utf-16"))),
    "payload deep": (DEEP, raw('{"x":' + "[" * 5000 + "]" * 5000 + "}")),
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
    "as JSON": ("malformed", lambda: json.dumps({"payload": token().split(".")[1]})),
    "leading blank": ("malformed", lambda: " " + token()),
    "trailing newline": ("malformed", lambda: token() + "\n"),
    "padded": ("malformed", lambda: token() + "=="),
    "standard alphabet": ("malformed", lambda: "+/+/" + token()),
    "not ASCII": ("malformed", lambda: token().replace("e", "é")),
    "bytes": ("malformed", lambda: token().encode()),
    "nothing": ("malformed", lambda: None),
}
