"""The small bodies of the pretend Graph: a user and the brand of the organisation."""

from __future__ import annotations

import base64
from typing import Any

from companyportal.demo.organisation import DemoPerson, Organisation


def user_body(person: DemoPerson) -> dict[str, Any]:
    """The properties of a user that Graph sends by itself.

    Source: https://learn.microsoft.com/graph/api/user-get
    """
    return {
        "id": person.user_id,
        "businessPhones": [],
        "displayName": person.display_name,
        "givenName": person.given_name or None,
        "jobTitle": None,
        "mail": person.username,
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": person.language,
        "surname": person.surname or None,
        "userPrincipalName": person.username,
    }


def brand_body(organisation: Organisation) -> dict[str, Any]:
    """Graph's intuneBrand.

    Source: https://learn.microsoft.com/graph/api/resources/intune-wip-intunebrand
    """
    support = organisation.support
    red, green, blue = bytes.fromhex(support.theme_color.removeprefix("#"))
    picture = base64.b64encode(support.logo).decode("ascii")
    logo = {"type": "image/png", "value": picture} if picture else None
    return {
        "displayName": organisation.name,
        "contactITName": support.name,
        "contactITPhoneNumber": support.phone,
        "contactITEmailAddress": support.email,
        "contactITNotes": support.notes,
        "onlineSupportSiteName": support.site_name,
        "onlineSupportSiteUrl": support.site_url,
        "privacyUrl": support.privacy_url,
        "themeColor": {"r": red, "g": green, "b": blue},
        "showLogo": bool(picture),
        "showNameNextToLogo": True,
        "showDisplayNameNextToLogo": True,
        "lightBackgroundLogo": logo,
        "darkBackgroundLogo": logo,
    }
