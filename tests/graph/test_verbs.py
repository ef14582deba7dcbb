"""Everything that changes a device: one request, with exactly this in it, whatever comes back."""

from __future__ import annotations

import json

import pytest

from companyportal.domain import Platform
from companyportal.errors import (
    Conflict,
    NotFound,
    NotPermitted,
    Offline,
    OutcomeUnknown,
    RequestRefused,
    ServiceError,
    Throttled,
    Withheld,
)
from companyportal.graph.devices import DeviceService
from companyportal.graph.request import Request, always
from companyportal.graph.wipe import wipe_body
from companyportal.rename_way import RenameWay
from companyportal.wipe_choices import WipeChoices
from tests.graph.conftest import Connect, Serve
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, Step, http, refused
from tests.graph.verbs import DEVICE_ID, KEEP_ALL, VERBS, Verb
from tests.proofs import fault, promise

pytestmark = pytest.mark.slow

ACCEPTED = b"HTTP/1.1 204 No Content\r\nrequest-id: 1\r\n\r\n"
every_verb = pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)


@every_verb
async def test_each_sends_one_request_with_exactly_its_members(
    serve: Serve, connect: Connect, verb: Verb
) -> None:
    server = await serve(ACCEPTED)
    await verb.ask(DeviceService(connect(server), verb.way), DEVICE_ID, always)
    assert server.paths() == [verb.line]
    assert server.connections == 1
    headers = server.headers()
    assert headers["connection"] == "close"
    assert headers["authorization"] == "Bearer token-1"
    if verb.body is None:
        assert (server.bodies, headers["content-length"]) == ([b""], "0")
    else:
        assert headers["content-type"] == "application/json"
        assert json.loads(server.bodies[0]) == verb.body


@every_verb
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("400 Bad Request", RequestRefused),
        ("401 Unauthorized", RequestRefused),
        ("403 Forbidden", NotPermitted),
        ("404 Not Found", NotFound),
        ("409 Conflict", Conflict),
        ("429 Too Many Requests", Throttled),
    ],
)
async def test_a_refusal_is_told_and_nothing_is_sent_again(
    serve: Serve, connect: Connect, verb: Verb, answer: str, error: type[ServiceError]
) -> None:
    server = await serve(refused(answer))
    with pytest.raises(error) as caught:
        await verb.ask(DeviceService(connect(server), verb.way), DEVICE_ID, always)
    assert type(caught.value) is error
    assert not caught.value.is_unsent
    assert len(server.requests) == 1


@promise(4)
@fault("R04")
@every_verb
@pytest.mark.parametrize(
    "step",
    [
        Step(b"", After.RESET),
        Step(b"", After.CLOSE),
        Step(ACCEPTED[:20], After.RESET),
        Step(http({"id": DEVICE_ID})[:-1], After.CLOSE),
        Step(refused("408 Request Timeout")),
        Step(refused("500 Internal Server Error")),
        Step(refused("503 Service Unavailable", Retry_After="1")),
        Step(refused("301 Moved Permanently", Location="/v1.0/elsewhere")),
        Step(refused("307 Temporary Redirect", Location="/v1.0/elsewhere")),
        Step(refused("308 Permanent Redirect", Location="/v1.0/elsewhere")),
        Step(http(b"<html>", kind="text/html")),
    ],
    ids=lambda step: f"{step.reply[:30]!r} {step.after.value}",
)
async def test_every_other_end_is_unknown_and_nothing_is_sent_again(
    serve: Serve, connect: Connect, clock: HurriedClock, verb: Verb, step: Step
) -> None:
    server = await serve(step)
    with pytest.raises(OutcomeUnknown) as caught:
        await verb.ask(DeviceService(connect(server), verb.way), DEVICE_ID, always)
    assert not caught.value.is_unsent
    assert len(server.requests) == len(server.bodies) == server.connections == 1
    assert clock.waits == []


@every_verb
async def test_what_may_no_longer_leave_does_not(
    serve: Serve, connect: Connect, verb: Verb
) -> None:
    server = await serve(ACCEPTED)
    asked: list[int] = []

    def may_leave() -> bool:
        asked.append(server.connections)
        return False

    with pytest.raises(Withheld) as caught:
        await verb.ask(DeviceService(connect(server), verb.way), DEVICE_ID, may_leave)
    assert caught.value.is_unsent
    assert len(asked) == 1
    assert server.requests == []


@every_verb
async def test_without_a_connection_nothing_is_sent(
    serve: Serve, connect: Connect, verb: Verb
) -> None:
    server = await serve(Step(b"", After.RESET, read_request=False), tls=False)
    with pytest.raises(Offline) as caught:
        await verb.ask(DeviceService(connect(server), verb.way), DEVICE_ID, always)
    assert caught.value.is_unsent
    assert server.requests == []


def test_a_request_tells_neither_its_token_nor_its_pin() -> None:
    headers = {"Authorization": "Bearer eyJ0"}
    request = Request(address="https://host.test/x", headers=headers, body=b"482915", within_s=1.0)
    assert "eyJ0" not in repr(request)
    assert "482915" not in repr(request)


async def test_where_nothing_may_be_renamed_nothing_is_sent(serve: Serve, connect: Connect) -> None:
    server = await serve(ACCEPTED)
    with pytest.raises(NotPermitted) as caught:
        await DeviceService(connect(server), RenameWay.OFF).rename(DEVICE_ID, "x")
    assert caught.value.is_unsent
    assert server.connections == 0


@pytest.mark.parametrize("platform", Platform)
def test_a_device_is_told_only_what_it_can_follow(platform: Platform) -> None:
    told = set(wipe_body(KEEP_ALL, platform))
    assert told <= {
        Platform.WINDOWS: {"keepEnrollmentData", "keepUserData"},
        Platform.MACOS: {"macOsUnlockCode"},
    }.get(platform, {"persistEsimDataPlan"})
    assert "macOsUnlockCode" not in wipe_body(WipeChoices(), platform)
