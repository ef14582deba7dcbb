"""All models of one running program, as the window gets them."""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.models.account import AccountModel
from companyportal.models.compliance_reasons import ComplianceReasons
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.device_list import DeviceList
from companyportal.models.direct_action import DirectAction
from companyportal.models.follow_up import FollowUp
from companyportal.models.messages import Messages
from companyportal.models.notifications import Notifications
from companyportal.models.organisation import OrganisationModel
from companyportal.models.person import PersonModel
from companyportal.models.preferences import Preferences
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.reconnect import Reconnect


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Each made once, by ``portal.build``."""

    account: AccountModel
    devices: DeviceList
    details: DeviceDetailsModel
    compliance: ComplianceReasons
    protected: ProtectedAction
    direct: DirectAction
    follow_up: FollowUp
    notifications: Notifications
    messages: Messages
    organisation: OrganisationModel
    person: PersonModel
    preferences: Preferences
    reconnect: Reconnect
