"""Secrets and people leave every text in every form in which libraries write them."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.redaction import redact
from tests.proofs import threat

GUID = "6f1c2d3e-4a5b-4c6d-8e7f-0123456789ab"
JWT = ".".join(
    base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
    for part in ({"alg": "RS256", "typ": "JWT"}, {"name": "Marie"}, {"signature": 1})
)


@pytest.mark.parametrize(
    "template",
    [
        "Bearer {}",
        "Authorization: Bearer {} and more",
        "{{'Authorization': 'Basic {}', 'x': 1}}",
        "Set-Cookie: ESTSAUTH={}; Path=/; a=b",
        "access_token={}&expires_in=1",
        '{{"refresh_token": "{}", "x": 1}}',
        "{{'id_token':'{}'}}",
        'TokenResponse(access_token="{}")',
        "got code={}",
        "{{'code': '{}', 'state': 'x'}}",
        "?code=a&state={}",
        "nonce: {}",
        "'code_verifier': b'{}'",
        "client_info={}",
        "login_hint={}",
        "loginfmt={}&passwd=x",
        "loginfmt=x&passwd={}",
        '"password" : "{}"',
        "passcode={}",
        "passcode: first {} last",
        "'temporaryPasscode': '{}'",
        '{{"body": "{{\\\\"passcode\\\\": \\\\"{}\\\\"}}"}}',
        "recoveryKey={}",
        "{{'macOsUnlockCode': '{}'}}",
        '"unlockPin":"{}"',
        "'latitude': {}",
        "client_secret={}",
        "client_assertion={}",
        "https://login.example.com/authorize?x={}",
        "https://login.example.com/done#x={}",
        "GET /authorize?login={} HTTP/1.1",
        "https://marie:{}@portal.example.com/",
        "https://{}@portal.example.com/",
        "username='{}', display_name='Marie'",
        "display_name='Marie {}'",
        "preferred_username: {}",
    ],
)
@pytest.mark.parametrize("secret", ["S3cr3t-Value", "0.AXoA-x_Y.Z~1", "a\\'b-S3cr3t"])
def test_a_value_leaves_with_its_key_known(template: str, secret: str) -> None:
    text = redact(template.format(secret))
    assert secret not in text
    assert "S3cr3t" not in text
    assert "AXoA" not in text
    assert "…" in text


@pytest.mark.parametrize(
    "secret",
    [
        JWT,
        JWT.rpartition(".")[0] + ".",
        "0.AXoAyQ7Xq1-Y0kC_9lVY3x2Zzg.AgABAAIAAAD",
        "x" * 60,
        "-".join(["012345"] * 8),
        "7F3K-AB12-CD34-EF56-GH78-IJ90",
        "marie.durand@valcombe.example",
        "marie_durand#EXT#@valcombe.example",
        "élodie.o'neil%40valcombe.example",
        "marie@localhost",
        f"{GUID}.{GUID}",
    ],
)
def test_a_value_leaves_wherever_it_stands(secret: str) -> None:
    for text in (
        secret,
        f"failed for {secret}: no",
        f"“{secret}”",
        f"[{secret}]",
        f"('{secret}',)",
    ):
        assert secret not in redact(text)
    assert redact(f"before {secret} after").startswith("before ")
    assert redact(f"before {secret} after").endswith(" after")


@pytest.mark.parametrize("key", ["oid", "sub", "userId", "user_id", "owner_id", "home_account_id"])
def test_the_ids_of_people_leave(key: str) -> None:
    for text in (f"{key}={GUID}", f"'{key}': '{GUID}'", f'"{key}":"{GUID}"'):
        assert GUID not in redact(text)
    assert GUID not in redact(f"GET https://graph.microsoft.com/v1.0/users/{GUID}/managedDevices")


@pytest.mark.parametrize(
    "text",
    [
        f"GET https://graph.microsoft.com/v1.0/deviceManagement/managedDevices/{GUID}",
        f"request-id {GUID}, status_code=404, error_code=5",
        f"device_id={GUID} state_count=3 postcode=75001",
        "operation 1 cannot become SENDING (SQLITE_FULL)",
        "/home/someone/.local/state/companyportal/log.txt: No such file or directory",
        "companyportal.graph.organisation.OrganisationService failed after 3 s; token gone",
    ],
)
def test_what_support_needs_stays(text: str) -> None:
    assert redact(text) == text


def test_a_text_becomes_one_visible_line() -> None:
    assert redact("a\nb\r\x1b[31m\u202e\u2028\udc80é") == (
        "a\\nb\\r\\x1b[31m\\u202e\\u2028\\udc80é"
    )


@threat("T22")
@settings(deadline=None)
@given(st.text() | st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_no_text_breaks_a_line(text: str) -> None:
    assert redact(text).isprintable()


def test_a_huge_text_is_cut() -> None:
    for piece in ("a", "a.", "\\", "'", "x=", "://", "a@", "\n", "token"):
        assert len(redact(piece * 1_000_000)) <= 40_002
