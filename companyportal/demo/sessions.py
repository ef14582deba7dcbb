"""Who is signed in in which browser, by cookie."""

from __future__ import annotations

import secrets

from aiohttp import web

from companyportal.demo.organisation import DemoPerson
from companyportal.demo.tenant import Tenant


class Sessions:
    """Browser sessions: one cookie, in it any number of people with the time they signed in.

    Cookies ignore the port, so each server has a cookie name of its own.
    """

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant
        self._cookie = f"demo_session_{secrets.token_hex(4)}"
        self._people: dict[str, dict[str, int]] = {}

    def signed_in(self, request: web.Request) -> dict[str, int]:
        """Object id of each person of this browser, with auth_time; the last one came last."""
        return dict(self._people.get(request.cookies.get(self._cookie, ""), {}))

    def auth_time(self, request: web.Request, person: DemoPerson) -> int | None:
        """When that person typed their password in this browser."""
        return self.signed_in(request).get(person.user_id)

    def sign_in(self, request: web.Request, person: DemoPerson) -> tuple[int, str]:
        """Remember a sign-in; gives auth_time and the new cookie value (never the old one, so that
        a planted cookie is worth nothing).
        """
        people = self._people.pop(request.cookies.get(self._cookie, ""), {})
        people.pop(person.user_id, None)
        people[person.user_id] = self._tenant.now_s()
        value = self._tenant.mint("SESSION")
        self._people[value] = people
        return people[person.user_id], value

    def keep(self, response: web.StreamResponse, value: str) -> None:
        """Set the cookie: for this site only, not for scripts."""
        response.set_cookie(self._cookie, value, httponly=True, samesite="Lax", path="/")

    def sign_out(self, request: web.Request, response: web.StreamResponse) -> None:
        """Forget everybody of this browser."""
        self._people.pop(request.cookies.get(self._cookie, ""), None)
        response.del_cookie(self._cookie, httponly=True, samesite="Lax", path="/")
