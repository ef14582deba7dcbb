"""The addresses that the program connects to, and the file that points it at a demo server."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from companyportal.clouds import CLOUDS
from companyportal.endpoints import Endpoints, qualified
from companyportal.errors import SettingsError

TENANT = "0a1b2c3d-0000-4000-8000-00000000000f"


@pytest.fixture
def good(tmp_path: Path) -> dict[str, object]:
    """The line that ``companyportal demo-server`` prints."""
    ca_file = tmp_path / "ca.pem"
    ca_file.touch()
    return {
        "authority": f"https://localhost:8443/{TENANT}/",
        "graph": "https://localhost:8443/v1.0/",
        "client_id": "a-client",
        "tenant_id": TENANT,
        "ca_file": str(ca_file),
        "people": [{"username": "marie@valcombe.example"}],
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file given to ``--connect``."""
    return tmp_path / "connection.json"


def test_the_demo_servers_line_becomes_endpoints(good: dict[str, object], file: Path) -> None:
    file.write_text(json.dumps(good), encoding="utf-8")
    endpoints = Endpoints.from_file(file)
    assert endpoints.authority == f"https://localhost:8443/{TENANT}"
    assert endpoints.service == "https://localhost:8443/v1.0"
    assert endpoints.ca_file == Path(str(good["ca_file"]))
    assert endpoints.is_demo
    assert endpoints.profile == "demo"
    assert all(scope.startswith("https://localhost:8443/") for scope in endpoints.scopes)


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1:1", "https://[::1]:1/v1.0", "https://LOCALHOST"]
)
def test_every_name_of_this_computer_will_do(
    good: dict[str, object], file: Path, address: str
) -> None:
    file.write_text(json.dumps({**good, "graph": address}), encoding="utf-8")
    assert Endpoints.from_file(file).service == address


@pytest.mark.parametrize("key", ["authority", "graph"])
@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8443/x",
        "https://login.microsoftonline.com/x",
        "https://localhost.evil.test/x",
        "https://localhost@evil.test/x",
        "https://user@localhost/x",
        "https://localhost:99999/x",
        "https://[::1/x",
        "https:///x",
        "//localhost/x",
    ],
)
def test_nothing_but_https_on_this_computer_is_taken(
    good: dict[str, object], file: Path, key: str, address: str
) -> None:
    file.write_text(json.dumps({**good, key: address}), encoding="utf-8")
    with pytest.raises(SettingsError, match=f"“{key}” must be https on this computer") as caught:
        Endpoints.from_file(file)
    assert (caught.value.key, caught.value.path) == (key, file)


@pytest.mark.parametrize("key", ["authority", "graph", "client_id", "tenant_id", "ca_file"])
@pytest.mark.parametrize("value", [None, "", 7, [], {}])
def test_a_missing_or_odd_value_is_named(
    good: dict[str, object], file: Path, key: str, value: object
) -> None:
    file.write_text(json.dumps({**good, key: value}), encoding="utf-8")
    with pytest.raises(SettingsError, match=f"needs the text “{key}”"):
        Endpoints.from_file(file)


def test_a_certificate_that_is_not_there_is_named(good: dict[str, object], file: Path) -> None:
    file.write_text(json.dumps({**good, "ca_file": "/no/such.pem"}), encoding="utf-8")
    with pytest.raises(SettingsError, match="“ca_file” names no file"):
        Endpoints.from_file(file)


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b'{\n "a": 1,\n oops', 3, "is not JSON"),
        (b"", 1, "is not JSON"),
        (b"[1]", 1, "must hold one JSON object"),
        (b"\xff", None, "is not UTF-8 text"),
        (b"[" * 50_000, None, "nested too deep"),
    ],
)
def test_a_file_that_is_no_such_line_is_told_with_its_line(
    file: Path, content: bytes, line: int | None, words: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=words) as caught:
        Endpoints.from_file(file)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{file}:{line}: " if line else f"{file}: ")


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(SettingsError, match=r"connection\.json: No such file"):
        Endpoints.from_file(file)


def test_every_cloud_has_addresses_of_its_own() -> None:
    for cloud in CLOUDS.values():
        for address in (cloud.login, cloud.graph):
            parts = urlsplit(address)
            assert (parts.scheme, parts.path, parts.query) == ("https", "", "")
    assert len({cloud.graph for cloud in CLOUDS.values()}) == len(CLOUDS)


def test_data_of_different_tenants_is_kept_apart() -> None:
    graph = Endpoints.for_graph(cloud=CLOUDS["global"], tenant_id=TENANT, client_id="c")
    assert graph.profile == TENANT


def test_a_gateway_keeps_its_own_scope() -> None:
    gateway = Endpoints.for_gateway(
        cloud=CLOUDS["bleu-fr"],
        tenant_id=TENANT,
        client_id="c",
        service="https://portal.example.com/v1.0/",
        scope="api://portal/use",
    )
    assert gateway.authority == f"https://login.sovcloud-identity.fr/{TENANT}"
    assert gateway.service == "https://portal.example.com/v1.0"
    assert gateway.scopes == ("api://portal/use",)


def test_scopes_carry_the_origin_of_their_service() -> None:
    assert qualified("https://graph.microsoft.us/v1.0", ("User.Read",)) == (
        "https://graph.microsoft.us/User.Read",
    )
