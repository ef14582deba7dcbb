"""The organisation as the program shows it: how it presents itself, how its IT support is reached,
and what it does not let people do by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from companyportal.blocked_action import BlockedAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What is known of it; everything may be empty.

    Source: https://learn.microsoft.com/graph/api/resources/intune-wip-intunebrand
    """

    tenant_id: str = ""
    """Of its directory."""
    name: str = ""
    accent: str = ""
    """``#RRGGBB`` or empty."""
    logo: bytes = b""
    """For light grounds: PNG or JPEG, size-checked."""
    dark_logo: bytes = b""
    """For dark grounds."""
    shows_name: bool = True
    """The name stands beside the logo."""
    support_name: str = ""
    support_phone: str = ""
    support_email: str = ""
    support_site_name: str = ""
    support_site_url: str = ""
    support_hours: str = ""
    """Only the settings tell them."""
    support_notes: str = ""
    directory_email: str = ""
    """Of those who run the directory: for where no support is known."""
    privacy_url: str = ""
    terms_url: str = ""
    blocked: frozenset[BlockedAction] = frozenset()
    """What nobody does by themselves."""
    is_partial: bool = False
    """Something of it could not be read this time."""

    @property
    def has_support(self) -> bool:
        """True where there is any way to reach IT support."""
        return bool(self.support_phone or self.support_email or self.support_site_url)

    def filled_from(self, other: Organisation) -> Organisation:
        """This one; what it leaves open is the other's. Logos belong together, and so does all
        that leads to IT support: nobody shall call one desk and ask for another's people.
        """
        has_logo, has_support = bool(self.logo or self.dark_logo), self.has_support
        return replace(
            other,
            tenant_id=self.tenant_id or other.tenant_id,
            name=self.name or other.name,
            accent=self.accent or other.accent,
            support_hours=self.support_hours or other.support_hours,
            privacy_url=self.privacy_url or other.privacy_url,
            terms_url=self.terms_url or other.terms_url,
            directory_email=self.directory_email or other.directory_email,
            blocked=self.blocked or other.blocked,
            is_partial=self.is_partial or other.is_partial,
            **({name: getattr(self, name) for name in _LOGO} if has_logo else {}),
            **({name: getattr(self, name) for name in _SUPPORT} if has_support else {}),
        )


_LOGO = ("logo", "dark_logo", "shows_name")
_SUPPORT = (
    "support_name",
    "support_phone",
    "support_email",
    "support_site_name",
    "support_site_url",
    "support_notes",
)
