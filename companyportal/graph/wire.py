"""What Graph's JSON is read into: devices with what was asked of them, and the brand.

msgspec is imported at the top: this module itself is only imported by the functions that decode.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

import msgspec

from companyportal.domain import Secret
from companyportal.graph.decoding import document, entries

Text = str | None
"""Enums and dates stay text here: Graph's own values (new members, the year 9999 with seven decimal
places) must not throw a whole page back to the slow way.
"""


class WireLocation(msgspec.Struct, rename="camel", frozen=True):
    """A ``deviceGeoLocation``, as far as it is shown. Personal: it has no useful repr."""

    latitude: float | None = None
    longitude: float | None = None
    horizontal_accuracy: float | None = None
    last_collected_date_time: Text = None

    def __repr__(self) -> str:
        return "WireLocation(…)"


class WireActionResult(msgspec.Struct, rename="camel", frozen=True):
    """One entry of ``deviceActionResults``; passcode and PIN are Secrets from the first moment."""

    odata_type: Text = msgspec.field(default=None, name="@odata.type")
    action_name: Text = None
    action_state: Text = None
    start_date_time: Text = None
    last_updated_date_time: Text = None
    passcode: Secret | None = None
    unlock_pin: Secret | None = None
    device_location: WireLocation | None = None
    error_code: int | None = None


class WireDevice(msgspec.Struct, rename="camel", frozen=True, kw_only=True):
    """A ``managedDevice``, as far as the program reads it."""

    id: str
    device_name: Text = None
    managed_device_name: Text = None
    manufacturer: Text = None
    model: Text = None
    operating_system: Text = None
    os_version: Text = None
    management_agent: Text = None
    managed_device_owner_type: Text = None
    device_enrollment_type: Text = None
    is_supervised: bool | None = None
    compliance_state: Text = None
    compliance_grace_period_expiration_date_time: Text = None
    management_state: Text = None
    serial_number: Text = None
    user_id: Text = None
    azure_ad_device_id: Text = msgspec.field(default=None, name="azureADDeviceId")
    enrolled_date_time: Text = None
    last_sync_date_time: Text = None
    device_action_results: list[WireActionResult] | None = None


class WireLogo(msgspec.Struct, rename="camel", frozen=True):
    """A ``mimeContent``; the bytes are Base64 text."""

    value: Text = None


class WireColour(msgspec.Struct, frozen=True):
    """An ``rgbColor``: three numbers from 0 to 255."""

    r: int | None = None
    g: int | None = None
    b: int | None = None


class WireBrand(msgspec.Struct, rename="camel", frozen=True):
    """An ``intuneBrand``."""

    display_name: Text = None
    contact_it_name: Text = msgspec.field(default=None, name="contactITName")
    contact_it_phone_number: Text = msgspec.field(default=None, name="contactITPhoneNumber")
    contact_it_email_address: Text = msgspec.field(default=None, name="contactITEmailAddress")
    contact_it_notes: Text = msgspec.field(default=None, name="contactITNotes")
    online_support_site_name: Text = None
    online_support_site_url: Text = None
    privacy_url: Text = None
    theme_color: WireColour | None = None
    show_logo: bool | None = None
    show_name_next_to_logo: bool | None = None
    show_display_name_next_to_logo: bool | None = None
    light_background_logo: WireLogo | None = None
    dark_background_logo: WireLogo | None = None


class _Management(msgspec.Struct, rename="camel"):
    intune_brand: WireBrand | None = None


def devices(body: bytes) -> tuple[list[WireDevice], int]:
    """The devices of one page, and how many entries had to be left out because they have no id.

    Raises: ServiceFailed where the page is no list of anything.
    """
    return entries(WireDevice, body)


def device(body: bytes) -> WireDevice:
    """One device read on its own. Raises: ServiceFailed where it has no id."""
    return document(WireDevice, body)


def brand(body: bytes) -> WireBrand:
    """The ``intuneBrand`` of a ``deviceManagement``; an empty one where there is none.

    Raises: ServiceFailed where it is no object.
    """
    return document(_Management, body).intune_brand or WireBrand()
