"""Whether anybody could sign in just now: asked without a token, for a kiosk that waits.

Source: https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from companyportal.auth.quiet_thread import in_thread
from companyportal.clock import Clock
from companyportal.endpoints import Endpoints
from companyportal.errors import CaptivePortal

if TYPE_CHECKING:
    import requests

_TOLERANCE = timedelta(minutes=5)
_SERVER_FAILED = 500


@dataclass(frozen=True, slots=True)
class Reach:
    """What came of it."""

    is_reachable: bool
    """Both the sign-in and the service for devices answer, whatever they say."""
    is_clock_right: bool = True
    """False where the answer's time and this computer's are more than five minutes apart."""


async def reach(endpoints: Endpoints, clock: Clock) -> Reach:
    """Ask both, in a thread; never raises what a network can do."""
    discovery = f"{endpoints.authority}/v2.0/.well-known/openid-configuration"

    def look() -> Reach:
        sign_in = _answer(endpoints.authority, discovery, endpoints.ca_file, clock)
        service = _answer(endpoints.service, endpoints.service, endpoints.ca_file, clock)
        return Reach(sign_in.is_reachable and service.is_reachable, sign_in.is_clock_right)

    return await in_thread(look)


def _answer(origin: str, address: str, ca_file: Path | None, clock: Clock) -> Reach:
    import requests

    from companyportal.auth.http_session import AnswerRefused, IdentityHttpSession

    try:
        with IdentityHttpSession(origin, ca_file=ca_file, clock=clock) as session:
            response = session.get(address)
    except AnswerRefused as refused:
        return Reach(not isinstance(refused.ours, CaptivePortal))
    except requests.RequestException:
        return Reach(is_reachable=False)
    return Reach(response.status_code < _SERVER_FAILED, _is_right(response, clock))


def _is_right(response: requests.Response, clock: Clock) -> bool:
    try:
        served_at: datetime = parsedate_to_datetime(response.headers.get("Date", ""))
        return abs(clock.now() - served_at) <= _TOLERANCE
    except (ValueError, TypeError, OverflowError):
        return True  # nobody said otherwise
