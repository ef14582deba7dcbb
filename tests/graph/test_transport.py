"""Proxies, netrc and trust: what decides where bytes go, and what does not."""

from __future__ import annotations

import ssl
from dataclasses import replace
from pathlib import Path

import pytest
import truststore

from companyportal.auth.border import at_border
from companyportal.auth.http_session import IdentityHttpSession
from companyportal.auth.quiet_thread import in_thread
from companyportal.errors import Offline, ProxyRefused
from companyportal.graph.client import GraphClient
from companyportal.graph.transport import system_proxy, trust
from tests.graph.conftest import QUICK, Connect, Serve, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, Step, http
from tests.proofs import threat

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@threat("T20")
async def test_a_service_on_this_computer_is_reached_without_the_systems_proxy(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    proxy = await serve(http({}), tls=False)
    server = await serve(http({}))
    for name in VARIABLES[:3]:
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    (home / ".netrc").write_text("machine localhost login marie password CNRY-NETRC\n")
    client = connect(server)
    await client.get("/me")
    await client.post_once("/reset")
    assert proxy.connections == 0
    assert all("CNRY" not in request for request in server.requests)


@pytest.mark.parametrize(
    ("answer", "kind", "status"),
    [
        (
            Step(http(b"<html>", kind="text/html", status="407 Proxy Auth", headers={})),
            ProxyRefused,
            407,
        ),
        (Step(http(b"<html>Welcome", kind="text/html", status="200 OK")), Offline, None),
        (Step(b"", After.CLOSE), Offline, None),
        (Step(b"HTTP/1.1 200 Connection established\r\n\r\n", After.CLOSE), Offline, None),
    ],
)
@threat("T20")
async def test_elsewhere_the_proxy_is_asked_to_connect_and_told_nothing(
    serve: Serve,
    clock: HurriedClock,
    tokens: Tokens,
    ca_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: Step,
    kind: type[Offline],
    status: int | None,
) -> None:
    proxy = await serve(answer, tls=False)
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
    endpoints = replace(
        endpoints_at(1, ca_file), service="https://graph.example.test/v1.0", ca_file=None
    )
    limits = replace(QUICK, connect_s=1.0)
    client = GraphClient(endpoints=endpoints, clock=clock, token=tokens.token, limits=limits)
    for ask in (client.get("/me"), client.post_once("/reset")):
        with pytest.raises(Offline) as caught:
            await ask
        assert (type(caught.value), caught.value.status) == (kind, status)
    await client.close()
    assert set(proxy.paths()) == {"CONNECT graph.example.test:443"}
    assert all("token" not in request for request in proxy.requests)


async def test_a_proxy_that_is_not_there_is_offline(
    clock: HurriedClock, tokens: Tokens, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")
    endpoints = replace(
        endpoints_at(1, ca_file), service="https://graph.example.test/v1.0", ca_file=None
    )
    client = GraphClient(endpoints=endpoints, clock=clock, token=tokens.token, limits=QUICK)
    with pytest.raises(Offline) as caught:
        await client.get("/me")
    assert caught.value.code == "proxy"
    await client.close()


async def test_a_name_that_cannot_be_found_is_offline(
    clock: HurriedClock, tokens: Tokens, ca_file: Path
) -> None:
    endpoints = replace(endpoints_at(1, ca_file), service="https://no-such.localhost:1/v1.0")
    client = GraphClient(endpoints=endpoints, clock=clock, token=tokens.token, limits=QUICK)
    with pytest.raises(Offline) as caught:
        await client.get("/me")
    assert caught.value.code in ("dns", "connect")
    await client.close()


@threat("T20")
async def test_a_proxy_that_is_named_without_a_scheme_is_found_by_both(
    serve: Serve,
    clock: HurriedClock,
    tokens: Tokens,
    ca_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proxy = await serve(Step(b"HTTP/1.1 407 Who?\r\n\r\n", After.CLOSE), tls=False)
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{proxy.port}")
    service = "https://graph.example.test/v1.0"
    endpoints = replace(endpoints_at(1, ca_file), service=service, ca_file=None)
    client = GraphClient(endpoints=endpoints, clock=clock, token=tokens.token, limits=QUICK)
    with pytest.raises(ProxyRefused):
        await client.get("/me")
    await client.close()
    session = IdentityHttpSession("https://login.example.test/t", ca_file=ca_file, clock=clock)
    with pytest.raises(ProxyRefused):
        await in_thread(lambda: at_border(lambda: session.get("https://login.example.test/t")))
    session.close()
    hosts = ("graph.example.test", "login.example.test")
    assert proxy.paths() == [f"CONNECT {host}:443" for host in hosts]


def test_the_systems_proxy_and_its_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert system_proxy("graph.example.test") is None
    monkeypatch.setenv("all_proxy", "http://proxy.test:1")
    assert system_proxy("graph.example.test") == "http://proxy.test:1"
    for named in ("http://proxy.test:2", "proxy.test:2"):
        monkeypatch.setenv("https_proxy", named)
        assert system_proxy("graph.example.test") == "http://proxy.test:2"
    monkeypatch.setenv("no_proxy", "example.test")
    assert system_proxy("graph.example.test") is None


def test_a_pinned_authority_is_trusted_alone_and_else_the_systems(ca_file: Path) -> None:
    pinned = trust(ca_file)
    assert len(pinned.get_ca_certs()) == 1
    for context in (pinned, trust(None)):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname
    assert isinstance(trust(None), truststore.SSLContext)
