"""Where the settings lead: address, scopes, and what is missing."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from companyportal.clouds import CLOUDS
from companyportal.errors import SettingsError
from companyportal.settings import Settings, endpoints_for, load

TENANT = "0a1b2c3d-0000-4000-8000-00000000000f"
CLIENT = "99999999-0000-4000-8000-00000000000f"
CONNECTED = Settings(tenant_id=TENANT, client_id=CLIENT)


def test_graph_addresses_follow_the_cloud() -> None:
    for name, cloud in CLOUDS.items():
        endpoints = endpoints_for(replace(CONNECTED, cloud=name))
        assert endpoints.authority == f"{cloud.login}/{TENANT}"
        assert endpoints.service == f"{cloud.graph}/v1.0"
        assert all(scope.startswith(f"{cloud.graph}/") for scope in endpoints.scopes)
        assert (endpoints.tenant_id, endpoints.client_id) == (TENANT, CLIENT)
        assert endpoints.ca_file is None
        assert not endpoints.is_demo


def test_a_feature_that_is_off_asks_for_no_permission() -> None:
    def asked(**values: object) -> set[str]:
        loaded = replace(CONNECTED, **values)  # type: ignore[arg-type]
        return {scope.rpartition("/")[2] for scope in endpoints_for(loaded).scopes}

    assert asked() - asked(recovery_keys=False) == {"BitlockerKey.Read.All"}
    writing = {"DeviceManagementManagedDevices.ReadWrite.All"}
    assert asked(rename="managementName") - asked() == writing
    assert asked(rename="off") == asked(rename="deviceName")


def test_a_gateway_has_its_own_address_and_scope(tmp_path: Path) -> None:
    file = tmp_path / "user.toml"
    file.write_text(
        f'tenant_id = "{TENANT}"\nclient_id = "{CLIENT}"\nconnection = "gateway"\n'
        'gateway_url = "https://portal.example.com/v1.0/"\n'
        'gateway_scope = "api://portal/Devices.Reset"\n',
        encoding="utf-8",
    )
    loaded = load(user_file=file, policy_file=None)
    endpoints = endpoints_for(loaded.settings)
    assert endpoints.service == "https://portal.example.com/v1.0"
    assert endpoints.scopes == ("api://portal/Devices.Reset",)
    assert endpoints.authority == f"https://login.microsoftonline.com/{TENANT}"


@pytest.mark.parametrize("key", ["tenant_id", "client_id", "gateway_url", "gateway_scope"])
def test_what_is_missing_is_named_with_its_file(key: str) -> None:
    whole = replace(
        CONNECTED, connection="gateway", gateway_url="https://a.test", gateway_scope="api://a/b"
    )
    values = {**asdict(whole), key: ""}
    with pytest.raises(SettingsError, match=f"policy.toml: “{key}” is missing") as caught:
        endpoints_for(Settings(**values), file=Path("policy.toml"))
    assert caught.value.key == key
