"""How the organisation presents itself and how its IT support is reached, from whatever of the
service is open to the person.

The brand of the Company Portal comes first, then the directory, then the sign-in page. A step that
is closed is no error: the next one follows, and the closed one is not asked again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from functools import partial

from companyportal.errors import NotFound, NotPermitted, PortalError, RequestRefused, SignInRequired
from companyportal.graph.branding_profile import read_branding_profile
from companyportal.graph.client import GraphClient
from companyportal.graph.intune_brand import read_brand
from companyportal.graph.sign_in_branding import read_directory, read_sign_in_branding
from companyportal.organisation import Organisation

_STEPS = ("intuneBrand", "intuneBrandingProfiles", "organization", "branding")


class OrganisationService:
    """Reads the organisation's name, colour, logo, IT support and what it blocks."""

    def __init__(self, client: GraphClient, *, uses_beta: bool = True) -> None:
        self._client = client
        self._uses_beta = uses_beta
        self._closed: set[str] = set()

    @property
    def steps(self) -> tuple[str, ...]:
        """Everything that may be asked, by the names of what is read in Graph."""
        return _STEPS

    @property
    def closed(self) -> frozenset[str]:
        """The steps that are closed to this person."""
        return frozenset(self._closed)

    def forget(self, closed: Iterable[str] = ()) -> None:
        """Somebody else asks from now on; of them only ``closed`` is known."""
        self._closed = set(closed)

    async def read(self) -> Organisation:
        """What the organisation says of itself; empty where it says nothing usable. ``is_partial``
        where a later step met trouble that may pass.

        Raises: as GraphClient.get, for trouble at the first step, and SignInRequired.
        """
        client = self._client
        found = await self._asked("intuneBrand", partial(read_brand, client))
        has_brand = bool(found.name)
        if has_brand and self._uses_beta:
            step = "intuneBrandingProfiles"
            found = await self._filled(found, step, partial(read_branding_profile, client))
        if not (has_brand and found.has_support):
            found = await self._filled(found, "organization", partial(read_directory, client))
        if not has_brand and (tenant_id := found.tenant_id):
            branding = partial(read_sign_in_branding, client, tenant_id)
            found = await self._filled(found, "branding", branding)
        return found

    async def _filled(
        self, found: Organisation, step: str, read: Callable[[], Awaitable[Organisation]]
    ) -> Organisation:
        """What was found, and what one more step adds to it; no step spoils what came before."""
        try:
            return found.filled_from(await self._asked(step, read))
        except SignInRequired:
            raise
        except PortalError:
            return replace(found, is_partial=True)

    async def _asked(self, step: str, read: Callable[[], Awaitable[Organisation]]) -> Organisation:
        """What one step tells; nothing where it is closed."""
        if step in self._closed:
            return Organisation()
        try:
            return await read()
        except (NotPermitted, NotFound, RequestRefused):
            self._closed.add(step)
            return Organisation()
