"""What the directory, the sign-in page and the branding profile of the demo organisation tell."""

from __future__ import annotations

from typing import Any

from companyportal.demo.organisation import Organisation


def directory_body(organisation: Organisation) -> dict[str, Any]:
    """Graph's organization.

    Source: https://learn.microsoft.com/graph/api/resources/organization
    """
    support = organisation.support
    return {
        "id": organisation.tenant_id,
        "displayName": organisation.name,
        "technicalNotificationMails": [support.email] if support.email else [],
        "preferredLanguage": "en",
        "privacyProfile": {"contactEmail": None, "statementUrl": support.privacy_url or None},
    }


def branding_body(organisation: Organisation) -> dict[str, Any]:
    """Graph's organizationalBrandingLocalization, without the pictures themselves; ``cdnList``
    leads to a host that nobody should ask.

    Source: https://learn.microsoft.com/graph/api/resources/organizationalbrandinglocalization
    """
    support = organisation.support
    logo = "c1c6b6c8-urr-dzbkz/logintenantbranding/0/tilelogo" if support.logo else None
    return {
        "id": "0",
        "backgroundColor": support.theme_color,
        "backgroundImageRelativeUrl": None,
        "bannerLogoRelativeUrl": None,
        "cdnList": ["secure.aadcdn.invalid"] if support.logo else [],
        "customPrivacyAndCookiesText": None,
        "customPrivacyAndCookiesUrl": support.privacy_url or None,
        "customTermsOfUseText": None,
        "customTermsOfUseUrl": support.terms_url or None,
        "signInPageText": None,
        "squareLogoRelativeUrl": logo,
        "squareLogoDarkRelativeUrl": logo,
        "usernameHintText": None,
    }


def profile_body(organisation: Organisation, *, is_blocked: bool) -> dict[str, Any]:
    """The default intuneBrandingProfile of Graph's beta, as far as it forbids.

    Source: https://learn.microsoft.com/graph/api/resources/intune-wip-intunebrandingprofile
    """
    blocked = (("iOS", "remove"), ("iOS", "reset"), ("windows10AndLater", "reset"))
    actions = [
        {"platform": platform, "ownerType": "company", "action": action}
        for platform, action in blocked
    ]
    return {
        "id": organisation.client_id,
        "profileName": "Default",
        "isDefaultProfile": True,
        "displayName": organisation.name,
        "companyPortalBlockedActions": actions if is_blocked else [],
        "isRemoveDeviceDisabled": False,
        "isFactoryResetDisabled": False,
    }
