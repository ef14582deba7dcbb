"""The pretend identity provider does what Entra does, to plain MSAL and by hand."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


def asked(uri: str, **changes: str) -> str:
    """The address with some of its parameters changed; an empty text takes one away."""
    parts = urlsplit(uri)
    query = {**dict(parse_qsl(parts.query)), **changes}
    return parts._replace(query=urlencode({k: v for k, v in query.items() if v})).geturl()


async def read_id_token(program: Program, token: str) -> dict[str, Any]:
    """The claims, with signature, issuer and audience checked."""
    url = f"{program.endpoints.authority}/discovery/v2.0/keys"
    async with program.http.get(url) as answer:
        keys = jwt.PyJWKSet.from_dict(await answer.json())
    header = jwt.get_unverified_header(token)
    claims: dict[str, Any] = jwt.decode(
        token,
        keys[header["kid"]],
        algorithms=["RS256"],
        audience=program.endpoints.client_id,
        issuer=f"{program.endpoints.authority}/v2.0",
        # The test's clock may be ahead of the computer's.
        options={"verify_iat": False, "verify_nbf": False},
    )
    return claims


async def test_discovery_names_https_for_programs_and_http_for_people(program: Program) -> None:
    url = f"{program.endpoints.authority}/v2.0/.well-known/openid-configuration"
    async with program.http.get(url) as answer:
        document = await answer.json()
    assert document["issuer"] == f"{program.endpoints.authority}/v2.0"
    assert document["token_endpoint"].startswith("https://localhost:")
    assert document["authorization_endpoint"].startswith("http://localhost:")
    assert document["end_session_endpoint"].startswith("http://localhost:")


async def test_id_tokens_are_made_as_entra_makes_them(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    result = await program.sign_in(browser)
    claims = await read_id_token(program, result["id_token"])
    now = int(demo_clock.now().timestamp())
    assert claims["iat"] == claims["nbf"] == now - 300
    assert claims["exp"] - claims["iat"] == 3900
    assert claims["auth_time"] == now
    assert claims["oid"] == demo.people[0].user_id
    assert claims["tid"] == demo.endpoints.tenant_id
    assert claims["sub"] != claims["oid"]
    assert (claims["ver"], claims["name"]) == ("2.0", "Marie Dubois")
    assert jwt.get_unverified_header(result["id_token"])["alg"] == "RS256"


async def test_msal_knows_the_account_by_tenant_and_object_id(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    assert program.accounts[0]["home_account_id"] == (
        f"{demo.people[0].user_id}.{demo.endpoints.tenant_id}"
    )


async def test_every_secret_is_marked_and_remembered(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    flow = await program.start()
    await browser.sign_in(flow["auth_uri"])
    answer = await program.answer()
    result = await program.redeem(flow, answer)
    assert answer["code"].startswith("CNRY-CODE-")
    assert result["access_token"].startswith("CNRY-AT-")
    assert result["refresh_token"].startswith("CNRY-RT-")
    mark = result["id_token_claims"]["cnry"]
    assert mark.startswith("CNRY-ID-")
    minted = {answer["code"], mark, *map(result.get, ("access_token", "refresh_token", "id_token"))}
    assert minted <= set(demo.tenant.secrets)


async def _code(program: Program, browser: HttpBrowser) -> tuple[dict[str, str], str]:
    """A good form for the token endpoint, and the flow's verifier."""
    flow = await program.start()
    await browser.sign_in(flow["auth_uri"])
    answer = await program.answer()
    form = {
        "grant_type": "authorization_code",
        "client_id": program.endpoints.client_id,
        "code": answer["code"],
        "redirect_uri": program.redirect_uri,
        "code_verifier": flow["code_verifier"],
    }
    return form, flow["code_verifier"]


@threat("T14", "T16")
@pytest.mark.parametrize(
    ("change", "error", "number"),
    [
        ({"code_verifier": "x" * 43}, "invalid_grant", 501481),
        ({"code_verifier": ""}, "invalid_grant", 501481),
        ({"redirect_uri": "http://localhost:1/"}, "invalid_grant", 50011),
        ({"code": "CNRY-CODE-invented"}, "invalid_grant", 9002313),
        ({"client_id": "somebody-else"}, "unauthorized_client", 700016),
        ({"grant_type": "password"}, "unsupported_grant_type", 70003),
    ],
)
async def test_a_wrong_token_request_is_refused(
    program: Program, browser: HttpBrowser, change: dict[str, str], error: str, number: int
) -> None:
    form, _ = await _code(program, browser)
    status, body = await program.token_request(**{**form, **change})
    assert (status, body["error"], body["error_codes"]) == (400, error, [number])
    assert body["error_description"].startswith(f"AADSTS{number}: ")


