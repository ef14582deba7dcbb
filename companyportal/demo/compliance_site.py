"""How the devices of the pretend Graph stand with the organisation's rules, and what those ask for.

Source: https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-devicecompliancepolicystate
"""

from __future__ import annotations

import uuid
from typing import Any

from aiohttp import web

from companyportal.demo import graph_query
from companyportal.demo.callers import Callers
from companyportal.demo.compliance_policies import DEFAULT, CompliancePolicy, policies_of
from companyportal.demo.devices import DemoDevice
from companyportal.demo.graph_error import forbidden, not_found
from companyportal.demo.tenant import Tenant

_READ = "DeviceManagementConfiguration.Read.All"
_ORDER = ("compliant", "error", "nonCompliant")


class ComplianceSite:
    """Answers for the caller's own devices; the policies themselves are everybody's."""

    def __init__(self, tenant: Tenant, callers: Callers) -> None:
        self._tenant = tenant
        self._callers = callers

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        device = "deviceManagement/managedDevices/{device_id}"
        states = f"/v1.0/{device}/deviceCompliancePolicyStates"
        policies = "/v1.0/deviceManagement/deviceCompliancePolicies"
        return [
            web.get(states, self._policy_states),
            web.get(f"{states}/{{state_id}}/settingStates", self._setting_states),
            web.get(f"{policies}/{{policy_id}}", self._policy),
            web.get(f"/beta/{device}/getNonCompliantSettings()", self._failing),
        ]

    async def _policy_states(self, request: web.Request) -> web.Response:
        device = self._device(request)
        return _value([self._policy_state(device, policy) for policy in policies_of(device.record)])

    async def _setting_states(self, request: web.Request) -> web.Response:
        device = self._device(request)
        wanted = request.match_info["state_id"]
        for policy in policies_of(device.record):
            if self._state_id(device, policy) == wanted:
                return _value(self._settings(device, policy))
        raise not_found()

    async def _policy(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _READ)
        graph_query.check_options(request.query, ())
        wanted = request.match_info["policy_id"]
        devices = [d for p in self._tenant.people for d in self._tenant.devices_of(p)]
        for policy in {each for device in devices for each in policies_of(device.record)}:
            if self._policy_id(policy) == wanted and policy is not DEFAULT:
                return web.json_response(
                    {
                        "@odata.type": f"#microsoft.graph.{policy.graph_type}",
                        "id": wanted,
                        "displayName": policy.name,
                        "version": 1,
                        **dict(policy.demands),
                    }
                )
        raise not_found()

    async def _failing(self, request: web.Request) -> web.Response:
        device = self._device(request)
        settings = [s for p in policies_of(device.record) for s in self._settings(device, p)]
        return _value([each for each in settings if each["state"] == "nonCompliant"])

    def _device(self, request: web.Request) -> DemoDevice:
        device = self._callers.own_device(request, _READ)
        graph_query.check_options(request.query, ())
        if self._tenant.faults.strikes("no-compliance-permission"):
            raise forbidden()
        return device

    def _policy_state(self, device: DemoDevice, policy: CompliancePolicy) -> dict[str, Any]:
        settings = self._settings(device, policy)
        return {
            "id": self._state_id(device, policy),
            "displayName": policy.name,
            "version": 1,
            "platformType": policy.platform,
            "state": max((each["state"] for each in settings), key=_ORDER.index),
            "settingCount": len(settings),
        }

    def _settings(self, device: DemoDevice, policy: CompliancePolicy) -> list[dict[str, Any]]:
        graph = device.to_graph(self._tenant.clock.boot_s())
        is_good = graph["complianceState"] == "compliant"
        fails = {} if is_good else {each.name: each.has for each in device.record.fails}
        return [
            self._setting(device, policy, name, fails.get(name)) for name in policy.settings(fails)
        ]

    def _setting(
        self, device: DemoDevice, policy: CompliancePolicy, name: str, fails_with: str | None
    ) -> dict[str, Any]:
        owner = device.owner
        return {
            "setting": policy.setting_name(name),
            "settingName": policy.setting_name(name),
            "instanceDisplayName": None,
            "state": "compliant" if fails_with is None else "nonCompliant",
            "errorCode": 0 if fails_with is None else 2016281112,
            "errorDescription": None,
            "userId": owner.user_id,
            "userName": owner.display_name,
            "userEmail": owner.username,
            "userPrincipalName": owner.username,
            "currentValue": fails_with or None,
            "sources": [
                {
                    "id": self._policy_id(policy),
                    "displayName": policy.name,
                    "sourceType": "deviceConfiguration",
                }
            ],
        }

    def _policy_id(self, policy: CompliancePolicy) -> str:
        space = uuid.UUID(self._tenant.organisation.tenant_id)
        return str(uuid.uuid5(space, f"policy {policy.graph_type}"))

    def _state_id(self, device: DemoDevice, policy: CompliancePolicy) -> str:
        return f"{self._policy_id(policy)}_{device.device_id}"


def _value(items: list[dict[str, Any]]) -> web.Response:
    return web.json_response({"value": items}, headers={"Cache-Control": "private"})
