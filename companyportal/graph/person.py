"""The person themselves: name, language and photo.

Source: https://learn.microsoft.com/graph/api/user-get and
https://learn.microsoft.com/graph/api/profilephoto-get
"""

from __future__ import annotations

from companyportal.errors import NotFound, NotPermitted, RequestRefused, ServiceFailed
from companyportal.graph.client import GraphClient
from companyportal.graph.mapping import text
from companyportal.profile import Profile
from companyportal.raster import LARGEST_BYTES, raster

_SELECT = "id,displayName,givenName,surname,preferredLanguage"


class PersonService:
    """Reads Graph's ``me``; all of it is open to everybody (User.Read)."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    async def read(self) -> Profile:
        """Who the token's person is.

        Raises: as GraphClient.get.
        """
        from companyportal.graph import decoding, wire_organisation

        reply = await self._client.get("/me", {"$select": _SELECT})
        user = decoding.document(wire_organisation.WireUser, reply.body)
        return Profile(
            user_id=text(user.id).lower(),
            display_name=text(user.display_name),
            given_name=text(user.given_name),
            surname=text(user.surname),
            language=text(user.preferred_language),
        )

    async def photo(self) -> bytes:
        """PNG or JPEG; empty where the person has none that can be shown.

        Raises: as GraphClient.get.
        """
        try:
            return raster(await self._client.picture("/me/photo/$value", at_most=LARGEST_BYTES))
        except (NotFound, NotPermitted, RequestRefused):
            return b""
        except ServiceFailed as error:
            if error.code == "tooLarge":
                return b""
            raise
