"""``companyportal:`` links: to a page of this program or to one device, and never to an action.

Links come from mails, chats and web pages, so from anybody. One that is not exactly of the few
forms below is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

SCHEME = "companyportal"
LONGEST = 80
"""Characters; the longest good one takes 60."""
_GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_LINK = re.compile(rf"{SCHEME}://(devices|helpdesk|settings)/?", re.IGNORECASE | re.ASCII)
_DEVICE = re.compile(rf"{SCHEME}://devices/({_GUID})/?", re.IGNORECASE | re.ASCII)


class LinkTarget(StrEnum):
    """Where a link may lead."""

    DEVICES = "devices"
    HELP_DESK = "helpdesk"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepLink:
    """One good link."""

    target: LinkTarget
    device_id: str = ""
    """The one device, in small letters; only for DEVICES."""

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The link that a text is; None where it is none."""
        if len(text) > LONGEST:
            return None
        if found := _DEVICE.fullmatch(text):
            return cls(target=LinkTarget.DEVICES, device_id=found[1].lower())
        if found := _LINK.fullmatch(text):
            return cls(target=LinkTarget(found[1].lower()))
        return None

    @classmethod
    def to_device(cls, device_id: str) -> Self | None:
        """The link to a device; None where that is no id."""
        return cls.parse(f"{SCHEME}://devices/{device_id}") if device_id else None

    def __str__(self) -> str:
        """The one way of writing it."""
        end = f"/{self.device_id}" if self.device_id else ""
        return f"{SCHEME}://{self.target.value}{end}"
