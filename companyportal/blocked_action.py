"""What an organisation has taken out of its Company Portal: removal or reset, by kind of device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from companyportal.domain import Action, Device, Ownership, Platform

_EVERY = frozenset(Platform)
_ANDROID = frozenset({Platform.ANDROID})
_PHONES = frozenset({Platform.WINDOWS_PHONE, Platform.WINDOWS_10_MOBILE})
_PLATFORMS: Mapping[str, frozenset[Platform]] = MappingProxyType(
    {
        "android": _ANDROID,
        "androidforwork": _ANDROID,
        "androidworkprofile": _ANDROID,
        "androidaosp": _ANDROID,
        "ios": frozenset({Platform.IOS, Platform.IPADOS}),
        "macos": frozenset({Platform.MACOS}),
        "windowsphone81": _PHONES,
        # Intune files Windows 8.1, Windows RT and everything newer under it.
        "windows81andlater": frozenset(
            {Platform.WINDOWS_8, Platform.WINDOWS_RT, Platform.WINDOWS, *_PHONES}
        ),
        "windows10andlater": frozenset({Platform.WINDOWS, Platform.WINDOWS_10_MOBILE}),
    }
)
_OWNERSHIPS: Mapping[str, Ownership] = MappingProxyType(
    {"company": Ownership.COMPANY, "personal": Ownership.PERSONAL}
)
_ACTIONS: Mapping[str, frozenset[Action]] = MappingProxyType(
    {"remove": frozenset({Action.RETIRE}), "reset": frozenset({Action.WIPE})}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedAction:
    """One line of Graph's companyPortalBlockedActions, a member of beta's branding profile.

    Source: https://learn.microsoft.com/graph/api/resources/intune-wip-companyportalblockedaction
    """

    platforms: frozenset[Platform] = _EVERY
    ownership: Ownership = Ownership.UNKNOWN
    """Whose devices are meant; UNKNOWN means everybody's."""
    actions: frozenset[Action] = frozenset({Action.RETIRE, Action.WIPE})

    def blocks(self, action: Action, device: Device) -> bool:
        """True where ``action`` is taken out for devices like this one."""
        is_owner = self.ownership in (Ownership.UNKNOWN, device.ownership)
        return is_owner and action in self.actions and device.platform in self.platforms


def blocked_action(platform: str, owner_type: str, action: str) -> BlockedAction:
    """One line in Graph's words; a word that is not known blocks whatever it could mean."""
    return BlockedAction(
        platforms=_PLATFORMS.get(platform.lower(), _EVERY),
        ownership=_OWNERSHIPS.get(owner_type.lower(), Ownership.UNKNOWN),
        actions=_ACTIONS.get(action.lower(), frozenset({Action.RETIRE, Action.WIPE})),
    )
