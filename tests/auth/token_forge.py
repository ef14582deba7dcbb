"""Makes good ID tokens, and bad ones by changing one thing."""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import json
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

CLIENT_ID = "6e5bf31b-93c8-4d3e-8f36-3f8f6f0f2b10"
TENANT_ID = "9b3c2d14-7a51-4b8e-9a40-1f8d6f7c2e55"
USER_ID = "0c1d2e3f-4a5b-4c6d-8e7f-901234567890"
ISSUER = f"https://localhost:8443/{TENANT_ID}/v2.0"
NONCE = "5f2b7c0a"
NOW_S = 1_764_000_000
KID = "key-1"


@functools.cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    """One key for each name."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def keys() -> dict[str, Any]:
    """What the provider publishes."""
    return {KID: private_key("ours").public_key(), "key-2": private_key("second").public_key()}


def header(**changes: Any) -> dict[str, Any]:
    """A good header, with changes; ``...`` removes a member."""
    return _changed({"typ": "JWT", "alg": "RS256", "kid": KID}, changes)


def payload(**changes: Any) -> dict[str, Any]:
    """Good claims, with changes; ``...`` removes one."""
    good = {
        "iss": ISSUER,
        "aud": CLIENT_ID,
        "tid": TENANT_ID,
        "oid": USER_ID,
        "sub": "pairwise",
        "nonce": NONCE,
        "iat": NOW_S - 300,
        "nbf": NOW_S - 300,
        "exp": NOW_S + 3600,
        "auth_time": NOW_S - 20,
        "preferred_username": "lea@valcombe.example",
        "name": "Léa Martin",
        "login_hint": "O.opaque",
    }
    return _changed(good, changes)


def token(
    claims: dict[str, Any] | str | bytes | None = None,
    head: dict[str, Any] | str | None = None,
    *,
    key: str = "ours",
) -> str:
    """A token signed with RS256, whatever its header says."""
    signing_input = f"{_segment(header() if head is None else head)}." + _segment(
        payload() if claims is None else claims
    )
    signature = private_key(key).sign(signing_input.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{signing_input}.{base64url(signature)}"


def unsigned(alg: str) -> str:
    """A token without a signature."""
    return f"{_segment(header(alg=alg))}.{_segment(payload())}."


def hmac_with_public_key() -> str:
    """The classic confusion: HS256 with the published key as the secret."""
    pem = (
        private_key("ours")
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    signing_input = f"{_segment(header(alg='HS256'))}.{_segment(payload())}"
    signature = hmac.new(pem, signing_input.encode(), hashlib.sha256).digest()
    return f"{signing_input}.{base64url(signature)}"


def base64url(content: bytes) -> str:
    """Without padding, as in a JWT."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _segment(value: dict[str, Any] | str | bytes) -> str:
    if isinstance(value, dict):
        value = json.dumps(value)
    return base64url(value if isinstance(value, bytes) else value.encode())


def _changed(good: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    merged = good | changes
    return {name: value for name, value in merged.items() if value is not ...}
