"""Wherever an address comes in, plain http is refused: in every file, from every answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import requests

from companyportal.__main__ import parser
from companyportal.auth.http_session import IdentityHttpSession
from companyportal.clock import SystemClock
from companyportal.clouds import CLOUDS
from companyportal.desktop.browser import open_link
from companyportal.endpoints import Endpoints
from companyportal.errors import ForeignAddress, SettingsError
from companyportal.graph.addresses import ServiceAddress
from companyportal.graph.intune_brand import organisation_of
from companyportal.graph.wire import WireBrand
from companyportal.settings import Loaded, Settings, load
from tests.proofs import threat

pytestmark = threat("T18")
PLAIN = "http://portal.example.com/v1.0"
URL_KEYS = [field.name for field in fields(Settings) if field.name.endswith("_url")]
HTTPS = "must be an address that begins with https://"


def by_file(folder: Path, name: str, key: str) -> Loaded:
    """Load with that key in the person's file, in the policy, or on the command line."""
    files = {each: folder / f"{each}.toml" for each in ("user", "policy")}
    if name in files:
        files[name].write_text(f'{key} = "{PLAIN}"\n', encoding="utf-8")
    overrides = {key: PLAIN} if name == "line" else {}
    return load(user_file=files["user"], policy_file=files["policy"], overrides=overrides)


@pytest.mark.parametrize("key", URL_KEYS)
@pytest.mark.parametrize("layer", ["user", "policy", "line"])
def test_a_setting(tmp_path: Path, layer: str, key: str) -> None:
    loaded = by_file(tmp_path, layer, key)
    assert getattr(loaded.settings, key) == ""
    assert [HTTPS in str(problem) for problem in loaded.problems] == [True]
    assert loaded.policy_is_broken == (layer == "policy")


def test_there_are_settings_to_try() -> None:
    assert set(URL_KEYS) == {"gateway_url", "privacy_url", "support_site_url"}


@pytest.mark.parametrize("key", ["authority", "graph"])
def test_a_connection_file(tmp_path: Path, key: str) -> None:
    good = {
        "authority": "https://localhost:1/t",
        "graph": "https://localhost:1/v1.0",
        "client_id": "c",
        "tenant_id": "t",
        "ca_file": str(tmp_path),
    }
    file = tmp_path / "connection.json"
    file.write_text(json.dumps(good | {key: "http://localhost:1/x"}), encoding="utf-8")
    with pytest.raises(SettingsError, match=f"“{key}” must be https on this computer"):
        Endpoints.from_file(file)


def ask_the_service() -> None:
    ServiceAddress(PLAIN).address("/me")


def follow_a_link_down() -> None:
    ServiceAddress("https://portal.example.com/v1.0").checked(f"{PLAIN}/me?$skiptoken=x")


@pytest.mark.parametrize("ask", [ask_the_service, follow_a_link_down])
def test_the_service_and_its_links(ask: Callable[[], None]) -> None:
    with pytest.raises(ForeignAddress):
        ask()


def test_the_identity_provider() -> None:
    session = IdentityHttpSession("http://login.example/t", ca_file=None, clock=SystemClock())
    with pytest.raises(requests.exceptions.InvalidSchema):
        session.get("http://login.example/t")
    session.close()


def test_what_the_organisation_links_to() -> None:
    shown = organisation_of(WireBrand(online_support_site_url=PLAIN, privacy_url=PLAIN))
    assert (shown.support_site_url, shown.privacy_url) == ("", "")
    assert not open_link(PLAIN)


def test_no_cloud_and_no_option_brings_it_back() -> None:
    assert all(address.startswith("https://") for cloud in CLOUDS.values() for address in cloud[:2])
    said = parser().format_help()
    assert "http:" not in said
    assert "insecure" not in said
