"""How the organisation presents itself, and how its IT support is reached: Graph's intuneBrand.

Everything here is text that somebody typed into an admin page. Links count only as https with a
plain host, addresses only as an address, pictures only as small PNG or JPEG.

Source: https://learn.microsoft.com/graph/api/resources/intune-wip-intunebrand
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from companyportal.domain import Organisation
from companyportal.graph.client import GraphClient
from companyportal.graph.logo import logo
from companyportal.graph.mapping import text

# graph.wire is imported inside functions: it brings msgspec, too dear for the start path.
if TYPE_CHECKING:
    from companyportal.graph.wire import WireBrand, WireColour

LARGEST_BRAND = 4 * 1024 * 1024
"""Bytes; two logos in Base64."""
LONGEST_LINK = 2048
_MAIL_ADDRESS = re.compile(r"[^\s@?&%<>\"',;:()]+@[^\s@?&%<>\"',;:()]+")


class OrganisationService:
    """Reads the organisation's name, colour, logo and IT support."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    async def read(self) -> Organisation:
        """What the organisation says of itself; empty where it says nothing usable.

        Raises: as GraphClient.get.
        """
        from companyportal.graph import wire

        query = {"$select": "intuneBrand"}
        reply = await self._client.get("/deviceManagement", query, at_most=LARGEST_BRAND)
        return organisation_of(wire.brand(reply.body))


def organisation_of(brand: WireBrand) -> Organisation:
    """An intuneBrand as the program knows it."""
    mail = text(brand.contact_it_email_address)
    return Organisation(
        name=text(brand.display_name),
        accent=_colour(brand.theme_color),
        logo=_logo(brand),
        support_name=text(brand.contact_it_name),
        support_phone=text(brand.contact_it_phone_number),
        support_email=mail if _MAIL_ADDRESS.fullmatch(mail) else "",
        support_site_name=text(brand.online_support_site_name),
        support_site_url=_link(brand.online_support_site_url),
        support_notes=text(brand.contact_it_notes),
        privacy_url=_link(brand.privacy_url),
    )


def _logo(brand: WireBrand) -> bytes:
    """The logo for light backgrounds, else the other one; none where the organisation hides it."""
    if brand.show_logo is False:
        return b""
    pictures = (brand.light_background_logo, brand.dark_background_logo)
    return next((data for each in pictures if each and (data := logo(each.value))), b"")


def _colour(colour: WireColour | None) -> str:
    if colour is None:
        return ""
    parts = (colour.r, colour.g, colour.b)
    if any(part is None or not 0 <= part <= 255 for part in parts):
        return ""
    return "#" + "".join(f"{part:02X}" for part in parts)


def _link(value: str | None) -> str:
    """An https address as it came, or nothing."""
    address = text(value)
    if len(address) > LONGEST_LINK or re.search(r"[\s\x00-\x1f\x7f\\]", address):
        return ""
    try:
        parts = urlsplit(address)
        is_good = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    return address if is_good else ""
