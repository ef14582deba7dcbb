"""All models of one running program, as the window gets them."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.models.account import AccountModel
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.device_list import DeviceList
from companyportal.models.follow_up import FollowUp
from companyportal.models.messages import Messages
from companyportal.models.notifications import Notifications
from companyportal.models.organisation import OrganisationModel
from companyportal.models.preferences import Preferences
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.reconnect import Reconnect


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Each made once, by ``portal.build``."""

    account: AccountModel
    devices: DeviceList
    details: DeviceDetailsModel
    protected: ProtectedAction
    follow_up: FollowUp
    notifications: Notifications
    messages: Messages
    organisation: OrganisationModel
    preferences: Preferences
    reconnect: Reconnect
