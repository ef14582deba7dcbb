"""What Graph's JSON about the organisation and the person is read into.

msgspec is imported at the top: this module itself is only imported by the functions that decode.
"""

from __future__ import annotations

import msgspec

Text = str | None


class WirePrivacyProfile(msgspec.Struct, rename="camel", frozen=True):
    """A ``privacyProfile``."""

    contact_email: Text = None
    statement_url: Text = None


class WireDirectory(msgspec.Struct, rename="camel", frozen=True):
    """An ``organization``: the directory that people sign in to."""

    id: Text = None
    display_name: Text = None
    technical_notification_mails: list[str] | None = None
    privacy_profile: WirePrivacyProfile | None = None


class WireSignInBranding(msgspec.Struct, rename="camel", frozen=True):
    """An ``organizationalBrandingLocalization``; an address tells only that the picture exists."""

    background_color: Text = None
    square_logo_relative_url: Text = None
    square_logo_dark_relative_url: Text = None
    banner_logo_relative_url: Text = None
    custom_privacy_and_cookies_url: Text = None
    custom_terms_of_use_url: Text = None


class WireBlockedAction(msgspec.Struct, rename="camel", frozen=True):
    """A ``companyPortalBlockedAction`` of Graph's beta."""

    platform: Text = None
    owner_type: Text = None
    action: Text = None


class WireBrandingProfile(msgspec.Struct, rename="camel", frozen=True):
    """An ``intuneBrandingProfile`` of Graph's beta, as far as it forbids."""

    is_default_profile: bool | None = None
    company_portal_blocked_actions: list[WireBlockedAction] | None = None
    is_remove_device_disabled: bool | None = None
    is_factory_reset_disabled: bool | None = None


class WireUser(msgspec.Struct, rename="camel", frozen=True):
    """A ``user``; without an id it is nobody."""

    id: str
    display_name: Text = None
    given_name: Text = None
    surname: Text = None
    preferred_language: Text = None
