"""The identity provider's signing keys, read anew for every interactive sign-in.

Reading them each time costs two small requests and leaves nothing to go stale.

Source: OpenID Connect Discovery 1.0, 4; RFC 7517.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jwt
import requests

from companyportal.errors import ServiceFailed

LEAST_KEY_BITS = 2048


def fetch_keys(http: requests.Session, authority: str) -> dict[str, Any]:
    """Key id -> RSA public key, from the authority's own documents.

    Raises: ServiceFailed where they are not what they should be; requests.RequestException
    """
    found = _document(http, f"{authority}/v2.0/.well-known/openid-configuration")
    address = found.get("jwks_uri")
    if not isinstance(address, str):
        raise ServiceFailed(code="discovery")
    return rsa_keys(_document(http, address))


def _document(http: requests.Session, address: str) -> dict[str, Any]:
    answer = http.get(address)
    if answer.status_code != 200:
        raise ServiceFailed(status=answer.status_code, code="discovery")
    document: dict[str, Any] = answer.json()
    return document


def rsa_keys(document: Mapping[str, Any]) -> dict[str, Any]:
    """The usable keys of a JSON Web Key Set; the others are left out."""
    items = document.get("keys")
    if not isinstance(items, list):
        return {}
    keys: dict[str, Any] = {}
    for item in items:
        if not isinstance(item, dict) or item.get("kty") != "RSA":
            continue
        kid = item.get("kid")
        if not isinstance(kid, str) or item.get("use", "sig") != "sig":
            continue
        try:
            key = jwt.PyJWK(item, algorithm="RS256").key
        except (jwt.PyJWTError, ValueError, TypeError, LookupError):
            continue
        # A private key in a public document is nobody's to trust, and has no such size check.
        if getattr(key, "key_size", 0) >= LEAST_KEY_BITS and hasattr(key, "public_numbers"):
            keys[kid] = key
    return keys
