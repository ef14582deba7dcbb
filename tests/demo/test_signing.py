"""The keys of the pretend identity provider, and the certificate of its address."""

from __future__ import annotations

import ssl
from pathlib import Path

import jwt

from companyportal.demo import certificate
from companyportal.demo.organisation import load
from companyportal.demo.signing import Signer
from companyportal.demo.tenant import Tenant
from tests.virtual_clock import VirtualClock


def test_a_published_key_verifies_what_was_signed() -> None:
    tenant = Tenant(load(), VirtualClock())
    signer = Signer(tenant)
    token = signer.id_token(
        tenant.people[0], issuer="https://issuer", client_id="us", auth_time=1, nonce=""
    )
    (published,) = signer.jwks()["keys"]
    assert set(published) == {"kid", "use", "kty", "n", "e"}
    assert jwt.get_unverified_header(token) == {
        "alg": "RS256",
        "kid": published["kid"],
        "typ": "JWT",
    }
    key = jwt.PyJWK(published, algorithm="RS256")
    claims = jwt.decode(
        token,
        key,
        ["RS256"],
        options={"verify_iat": False, "verify_nbf": False},
        audience="us",
    )
    assert "nonce" not in claims


def test_the_certificate_is_for_this_computer_and_no_key_is_left_on_disk(tmp_path: Path) -> None:
    context, ca_file = certificate.make(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["ca.pem"]
    assert "PRIVATE KEY" not in ca_file.read_text(encoding="ascii")
    client = ssl.create_default_context(cafile=ca_file)
    for name in ("localhost", "127.0.0.1"):
        to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
        one = client.wrap_bio(to_client, to_server, server_hostname=name)
        other = context.wrap_bio(to_server, to_client, server_side=True)
        _shake_hands(one, other)
        assert one.version() == "TLSv1.3"


def _shake_hands(*ends: ssl.SSLObject) -> None:
    """Let both ends talk until both are content."""
    for _ in range(4):
        for end in ends:
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
