"""MSAL behind our border: whatever an authority answers ends in one of our own errors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import msal
import pytest

from companyportal.auth.border import refusal
from companyportal.auth.msal_client import MsalClient, Redeemed, _sites
from companyportal.auth.quiet_thread import in_thread
from companyportal.clock import SystemClock
from companyportal.domain import Person
from companyportal.errors import (
    CaptivePortal,
    ConsentMissing,
    NotAssigned,
    Offline,
    PortalError,
    ProgramUnknown,
    ServiceFailed,
    SignInBlocked,
    SignInCancelled,
    SignInFailed,
    SignInNotFresh,
    SignInRequired,
    Throttled,
    TokenInvalid,
)
from tests.auth import token_forge as forge
from tests.auth.scripted_authority import Serve, base, endpoints
from tests.graph.raw_server import After, RawServer, Step, http

SERVED_AT = 1_714_636_800


PERSON = Person(forge.TENANT_ID, forge.USER_ID)


def discovery(server: RawServer, **changes: Any) -> bytes:
    return http(
        {
            "authorization_endpoint": "http://localhost:1/authorize",
            "token_endpoint": f"{base(server)}/token",
            "jwks_uri": f"{base(server)}/keys",
        }
        | changes
    )


def key_set() -> bytes:
    public = forge.private_key("ours").public_key()
    key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(public))
    return http({"keys": [{**key, "kid": forge.KID}]})


async def connected(
    serve: Serve, ca_file: Path, cache_text: str = ""
) -> tuple[RawServer, MsalClient]:
    server = await serve(http({}))
    server.play(discovery(server))
    made = await in_thread(
        lambda: MsalClient(endpoints(server, ca_file), SystemClock(), cache_text)
    )
    return server, made


def id_token(server: RawServer, flow: Mapping[str, Any], **changes: Any) -> str:
    good = {
        "iss": f"https://localhost:{server.port}/{forge.TENANT_ID}/v2.0",
        "nonce": parse_qs(urlsplit(flow["auth_uri"]).query)["nonce"][0],
        "nbf": SERVED_AT - 300,
        "exp": SERVED_AT + 3600,
        "auth_time": SERVED_AT,
    }
    return forge.token(forge.payload(**(good | changes)))


def token_answer(identity: str | None, **more: Any) -> bytes:
    info = forge.base64url(json.dumps({"uid": forge.USER_ID, "utid": forge.TENANT_ID}).encode())
    answer = {"access_token": "CNRY-AT", "refresh_token": "CNRY-RT", "expires_in": 3600}
    answer |= {"client_info": info} | ({} if identity is None else {"id_token": identity}) | more
    return http(answer)


async def redeemed(
    server: RawServer, client: MsalClient, flow: dict[str, Any], answer: bytes
) -> Redeemed:
    server.play(discovery(server), key_set(), answer)
    fields = {"code": "CNRY-CODE", "state": flow["state"]}
    return await in_thread(lambda: client.redeem(flow, fields))


async def test_scripted_authority_signs_in(serve: Serve, ca_file: Path) -> None:
    server, client = await connected(serve, ca_file)
    flow = client.start("http://localhost:1", {"prompt": "login", "max_age": 300})
    done = await redeemed(server, client, flow, token_answer(id_token(server, flow)))
    assert (done.claims.person, done.served_at) == (PERSON, SERVED_AT)
    client.forget()
    with pytest.raises(SignInRequired):
        client.silent(PERSON, claims="", renew=False)


ANSWERS: dict[str, tuple[type[PortalError], str, bytes]] = {
    "code refused": (
        SignInFailed,
        "AADSTS70008",
        http(
            {"error": "invalid_grant", "error_description": "AADSTS70008: for lea@x"},
            status="400 Bad",
        ),
    ),
    "busy": (ServiceFailed, "server_error", http({"error": "server_error"}, status="400 Bad")),
    "strange code": (SignInFailed, "unknown", http({"error": "<b>x</b>"}, status="400 Bad")),
    "code not text": (SignInFailed, "7", http({"error": 7}, status="400 Bad")),
    "throttled": (
        Throttled,
        "",
        http({"error": "x"}, status="429 Slow", headers={"Retry-After": "7"}),
    ),
    "failing": (ServiceFailed, "identity_provider", http({}, status="502 Bad")),
    "no ID token": (TokenInvalid, "malformed", token_answer(None)),
    "half an ID token": (TokenInvalid, "malformed", token_answer("e30.e30")),
    "no token at all": (TokenInvalid, "malformed", token_answer("x")),
    "ID token a number": (TokenInvalid, "malformed", token_answer(None, id_token=7)),
    "no date": (
        TokenInvalid,
        "date",
        token_answer(None).replace(b"Date: Thu, 02 May 2024 08:00:00 GMT\r\n", b""),
    ),
    "cut off": (Offline, "ConnectionError", b""),
}


@pytest.mark.parametrize("name", ANSWERS)
async def test_answer_of_the_token_endpoint_is_told_in_our_words(
    serve: Serve, ca_file: Path, name: str
) -> None:
    kind, code, answer = ANSWERS[name]
    server, client = await connected(serve, ca_file)
    flow = client.start("http://localhost:1", {})
    step: Any = answer or Step(b"", After.RESET)
    with pytest.raises(PortalError) as failed:
        await redeemed(server, client, flow, step)
    client.forget()
    assert sum(path.startswith("POST") for path in server.paths()) == 1, "a code is used once"
    assert type(failed.value) is kind
    # How a broken connection shows itself depends on the moment.
    assert failed.value.code == code or kind is Offline
    assert "CNRY" not in repr(failed.value)
    assert "lea" not in repr(failed.value)
    if isinstance(failed.value, Throttled):
        assert failed.value.retry_after_s == 7


@pytest.mark.parametrize(
    ("number", "error", "kind"),
    [
        (53003, "access_denied", SignInBlocked),
        (53000, "invalid_grant", SignInBlocked),
        (65001, "invalid_grant", ConsentMissing),
        (90094, "access_denied", ConsentMissing),
        (65004, "access_denied", SignInCancelled),
        (50105, "invalid_grant", NotAssigned),
        (700016, "unauthorized_client", ProgramUnknown),
        (7000218, "invalid_client", ProgramUnknown),
        (99999, "invalid_grant", SignInFailed),
        (530, "invalid_grant", SignInFailed),
    ],
)
def test_who_has_to_change_what_is_told_by_entras_number(
    number: int, error: str, kind: type[PortalError]
) -> None:
    words = f"AADSTS{number}: the account lea@x of Example. Trace ID: 1"
    told = refusal({"error": error, "error_description": words})
    assert type(told) is kind
    assert told.code == f"AADSTS{number}"
    assert "lea" not in repr(told)


def test_a_number_that_entra_did_not_name_means_nothing() -> None:
    assert type(refusal({"error": "53003", "error_description": "53003"})) is SignInFailed


async def test_refusal_on_the_page_asks_for_no_token(serve: Serve, ca_file: Path) -> None:
    server, client = await connected(serve, ca_file)
    flow = client.start("http://localhost:1", {})
    seen = len(server.requests)
    for error, kind in (("access_denied", SignInCancelled), ("login_required", SignInFailed)):
        with pytest.raises(PortalError) as failed:
            client.redeem(flow, {"error": error, "state": flow["state"]})
        assert type(failed.value) is kind
    assert len(server.requests) == seen
    client.forget()


async def test_what_msal_refuses_is_refused_also_where_we_find_nothing(
    serve: Serve, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later MSAL may check more than we do."""
    redeem = msal.PublicClientApplication.acquire_token_by_auth_code_flow

    def doubting(app: Any, *args: Any) -> None:
        redeem(app, *args)
        raise RuntimeError("The ID token was: CNRY-ID")

    monkeypatch.setattr(msal.PublicClientApplication, "acquire_token_by_auth_code_flow", doubting)
    server, client = await connected(serve, ca_file)
    flow = client.start("http://localhost:1", {})
    with pytest.raises(SignInNotFresh) as failed:
        await redeemed(server, client, flow, token_answer(id_token(server, flow)))
    assert failed.value.code == "msal"
    assert failed.value.__context__ is None
    client.forget()
    with pytest.raises(TokenInvalid):
        await redeemed(server, client, flow, token_answer(None))


