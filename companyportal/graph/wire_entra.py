"""A device of the directory as Graph's JSON has it.

msgspec is imported at the top: this module itself is only imported by the functions that decode.

Source: https://learn.microsoft.com/graph/api/resources/device
"""

from __future__ import annotations

import msgspec

from companyportal.graph.wire import Text


class WireEntraDevice(msgspec.Struct, rename="camel", frozen=True, kw_only=True):
    """A ``device``, as far as the program reads it."""

    id: str
    odata_type: Text = msgspec.field(default=None, name="@odata.type")
    """Missing where the service sends ``odata.metadata=none``."""
    device_id: Text = None
    display_name: Text = None
    manufacturer: Text = None
    model: Text = None
    operating_system: Text = None
    operating_system_version: Text = None
    is_managed: bool | None = None
    is_compliant: bool | None = None
    device_ownership: Text = None
    approximate_last_sign_in_date_time: Text = None
    registration_date_time: Text = None
