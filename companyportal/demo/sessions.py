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
        self._people: dict[str, list[tuple[DemoPerson, int]]] = {}

    def signed_in(self, request: web.Request) -> list[tuple[DemoPerson, int]]:
        """Everybody of this browser with their auth_time; who came last comes first."""
        return list(reversed(self._people.get(request.cookies.get(self._cookie, ""), [])))

    def sign_in(self, request: web.Request, person: DemoPerson) -> tuple[int, str]:
        """Remember a sign-in; gives auth_time and the new cookie value (never the old one, so that
        a planted cookie is worth nothing).
        """
        before = self._people.pop(request.cookies.get(self._cookie, ""), [])
        auth_time, value = self._tenant.now_s(), self._tenant.mint("SESSION")
        others = [entry for entry in before if entry[0] is not person]
        self._people[value] = [*others, (person, auth_time)]
        return auth_time, value

    def keep(self, response: web.StreamResponse, value: str) -> None:
        """Set the cookie: for this site only, not for scripts."""
        response.set_cookie(self._cookie, value, httponly=True, samesite="Lax", path="/")

    def sign_out(self, request: web.Request, response: web.StreamResponse) -> None:
        """Forget everybody of this browser."""
        self._people.pop(request.cookies.get(self._cookie, ""), None)
        response.del_cookie(self._cookie, httponly=True, samesite="Lax", path="/")
