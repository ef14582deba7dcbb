"""Why a device does not meet the organisation's rules: the states of its policies, the settings
that fail, and what each policy asks for.

Reading it needs ``DeviceManagementConfiguration.Read.All``. What a policy asks for is one question
more, and no answer to it costs the numbers only, not the reasons.

Source: https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-devicecompliancepolicystate
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from companyportal.compliance import FailingSetting, property_of
from companyportal.errors import (
    ForeignAddress,
    NotFound,
    NotPermitted,
    RequestRefused,
    ServiceFailed,
)
from companyportal.graph.client import GraphClient
from companyportal.graph.mapping import text

# graph.wire_facts and graph.decoding are imported inside functions: they bring msgspec, too dear
# for the start path.
if TYPE_CHECKING:
    from companyportal.graph.wire_facts import WirePolicyState, WireSettingState

LARGEST_STATES = 1024 * 1024
"""Bytes; a policy has up to some hundred settings, each of half a kilobyte."""
MOST_POLICIES = 10
"""Failing policies whose settings are read."""
MOST_SETTINGS = 50
_UNCLEAR = ("error", "conflict")
_FAILING = ("noncompliant", *_UNCLEAR)
_NO_DEMAND = ("", "notconfigured", "devicedefault", "unavailable", "notset")


class ComplianceService:
    """Reads which rules a device does not meet."""

    def __init__(self, client: GraphClient, *, uses_beta: bool = True) -> None:
        self._client = client
        self._uses_beta = uses_beta

    async def failing(self, device_id: str) -> tuple[FailingSetting, ...]:
        """Every setting that fails, each once; empty where the service names none.

        Raises: as GraphClient.get.
        """
        try:
            found = await self._by_policy(device_id)
        except (NotPermitted, NotFound, RequestRefused):
            told = await self._at_once(device_id) if self._uses_beta else None
            if told is None:
                raise
            found = told
        each_once = {property_of(each.setting): each for each in reversed(found)}
        return tuple(reversed(each_once.values()))[:MOST_SETTINGS]

    async def _at_once(self, device_id: str) -> list[FailingSetting] | None:
        """What the beta tells where v1.0 refuses; None where that is refused, too.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-getnoncompliantsettings
        """
        from companyportal.graph import decoding, wire_facts

        path = f"{_device(device_id)}/getNonCompliantSettings()"
        try:
            reply = await self._client.get(path, at_most=LARGEST_STATES, beta=True)
        except (NotPermitted, NotFound, RequestRefused, ServiceFailed, ForeignAddress):
            return None  # a gateway may have no beta
        states, _ = decoding.entries(wire_facts.WireSettingState, reply.body)
        return [_failing_setting(state, "", {}) for state in states]

    async def _by_policy(self, device_id: str) -> list[FailingSetting]:
        from companyportal.graph import decoding, wire_facts

        path = f"{_device(device_id)}/deviceCompliancePolicyStates"
        reply = await self._client.get(path, at_most=LARGEST_STATES)
        policies, _ = decoding.entries(wire_facts.WirePolicyState, reply.body)
        failing = [policy for policy in policies if _fails(policy.state)]
        found: list[FailingSetting] = []
        for policy in failing[:MOST_POLICIES]:
            found += await self._settings(path, policy)
        return found

    async def _settings(self, path: str, policy: WirePolicyState) -> list[FailingSetting]:
        from companyportal.graph import decoding, wire_facts

        address = f"{path}/{quote(policy.id, safe='')}/settingStates"
        reply = await self._client.get(address, at_most=LARGEST_STATES)
        states, _ = decoding.entries(wire_facts.WireSettingState, reply.body)
        failing = [state for state in states if _fails(state.state)]
        demands = await self._demands(failing)
        return [_failing_setting(state, text(policy.display_name), demands) for state in failing]

    async def _demands(self, failing: list[WireSettingState]) -> Mapping[str, str]:
        """What the policy behind these settings asks for, by property in lower case.

        Refused or gone means that nothing is known of it. Nobody's network trouble is hidden: it
        would have met the settings as well.
        """
        from companyportal.graph import decoding

        sources = [each.id for state in failing for each in state.sources or () if each.id]
        if not sources:
            return {}
        path = f"/deviceManagement/deviceCompliancePolicies/{quote(sources[0], safe='')}"
        try:
            reply = await self._client.get(path, at_most=LARGEST_STATES)
            policy = decoding.json_object(reply.body)
        except (NotPermitted, NotFound, RequestRefused, ServiceFailed):
            return {}
        return {name.lower(): _demand(value) for name, value in policy.items()}


def _device(device_id: str) -> str:
    return f"/deviceManagement/managedDevices/{quote(device_id, safe='')}"


def _fails(state: str | None) -> bool:
    return text(state).lower() in _FAILING


def _failing_setting(
    state: WireSettingState, policy: str, demands: Mapping[str, str]
) -> FailingSetting:
    return FailingSetting(
        setting=text(state.setting),
        current=text(state.current_value),
        wanted=demands.get(property_of(state.setting), ""),
        policy=policy,
        is_unclear=text(state.state).lower() in _UNCLEAR,
    )


def _demand(value: object) -> str:
    """A number or a text; that something is to be on at all says nothing more than its name."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return ""
    told = text(str(value))
    return "" if told.lower() in _NO_DEMAND else told
