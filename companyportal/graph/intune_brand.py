"""How the organisation presents itself in the Company Portal: Graph's intuneBrand.

Source: https://learn.microsoft.com/graph/api/resources/intune-wip-intunebrand
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companyportal.graph.client import GraphClient
from companyportal.graph.harmless import link, mail_address
from companyportal.graph.mapping import text
from companyportal.organisation import Organisation
from companyportal.raster import raster_in

# graph.wire is imported inside functions: it brings msgspec, too dear for the start path.
if TYPE_CHECKING:
    from companyportal.graph.wire import WireBrand, WireColour, WireLogo

LARGEST_BRAND = 4 * 1024 * 1024
"""Bytes; two logos in Base64."""


async def read_brand(client: GraphClient) -> Organisation:
    """What the brand tells; open to people with a role in Intune.

    Raises: as GraphClient.get.
    """
    from companyportal.graph import wire

    query = {"$select": "intuneBrand"}
    reply = await client.get("/deviceManagement", query, at_most=LARGEST_BRAND)
    return organisation_of(wire.brand(reply.body))


def organisation_of(brand: WireBrand) -> Organisation:
    """An intuneBrand as the program knows it."""
    shows_logo = brand.show_logo is not False
    beside = (brand.show_display_name_next_to_logo, brand.show_name_next_to_logo)
    return Organisation(
        name=text(brand.display_name),
        accent=_colour(brand.theme_color),
        logo=_picture(brand.light_background_logo) if shows_logo else b"",
        dark_logo=_picture(brand.dark_background_logo) if shows_logo else b"",
        shows_name=any(each is not False for each in beside),
        support_name=text(brand.contact_it_name),
        support_phone=text(brand.contact_it_phone_number),
        support_email=mail_address(brand.contact_it_email_address),
        support_site_name=text(brand.online_support_site_name),
        support_site_url=link(brand.online_support_site_url),
        support_notes=text(brand.contact_it_notes),
        privacy_url=link(brand.privacy_url),
    )


def _picture(picture: WireLogo | None) -> bytes:
    return raster_in(picture.value) if picture else b""


def _colour(colour: WireColour | None) -> str:
    if colour is None:
        return ""
    parts = (colour.r, colour.g, colour.b)
    if any(part is None or not 0 <= part <= 255 for part in parts):
        return ""
    return "#" + "".join(f"{part:02X}" for part in parts)
