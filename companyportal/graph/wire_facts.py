"""Graph's JSON of what is known of one device, and of the rules it does not meet.

msgspec is imported at the top: this module itself is only imported by the functions that decode.
"""

from __future__ import annotations

import msgspec

Text = str | None


class WireFacts(msgspec.Struct, rename="camel", frozen=True, kw_only=True):
    """The rest of a ``managedDevice``; dates and enums stay text, as in ``wire``."""

    device_category_display_name: Text = None
    managed_device_name: Text = None
    android_security_patch_level: Text = None
    is_encrypted: bool | None = None
    is_supervised: bool | None = None
    jail_broken: Text = None
    partner_reported_threat_state: Text = None
    physical_memory_in_bytes: int | None = None
    total_storage_space_in_bytes: int | None = None
    free_storage_space_in_bytes: int | None = None
    management_agent: Text = None
    device_registration_state: Text = None
    enrollment_profile_name: Text = None
    management_certificate_expiration_date: Text = None
    azure_ad_registered: bool | None = msgspec.field(default=None, name="azureADRegistered")
    user_principal_name: Text = None
    exchange_access_state: Text = None
    exchange_last_successful_sync_date_time: Text = None
    subscriber_carrier: Text = None
    phone_number: Text = None
    imei: Text = None
    meid: Text = None
    iccid: Text = None
    wi_fi_mac_address: Text = None
    ethernet_mac_address: Text = None
    udid: Text = None


class WirePolicyState(msgspec.Struct, rename="camel", frozen=True, kw_only=True):
    """A ``deviceCompliancePolicyState``: how a device stands with one policy."""

    id: str
    display_name: Text = None
    state: Text = None


class WireSource(msgspec.Struct, rename="camel", frozen=True):
    """A ``settingSource``: where a setting comes from."""

    id: Text = None


class WireSettingState(msgspec.Struct, rename="camel", frozen=True, kw_only=True):
    """A ``deviceCompliancePolicySettingState``; who it belongs to is not read."""

    setting: str
    state: Text = None
    current_value: Text = None
    sources: list[WireSource] | None = None
