"""What the organisation does not let people do by themselves, from the default branding profile.

Only Graph's beta has it. It hides *remove* and *reset* and nothing else; profiles for groups cannot
hide anything.

Source: https://learn.microsoft.com/graph/api/resources/intune-wip-intunebrandingprofile
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companyportal.blocked_action import BlockedAction, blocked_action
from companyportal.domain import Action
from companyportal.graph.client import GraphClient
from companyportal.graph.mapping import text
from companyportal.organisation import Organisation

if TYPE_CHECKING:
    from companyportal.graph.wire_organisation import WireBrandingProfile

MOST_PROFILES_BYTES = 256 * 1024
"""Up to 26 profiles, of each only what is selected."""
_SELECT = (
    "isDefaultProfile,companyPortalBlockedActions,isRemoveDeviceDisabled,isFactoryResetDisabled"
)


async def read_branding_profile(client: GraphClient) -> Organisation:
    """An organisation of which only the blocked actions are known.

    Raises: as GraphClient.get.
    """
    from companyportal.graph import decoding, wire_organisation

    reply = await client.get(
        "/deviceManagement/intuneBrandingProfiles",
        {"$select": _SELECT},
        beta=True,
        at_most=MOST_PROFILES_BYTES,
    )
    profiles, _ = decoding.entries(wire_organisation.WireBrandingProfile, reply.body)
    return next((_blocked(each) for each in profiles if each.is_default_profile), Organisation())


def _blocked(profile: WireBrandingProfile) -> Organisation:
    blocked = [
        blocked_action(text(each.platform), text(each.owner_type), text(each.action))
        for each in profile.company_portal_blocked_actions or ()
    ]
    if profile.is_remove_device_disabled:
        blocked.append(BlockedAction(actions=frozenset({Action.RETIRE})))
    if profile.is_factory_reset_disabled:
        blocked.append(BlockedAction(actions=frozenset({Action.WIPE})))
    return Organisation(blocked=frozenset(blocked))
