"""Replies with a PIN, a place or a recovery key in them, spoilt in thousands of ways: what is wrong
is never shown as right, and nothing of it is ever told in passing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.domain import Device, Platform, Secret
from companyportal.errors import PortalError, ServiceFailed
from companyportal.graph import wire
from companyportal.graph.action_results import results_of
from companyportal.graph.recovery_keys import RecoveryKeyService
from tests.graph.conftest import Connect, Serve
from tests.graph.mutations import spoilt, torn, written
from tests.graph.raw_server import http
from tests.graph.recorded_secrets import Secrets, secret_replies
from tests.proofs import fault, threat

pytestmark = [pytest.mark.slow, fault("R05"), threat("T03"), threat("T37")]
seeds = st.integers(0, 2**64).map(Random)
ANSWERS_BY_SOCKET = 150


def cases(number: int) -> Callable[[Any], Any]:
    """So many, the same ones in every run."""
    return settings(derandomize=True, deadline=None, max_examples=number, database=None)


@pytest.fixture(scope="module")
def recorded() -> Secrets:
    return secret_replies()


def told(body: bytes) -> str:
    """All that a log could say of one device's results, which are checked on the way."""
    try:
        read = wire.device(body)
    except ServiceFailed as error:
        return repr(error)
    results = results_of(read.device_action_results or ())
    for result in results:
        assert result.secret is None or isinstance(result.secret, Secret)
        if (place := result.location) is not None:
            assert abs(place.latitude) <= 90
            assert abs(place.longitude) <= 180
            assert place.accuracy_m is None or 0 < place.accuracy_m < float("inf")
    return repr((read, results, [str(result) for result in results]))


def marks(recorded: Secrets) -> list[str]:
    """What must not be told."""
    pin = recorded.locked["deviceActionResults"][0]["unlockPin"]
    place = recorded.located["deviceActionResults"][0]["deviceLocation"]
    return [pin, str(place["latitude"]), str(place["longitude"])]


def test_a_whole_reply_has_them(recorded: Secrets) -> None:
    for reply, has in ((recorded.locked, "secret"), (recorded.located, "location")):
        read = wire.device(json.dumps(reply).encode())
        (result,) = results_of(read.device_action_results or ())
        assert getattr(result, has) is not None
    assert len(str(recorded.key["key"])) > 40


@cases(600)
@given(random=seeds)
def test_spoilt_pins_and_places_stay_secret(recorded: Secrets, random: Random) -> None:
    for reply in (recorded.locked, recorded.located):
        text = told(written(spoilt(reply, random), random))
        assert not any(mark in text for mark in marks(recorded))


@cases(600)
@given(random=seeds)
def test_torn_pins_and_places_end_in_something_or_in_our_error(
    recorded: Secrets, random: Random
) -> None:
    for reply in (recorded.locked, recorded.located):
        told(torn(json.dumps(reply, ensure_ascii=False).encode(), random))


async def test_spoilt_keys_are_keys_of_this_device_or_none(
    recorded: Secrets, serve: Serve, connect: Connect
) -> None:
    random = Random(1)
    server = await serve(b"")
    service = RecoveryKeyService(connect(server))
    entra_id, key = recorded.listed["value"][0]["deviceId"], recorded.key["key"]
    device = Device(device_id="d1", name="PC", platform=Platform.WINDOWS, entra_id=entra_id)
    read = 0
    for number in range(ANSWERS_BY_SOCKET):
        bodies = [recorded.listed, {"key": key}]
        bodies[number % 2] = spoilt(bodies[number % 2], random, most=1)
        server.play(*(http(written(body, random)) for body in bodies))
        with suppress(PortalError):
            found = await service.read(device)
            assert all(each.key.reveal() == key for each in found if len(each.key) > 40)
            assert all(each.key.reveal().isprintable() for each in found)
            assert key not in repr(found)
            read += len(found)
    assert read > ANSWERS_BY_SOCKET // 4
