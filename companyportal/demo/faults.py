"""The ways in which the demo organisation can be told to misbehave, by name.

Tests, ``companyportal demo-server --fault`` and the documentation read the same table, so a fault
cannot exist without a line that says what it does. A fault lasts until it is discarded; written
``NAME:N`` it strikes N times and is gone.
"""

from __future__ import annotations

from collections.abc import Iterable

FAULTS: dict[str, str] = {
    # The way to Graph; a change under one of these is never carried out.
    "latency": "every answer of Graph waits three seconds",
    "reset": "the connection to Graph is reset in the middle of the answer",
    "truncation": "Graph's answer ends too early, the connection closes properly",
    "throttle": "Graph answers 429 with Retry-After",
    "storm-500": "Graph answers 500 to everything",
    "storm-503": "Graph answers 503 to everything",
    "html-200": "a network's own page answers 200 in HTML instead of Graph",
    # What becomes of a change.
    "post-500": "a POST or PATCH is answered 500 and not carried out",
    "post-500-after-accept": "a POST or PATCH is carried out and then answered 500",
    "post-reset-after-accept": "a POST or PATCH is carried out and then the connection is reset",
    # What Graph says.
    "foreign-nextlink": "@odata.nextLink points to another host",
    "loop-nextlink": "@odata.nextLink points to the same page for ever",
    "wrong-types": "the first device of each page has values of wrong types",
    "unknown-enums": "every enum has a member nobody has heard of",
    "html-in-names": "every text that people see holds HTML",
    "hostile-texts": "every text that somebody may have typed ends in Tenant.hostile_text",
    "forbidden": "Graph answers 403",
    "unauthorized-forbidden": "Graph answers 401 and means 403",
    "no-role": "Intune's paths answer 403, as they do for people without a role; others work",
    "no-role-401": "the same, answered 401 as Intune may do",
    "claims-challenge": "Graph asks for a token with more claims, once",
    "claims-challenge-endless": "Graph asks for a token with more claims, whatever it is given",
    "step-up": "a POST or PATCH wants a sign-in that was asked for with the claims of a challenge",
    "approval-required": "Graph answers 403 to retire and wipe: a second administrator must agree",
    "approval-required-400": "the same, answered 400 as it also happens",
    "no-compliance-permission": "why a device is not compliant is answered 403",
    "no-photo": "nobody has a photo: 404",
    "no-branding": "the sign-in page has no branding: 404",
    "svg-pictures": "logos of the sign-in page and photos are SVG and claim to be PNG",
    "other-me": "/me tells of somebody else",
    "blocked-actions": "the organisation hides remove and reset on its iPhones, reset on its PCs",
    "no-key-permission": "recovery keys are answered 403",
    "gone": "each device, asked for by its id, answers 404",
    # The identity provider.
    "forged-id-token": "the ID token is signed with another key",
    "unknown-key": "the ID token names a key that is not published",
    "alg-none": "the ID token is not signed at all",
    "wrong-audience": "the ID token is made for another program",
    "wrong-issuer": "the ID token comes from another issuer",
    "wrong-tenant": "the ID token belongs to another tenant",
    "wrong-nonce": "the ID token holds another nonce",
    "expired-id-token": "the ID token has expired",
    "stale-id-token": "auth_time is two hours old",
    "future-auth-time": "auth_time is a day ahead",
    "no-auth-time": "the ID token has no auth_time",
    "odd-auth-time": "auth_time is a text",
    "slow-second-factor": "auth_time is 250 seconds old",
    "other-person": "the tokens are another person's than the one who filled in the form",
    "silent-sso": "a session cookie answers prompt=login without a form",
    "revoked-refresh": "refresh tokens are answered invalid_grant",
    "slow-token": "the token endpoint waits three seconds",
}


class UnknownFault(ValueError):
    """Somebody asked for a fault that does not exist; the text lists those that do."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no fault “{name}”; known are: {', '.join(sorted(FAULTS))}")


class FaultSet:
    """The faults that are switched on now; may be changed while the server runs."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._left: dict[str, int | None] = {}
        for name in names:
            self.add(name)

    def add(self, name: str, times: int | None = None) -> None:
        """Switch a fault on, for so many strikes or (None) for good; ``NAME:N`` does the same.

        Raises: UnknownFault, listing the known ones.
        """
        base, colon, count = name.partition(":")
        if base not in FAULTS or (colon and not (count.isdecimal() and int(count) > 0)):
            raise UnknownFault(name)
        self._left[base] = int(count) if colon else times

    def discard(self, name: str) -> None:
        """Switch a fault off, if it is on."""
        self._left.pop(name, None)

    def clear(self) -> None:
        """Behave again."""
        self._left.clear()

    def __contains__(self, name: object) -> bool:
        if name not in FAULTS:
            raise UnknownFault(str(name))
        return name in self._left

    def strikes(self, name: str) -> bool:
        """True where the fault is on; one of its strikes is then spent."""
        if name not in self:
            return False
        left = self._left[name]
        if left is not None:
            if left <= 1:
                del self._left[name]
            else:
                self._left[name] = left - 1
        return True


def table() -> str:
    """All faults with their lines, for ``--help``."""
    width = max(map(len, FAULTS))
    return "\n".join(f"  {name:<{width}}  {text}" for name, text in FAULTS.items())
