"""What Intune's nested refusals mean to a person: told apart by their words, and no more."""

from __future__ import annotations

import base64
import json

import pytest

from companyportal.demo.server import DemoServer
from companyportal.errors import (
    ApprovalRequired,
    Conflict,
    LimitReached,
    NotLicensed,
    NotPermitted,
    RequestRefused,
    ServiceError,
    SignInRequired,
    Throttled,
)
from companyportal.graph.answers import Answer, Refusal, refusal_of
from companyportal.graph.devices import DeviceService
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import refused

HEADER = "The header 'x-msft-approval-justification' is missing"
TENANT = "Request not applicable to target tenant."
TOO_MANY = "The maximum number of retire actions was reached"


def nested(message: str, code: str = "Forbidden") -> dict[str, object]:
    """As Intune wraps it: a JSON text in a JSON text in the message."""
    inner = json.dumps({"_version": 3, "Message": f"{message} - Operation ID: 00 - Url: https://x"})
    outer = json.dumps({"ErrorCode": code, "Message": inner, "Target": None})
    return {"error": {"code": "UnknownError", "message": outer, "innerError": {"request-id": "r"}}}


def meaning(status: int, message: str, **more: object) -> Refusal:
    body = json.dumps(nested(message)).encode()
    return refusal_of(
        Answer(status=status, body=body, content_type="application/json", **more)  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("status", "message", "kind"),
    [
        (403, HEADER, ApprovalRequired),
        (400, HEADER, ApprovalRequired),
        (401, HEADER, ApprovalRequired),
        (403, "Operation needs Multi Admin Approval", ApprovalRequired),
        (403, "It says ApprovalRequired", ApprovalRequired),
        (400, TENANT, NotLicensed),
        (403, "The user is not licensed for Intune", NotLicensed),
        (400, TOO_MANY, LimitReached),
        (429, TOO_MANY, LimitReached),
        (403, "Daily limit exceeded", LimitReached),
        (403, "An error has occurred", NotPermitted),
        (401, "An error has occurred", NotPermitted),
        (400, "An error has occurred", RequestRefused),
        (409, HEADER, Conflict),
        (429, "Please retry again later", Throttled),
    ],
)
def test_the_words_inside_choose_the_kind(
    status: int, message: str, kind: type[ServiceError]
) -> None:
    error = meaning(status, message)
    assert type(error) is kind
    assert (error.status, error.code, error.request_id) == (status, "Forbidden", "r")
    assert message not in repr(error)


def test_a_service_that_says_when_to_come_back_has_no_limit_of_the_day() -> None:
    error = meaning(429, TOO_MANY, retry_after="7")
    assert type(error) is Throttled
    assert error.retry_after_s == 7


def test_a_challenge_is_answered_whatever_the_words_are() -> None:
    claims = base64.b64encode(b'{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').decode()
    challenge = f'Bearer error="insufficient_claims", claims="{claims}"'
    assert type(meaning(403, HEADER, challenges=[challenge])) is SignInRequired


async def test_a_page_of_a_network_means_none_of_it(serve: Serve, connect: Connect) -> None:
    page = Answer(status=403, body=f"<html>{HEADER}".encode(), content_type="text/html")
    assert not isinstance(refusal_of(page), NotPermitted)


@pytest.mark.parametrize("message", [HEADER, TENANT, TOO_MANY])
async def test_a_refused_change_is_sent_once_and_for_certain_not_done(
    serve: Serve, connect: Connect, message: str
) -> None:
    server = await serve(refused("403 Forbidden", nested(message)))
    with pytest.raises((NotPermitted, LimitReached)):
        await DeviceService(connect(server)).retire("1")
    assert len(server.requests) == 1


@pytest.mark.parametrize("fault", ["approval-required", "approval-required-400"])
async def test_the_demo_wants_a_second_administrator(
    demo: DemoServer, service: DeviceService, fault: str
) -> None:
    demo.tenant.faults.add(fault)
    device = (await service.list()).devices[0]
    with pytest.raises(ApprovalRequired):
        await service.retire(device.device_id)
    assert demo.tenant.taken == []