async def signed_in_cache(serve: Serve, ca_file: Path) -> dict[str, Any]:
    server, client = await connected(serve, ca_file)
    flow = client.start("http://localhost:1", {})
    await redeemed(server, client, flow, token_answer(id_token(server, flow)))
    text = client.changed_text()
    assert text is not None
    assert client.changed_text() is None
    client.forget()
    cache: dict[str, Any] = json.loads(text)
    return cache


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (http({"error": "invalid_grant"}, status="400 Bad"), SignInRequired, "invalid_grant"),
        (http({"error": "invalid_client"}, status="400 Bad"), SignInFailed, "invalid_client"),
        (http({"error": "x"}, status="429 Slow"), Throttled, ""),
        (http({}, status="503 Busy"), ServiceFailed, "identity_provider"),
        (http(b"<h1>Welcome", kind="text/html"), CaptivePortal, ""),
    ],
)
async def test_refused_renewal_is_told_in_our_words(
    serve: Serve, ca_file: Path, answer: bytes, kind: type[PortalError], code: str
) -> None:
    cache = await signed_in_cache(serve, ca_file)
    server, client = await connected(serve, ca_file, json.dumps(cache))
    server.play(answer)
    with pytest.raises(PortalError) as failed:
        await in_thread(lambda: client.silent(PERSON, claims="", renew=True))
    assert (type(failed.value), failed.value.code) == (kind, code)
    client.forget()


async def test_cache_without_tokens_asks_to_sign_in(serve: Serve, ca_file: Path) -> None:
    cache = await signed_in_cache(serve, ca_file)
    cache |= {"AccessToken": {}, "RefreshToken": {}}
    _, client = await connected(serve, ca_file, json.dumps(cache))
    with pytest.raises(SignInRequired) as failed:
        client.silent(PERSON, claims="", renew=False)
    assert failed.value.code == "no_token"
    with pytest.raises(SignInRequired) as failed:
        client.silent(Person(forge.TENANT_ID, forge.CLIENT_ID), claims="", renew=False)
    assert failed.value.code == "no_account"
    client.forget()


@pytest.mark.parametrize("text", ["nonsense", "[]", "7"])
async def test_damaged_cache_asks_to_sign_in(serve: Serve, ca_file: Path, text: str) -> None:
    _, client = await connected(serve, ca_file, text)
    with pytest.raises(PortalError):
        client.silent(PERSON, claims="", renew=False)


def test_form_may_come_from_the_pages_of_the_authority_only() -> None:
    demo = _sites("https://localhost:1/t", "http://localhost:2/t/authorize")
    assert demo == ("https://localhost:1", "http://localhost:2")
    entra = "https://login.microsoftonline.com"
    assert _sites(f"{entra}/t", f"{entra}/t/authorize") == (
        entra,
        entra,
        "https://login.microsoft.com",
    )
