"""How the organisation presents itself where people sign in, and what its directory tells.

For people without a role in Intune. Pictures come from Graph itself and from nowhere else: the
addresses in the branding (``cdnList``) lead to other hosts and are never followed.

Source: https://learn.microsoft.com/graph/api/organizationalbranding-get and
https://learn.microsoft.com/graph/api/organization-get. The first asks for User.Read and, says the
reference, for a directory role as well; the pictures ask for more. Whatever is refused is left out.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from companyportal.errors import PortalError, SignInRequired
from companyportal.graph.client import GraphClient
from companyportal.graph.harmless import colour, guid, link, mail_address
from companyportal.graph.mapping import text
from companyportal.organisation import Organisation
from companyportal.raster import LARGEST_BYTES, raster

if TYPE_CHECKING:
    from companyportal.graph.wire_organisation import WireDirectory, WireSignInBranding

_GREY = 24
"""So far, of 255, the parts of a colour lie apart at least; a ground of grey is no brand."""
_BRANDING = (
    "backgroundColor,squareLogoRelativeUrl,squareLogoDarkRelativeUrl,bannerLogoRelativeUrl,"
    "customPrivacyAndCookiesUrl,customTermsOfUseUrl"
)
_DIRECTORY = "id,displayName,technicalNotificationMails,privacyProfile"


async def read_sign_in_branding(client: GraphClient, tenant_id: str) -> Organisation:
    """Colour, logo and links of the default sign-in page; it tells no name.

    Raises: as GraphClient.get; NotFound where the organisation has no branding.
    """
    from companyportal.graph import decoding, wire_organisation

    # "0" is the branding for every language that has none of its own.
    path = f"/organization/{tenant_id}/branding/localizations/0"
    reply = await client.get(path, {"$select": _BRANDING})
    branding = decoding.document(wire_organisation.WireSignInBranding, reply.body)
    logo, dark_logo = await _logos(partial(_picture, client, path), branding)
    return Organisation(
        accent=_vivid(colour(branding.background_color)),
        logo=logo,
        dark_logo=dark_logo,
        privacy_url=link(branding.custom_privacy_and_cookies_url),
        terms_url=link(branding.custom_terms_of_use_url),
    )


async def read_directory(client: GraphClient) -> Organisation:
    """Name, privacy statement and a last address to write to.

    Raises: as GraphClient.get.
    """
    from companyportal.graph import decoding, wire_organisation

    reply = await client.get("/organization", {"$select": _DIRECTORY})
    found, _ = decoding.entries(wire_organisation.WireDirectory, reply.body)
    return _of_directory(found[0]) if found else Organisation()


def _of_directory(directory: WireDirectory) -> Organisation:
    privacy = directory.privacy_profile
    mails = [
        *(directory.technical_notification_mails or ()),
        privacy.contact_email if privacy else None,
    ]
    return Organisation(
        tenant_id=guid(directory.id),
        name=text(directory.display_name),
        directory_email=next(filter(None, map(mail_address, mails)), ""),
        privacy_url=link(privacy.statement_url) if privacy else "",
    )


async def _logos(
    picture: Callable[[str], Awaitable[bytes]], branding: WireSignInBranding
) -> tuple[bytes, bytes]:
    """For light and for dark grounds; the banner only where there is no square."""
    square = await picture("squareLogo") if branding.square_logo_relative_url else b""
    dark = await picture("squareLogoDark") if branding.square_logo_dark_relative_url else b""
    if not (square or dark) and branding.banner_logo_relative_url:
        square = await picture("bannerLogo")
    return square, dark


async def _picture(client: GraphClient, path: str, name: str) -> bytes:
    """One of the branding's pictures, or nothing: no other part of it waits for a logo."""
    try:
        return raster(await client.picture(f"{path}/{name}", at_most=LARGEST_BYTES))
    except SignInRequired:
        raise
    except PortalError:
        return b""


def _vivid(given: str) -> str:
    """A colour, or nothing where it is a grey."""
    parts = [int(given[at : at + 2], 16) for at in (1, 3, 5)] if given else [0]
    return given if max(parts) - min(parts) >= _GREY else ""