async def test_a_code_works_once(program: Program, browser: HttpBrowser) -> None:
    form, _ = await _code(program, browser)
    first, _ = await program.token_request(**form)
    second, body = await program.token_request(**form)
    assert (first, second, body["error_codes"]) == (200, 400, [54005])


async def test_a_code_lasts_ten_minutes(
    program: Program, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    form, _ = await _code(program, browser)
    await demo_clock.advance(601)
    _, body = await program.token_request(**form)
    assert body["error_codes"] == [70008]


async def test_a_refresh_token_brings_new_tokens_of_the_same_sign_in(
    program: Program, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    first = await program.sign_in(browser)
    await demo_clock.advance(1000)
    second = await program.silent(force_refresh=True)
    assert second["access_token"] != first["access_token"]
    claims = await read_id_token(program, second["id_token"])
    assert claims["auth_time"] == first["id_token_claims"]["auth_time"]
    assert "nonce" not in claims
    assert (await program.get("/me", select="displayName"))["displayName"] == "Marie Dubois"


async def test_an_unknown_refresh_token_is_refused(program: Program) -> None:
    status, body = await program.token_request(
        grant_type="refresh_token", client_id=program.endpoints.client_id, refresh_token="invented"
    )
    assert (status, body["error"]) == (400, "invalid_grant")


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": "https://localhost/"},
        {"redirect_uri": "http://127.0.0.1:8400/"},
        {"redirect_uri": "http://localhost:8400/elsewhere"},
        {"redirect_uri": "http://localhost:8400/?more=1"},
        {"redirect_uri": "http://localhost.evil.example/"},
        {"redirect_uri": "http://user@localhost:8400/"},
        {"redirect_uri": "http://localhost:port/"},
        {"redirect_uri": ""},
        {"client_id": "00000000-0000-0000-0000-000000000000"},
        {"response_mode": "fragment"},
    ],
)
async def test_a_request_that_could_lead_elsewhere_gets_a_page_and_no_redirect(
    program: Program, browser: HttpBrowser, changes: dict[str, str]
) -> None:
    flow = await program.start()
    page = await browser.open(asked(flow["auth_uri"], **changes))
    assert page.status == 400
    assert "AADSTS" in page.text
    assert page.form is None


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"scope": "openid Mail.Read"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
        ({"prompt": "dance"}, "invalid_request"),
        ({"max_age": "soon"}, "invalid_request"),
    ],
)
async def test_a_request_that_makes_no_sense_is_told_to_the_program(
    program: Program, browser: HttpBrowser, changes: dict[str, str], error: str
) -> None:
    flow = await program.start()
    await browser.open(asked(flow["auth_uri"], **changes))
    answer = await program.answer()
    assert (answer["error"], answer["state"]) == (error, flow["state"])


@pytest.mark.filterwarnings("ignore:response_mode:UserWarning")
async def test_the_answer_of_a_program_that_asks_for_query_comes_in_the_address(
    program: Program, browser: HttpBrowser
) -> None:
    result = await program.sign_in(browser, response_mode="query")
    assert "access_token" in result
    assert browser.pages[-1].url.startswith(f"{program.redirect_uri}/?code=CNRY-CODE-")


async def test_no_state_is_no_state(program: Program, browser: HttpBrowser) -> None:
    flow = await program.start()
    await browser.sign_in(asked(flow["auth_uri"], state=""))
    assert set(await program.answer()) == {"code", "session_state"}


async def test_forms_that_are_too_large_are_refused(program: Program) -> None:
    url = f"{program.endpoints.authority}/oauth2/v2.0/token"
    async with program.http.post(url, data={"code": "x" * 100_000}) as answer:
        assert answer.status == 413


async def test_describe_says_all_that_another_client_needs(demo: DemoServer) -> None:
    line = json.loads(json.dumps(demo.describe()))
    assert set(line) == {"authority", "graph", "ca_file", "client_id", "tenant_id", "people"}
    assert line["people"][0] == {
        "username": "marie.dubois@valcombe.example",
        "password": "demo",
        "display_name": "Marie Dubois",
    }


async def test_a_program_that_asks_for_less_gets_less(
    program: Program, browser: HttpBrowser
) -> None:
    origin = program.endpoints.service.removesuffix("/v1.0")
    flow = await program.start()
    uri = asked(flow["auth_uri"], scope=f"{origin}/.default", client_info="")
    await browser.sign_in(uri)
    status, body = await program.token_request(
        grant_type="authorization_code",
        client_id=program.endpoints.client_id,
        code=(await program.answer())["code"],
        redirect_uri=program.redirect_uri,
        code_verifier=flow["code_verifier"],
        claims="rubbish",
    )
    assert status == 200
    assert not {"id_token", "refresh_token", "client_info"} & set(body)
    answer, _ = await program.call("GET", "/me/managedDevices", token=body["access_token"])
    assert answer.status == 200
