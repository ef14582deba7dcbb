"""MSAL's HTTP session against a server that sends exactly what it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests
import trustme

from companyportal.auth import http_session
from companyportal.auth.border import at_border
from companyportal.auth.http_session import AnswerRefused, IdentityHttpSession, origin
from companyportal.auth.quiet_thread import in_thread
from companyportal.clock import SystemClock
from companyportal.errors import (
    CaptivePortal,
    ForeignAddress,
    PortalError,
    ProxyRefused,
    ServiceFailed,
)
from tests.auth.scripted_authority import Serve, base
from tests.graph.raw_server import After, RawServer, Step, http
from tests.proofs import fault, promise, threat


async def ask(
    server: RawServer, ca_file: Path, *, url: str = "", method: str = "POST"
) -> tuple[requests.Response, IdentityHttpSession]:
    session = IdentityHttpSession(base(server), ca_file=ca_file, clock=SystemClock())
    answer = await in_thread(lambda: session.request(method, url or base(server) + "/x"))
    session.close()
    return answer, session


async def test_answer_comes_whole_with_the_time_of_the_server(serve: Serve, ca_file: Path) -> None:
    server = await serve(http({"ok": True}, headers={"Retry-After": "7"}))
    answer, session = await ask(server, ca_file)
    assert answer.json() == {"ok": True}
    assert (session.served_at, session.token_status) == (1_714_636_800, 200)
    assert session.retry_after_s == 7


@fault("R12")
@pytest.mark.parametrize(
    ("header", "seconds"),
    [("0", 1.0), ("864000", 900.0), ("9" * 400, 900.0), ("soon", None), ("-7", None), ("٣", None)],
)
async def test_a_wait_is_neither_nothing_nor_years(
    serve: Serve, ca_file: Path, header: str, seconds: float | None
) -> None:
    server = await serve(http({}, headers={"Retry-After": header}))
    _, session = await ask(server, ca_file)
    assert session.retry_after_s == seconds


async def test_time_of_a_document_is_not_the_time_of_a_token(serve: Serve, ca_file: Path) -> None:
    _, session = await ask(await serve(http({})), ca_file, method="GET")
    assert session.served_at is None


@pytest.mark.parametrize("date", ["", "yesterday", "Thu, 99 May 2024 08:00:00 GMT"])
async def test_nonsense_for_a_date_is_none(serve: Serve, ca_file: Path, date: str) -> None:
    reply = http({}).replace(b"Thu, 02 May 2024 08:00:00 GMT", date.encode())
    _, session = await ask(await serve(reply), ca_file)
    assert session.served_at is None


REFUSED: dict[str, tuple[type[PortalError], Step | bytes]] = {
    "redirect": (CaptivePortal, http(b"", status="302 Found", headers={"Location": "/y"})),
    "redirect by 307": (
        CaptivePortal,
        http(b"", status="307 X", headers={"Location": "https://evil.example/"}),
    ),
    "a network's own page": (CaptivePortal, http(b"<h1>Welcome", kind="text/html")),
    "no JSON": (ServiceFailed, http(b'{"access_token": "CNRY', kind="application/json")),
    "a list": (ServiceFailed, http([])),
    "deep": (ServiceFailed, http(b"[" * 100_000)),
    "too long": (ServiceFailed, http(b" " * (1024 * 1024 + 1))),
}


@fault("R06")
@promise(6)
@pytest.mark.parametrize("name", REFUSED)
async def test_what_is_no_answer_never_reaches_msal(serve: Serve, ca_file: Path, name: str) -> None:
    kind, step = REFUSED[name]
    with pytest.raises(AnswerRefused) as refused:
        await ask(await serve(step), ca_file)
    assert type(refused.value.ours) is kind
    assert "CNRY" not in repr(refused.value)


@pytest.mark.parametrize(
    "step",
    [
        Step(http({}, length=100), After.CLOSE),
        Step(http({}, length=100), After.RESET),
        Step(b"", After.RESET),
        Step(b"", After.CLOSE, read_request=False),
        Step(http(b"\x1f\x8bnot gzip", headers={"Content-Encoding": "gzip"})),
    ],
)
async def test_broken_connection_is_offline(serve: Serve, ca_file: Path, step: Step) -> None:
    with pytest.raises(requests.RequestException) as broken:
        await ask(await serve(step), ca_file)
    assert not isinstance(broken.value, AnswerRefused)


async def test_silent_server_is_given_up(
    serve: Serve, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "READ_LIMIT_S", 0.05)
    with pytest.raises(requests.ReadTimeout):
        await ask(await serve(Step(b"", After.SILENCE)), ca_file)
    monkeypatch.setattr(http_session, "READ_LIMIT_S", 2.0)  # the head is not to be late
    with pytest.raises(requests.ConnectionError):
        await ask(await serve(Step(http({}, length=100), After.SILENCE)), ca_file)


async def test_dripping_body_is_given_up(
    serve: Serve, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_session, "BODY_LIMIT_S", -1.0)
    with pytest.raises(requests.ReadTimeout):
        await ask(await serve(http({"a": 1})), ca_file)


async def test_server_without_a_trusted_certificate_is_offline(serve: Serve, ca_file: Path) -> None:
    server = await serve(http({}), trusted=False)
    with pytest.raises(requests.exceptions.SSLError):
        await ask(server, ca_file)
    assert server.requests == []


async def test_pinned_authority_is_trusted_instead_of_the_systems(
    serve: Serve, ca_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SSL_CERT_FILE stands for the system's store here."""
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    server = await serve(http({}))
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    with pytest.raises(requests.exceptions.SSLError):
        await ask(server, other)
    session = IdentityHttpSession(base(server), ca_file=None, clock=SystemClock())
    answer = await in_thread(lambda: session.get(base(server)))
    assert answer.status_code == 200
    session.close()


