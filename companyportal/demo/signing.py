"""ID tokens exactly as Entra v2.0 makes them, and all the wrong ones that a fault asks for.

Source: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from companyportal.demo.organisation import DemoPerson
from companyportal.demo.tenant import Tenant

BACKDATED_S = 300
"""So far back Entra dates iat and nbf."""
LIFETIME_S = 3600
_DAY_S = 86_400


def base64url(raw: bytes) -> str:
    """Base64 for URLs without padding, as everywhere in OAuth."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def login_hint_of(person: DemoPerson) -> str:
    """The opaque login_hint claim of a person."""
    return "O." + base64url(hashlib.sha256(person.user_id.encode()).digest())


class Signer:
    """Makes and signs ID tokens; the first one of a process makes an RSA key, which takes its time,
    so construct it in a thread.
    """

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant
        self._key = _key("signing")
        self._key_id = base64url(hashlib.sha256(_modulus(self._key)).digest()[:20])

    def jwks(self) -> dict[str, Any]:
        """The published keys."""
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key()))
        public = {"kid": self._key_id, "use": "sig", "kty": "RSA", "n": key["n"], "e": key["e"]}
        return {"keys": [public]}

    def id_token(
        self, person: DemoPerson, *, issuer: str, client_id: str, auth_time: int, nonce: str
    ) -> str:
        """A signed ID token for that sign-in, bent by the faults that are on."""
        claims = self._claims(person, issuer=issuer, client_id=client_id)
        claims["auth_time"] = auth_time
        if nonce:
            claims["nonce"] = nonce
        token = self._sign(self._bent(claims))
        return self._tenant.remember(token)

    def _claims(self, person: DemoPerson, *, issuer: str, client_id: str) -> dict[str, Any]:
        now = self._tenant.now_s()
        pair = f"{person.user_id} {client_id}".encode()
        strange = self._tenant.hostile_text if "hostile-texts" in self._tenant.faults else ""
        # Names have at most 256 characters in a directory, and nobody can sign half a letter.
        strange = strange[:240].encode(errors="ignore").decode()
        return {
            "aud": client_id,
            "iss": issuer,
            "iat": now - BACKDATED_S,
            "nbf": now - BACKDATED_S,
            "exp": now + LIFETIME_S,
            "name": person.display_name + strange,
            "preferred_username": person.username,
            "login_hint": login_hint_of(person),
            "oid": person.user_id,
            "sub": base64url(hashlib.sha256(pair).digest()),
            "tid": self._tenant.organisation.tenant_id,
            "rh": "1." + base64url(hashlib.sha256(b"rh " + pair).digest()),
            "uti": base64url(hashlib.sha256(f"{now} {person.user_id}".encode()).digest()[:16]),
            "ver": "2.0",
            "cnry": self._tenant.mint("ID"),
        }

    def _bent(self, claims: dict[str, Any]) -> dict[str, Any]:
        now = self._tenant.now_s()
        other_id = "00000000-0000-4000-8000-00000000beef"
        bends: dict[str, dict[str, Any]] = {
            "wrong-audience": {"aud": other_id},
            "wrong-issuer": {"iss": f"https://login.example/{other_id}/v2.0"},
            "wrong-tenant": {"tid": other_id},
            "wrong-nonce": {"nonce": "another nonce"},
            "expired-id-token": {"exp": now - _DAY_S},
            "stale-id-token": {"auth_time": now - 7_200},
            "future-auth-time": {"auth_time": now + _DAY_S},
            "slow-second-factor": {"auth_time": now - 250},
            "odd-auth-time": {"auth_time": str(claims["auth_time"])},
        }
        for fault, bend in bends.items():
            if self._tenant.faults.strikes(fault):
                claims |= bend
        if self._tenant.faults.strikes("no-auth-time"):
            del claims["auth_time"]
        return claims

    def _sign(self, claims: dict[str, Any]) -> str:
        faults = self._tenant.faults
        headers = {"kid": self._key_id}
        if faults.strikes("alg-none"):
            return jwt.encode(claims, "", algorithm="none", headers=headers)
        if faults.strikes("unknown-key"):
            return jwt.encode(claims, _key("forging"), algorithm="RS256", headers={"kid": "?"})
        key = _key("forging") if faults.strikes("forged-id-token") else self._key
        return jwt.encode(claims, key, algorithm="RS256", headers=headers)


@functools.cache
def _key(purpose: str) -> RSAPrivateKey:
    """The key of this process for that purpose: making one takes a tenth of a second."""
    return generate_private_key(public_exponent=65_537, key_size=2048)


def _modulus(key: RSAPrivateKey) -> bytes:
    return key.public_key().public_numbers().n.to_bytes(256, "big")