@promise(6)
@pytest.mark.parametrize(
    "foreign",
    [
        "https://evil.example/token",
        "https://localhost.evil.example/",
        "https://localhost@evil.example/",
        "https://user:pw@localhost:{port}/",
        "https://localhost/",
        "https://127.0.0.1:{port}/",
        "http://localhost:{port}/",
    ],
)
async def test_no_other_origin_is_asked(serve: Serve, ca_file: Path, foreign: str) -> None:
    server = await serve(http({}))
    with pytest.raises((AnswerRefused, requests.exceptions.InvalidSchema)) as refused:
        await ask(server, ca_file, url=foreign.format(port=server.port))
    assert server.requests == []
    if isinstance(refused.value, AnswerRefused):
        assert type(refused.value.ours) is ForeignAddress


def test_origin_of_nonsense_is_nobodys() -> None:
    nobody = ("", "", 0)
    assert origin("https://[::1/") == origin("https://h:99999/") == nobody
    assert origin("https://H/x") == ("https", "h", 443)
    assert origin("http://h/") == ("http", "h", 80)


@threat("T20")
def test_proxies_are_for_other_computers_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "direct.example")

    def proxies(authority: str) -> dict[str, str]:
        made = IdentityHttpSession(authority, ca_file=None, clock=SystemClock())
        return dict(made.proxies)

    assert proxies("https://login.example/t") == {"https": "http://proxy.example:3128"}
    assert proxies("https://direct.example/t") == {}
    assert proxies("https://localhost:1/t") == {}
    assert proxies("https://127.0.0.1:1/t") == {}


@threat("T20")
async def test_request_goes_through_the_proxy_with_our_trust(
    authority: trustme.CA, ca_file: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with RawServer([Step(b"HTTP/1.1 407 Who?\r\n\r\n", After.CLOSE)], None) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        session = IdentityHttpSession(
            "https://login.example/t", ca_file=ca_file, clock=SystemClock()
        )
        with pytest.raises(ProxyRefused):
            await in_thread(lambda: at_border(lambda: session.get("https://login.example/t")))
        session.close()
        assert proxy.paths() == ["CONNECT login.example:443"]
        assert "authorization" not in str(proxy.requests).lower()


@promise(6)
@threat("T20")
async def test_netrc_and_cookies_stay_at_home(serve: Serve, ca_file: Path, home: Path) -> None:
    netrc = home / ".netrc"
    netrc.write_text("machine localhost login eve password CNRY-NETRC\n")
    netrc.chmod(0o600)
    server = await serve(http({}, headers={"Set-Cookie": "a=b"}))
    session = IdentityHttpSession(base(server), ca_file=ca_file, clock=SystemClock())
    for _ in range(2):
        await in_thread(lambda: session.post(base(server), data={"a": "b"}))
    session.close()
    assert "authorization" not in server.headers()
    assert "cookie" not in server.headers()
