"""Where foreign failures of signing in become ours: MSAL's, the network's, the provider's.

None of their text comes along: MSAL's exceptions quote claims and tokens, and the provider's
descriptions name people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import requests
from msal.exceptions import MsalError

from companyportal.auth.http_session import AnswerRefused
from companyportal.errors import (
    ConsentMissing,
    NotAssigned,
    PortalError,
    ProgramUnknown,
    ServiceFailed,
    SignInBlocked,
    SignInCancelled,
    SignInFailed,
    SignInRequired,
)
from companyportal.offline_causes import why_offline

MSAL_REFUSED = "msal_refused"
"""MSAL's own check of the nonce said no."""
_SIGN_IN_AGAIN = frozenset(
    {"invalid_grant", "interaction_required", "login_required", "consent_required"}
)
_TEMPORARY = frozenset({"temporarily_unavailable", "server_error"})
_SAFE_CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_ENTRA_CODE = re.compile(r"AADSTS\d{1,10}")
_MSAL_SURPRISES = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
)

T = TypeVar("T")


def at_border(work: Callable[[], T]) -> T:
    """Do ``work``; every foreign failure becomes ours.

    Ours is raised outside the handler: the foreign error is not even its context.
    """
    try:
        return work()
    except PortalError:
        raise
    except AnswerRefused as error:
        ours: Exception = error.ours
    except requests.RequestException as error:
        ours = why_offline(error)(code=type(error).__name__)
    except MsalError:
        ours = ServiceFailed(code="identity_provider")
    except RuntimeError:
        ours = SignInFailed(code=MSAL_REFUSED)
    except _MSAL_SURPRISES:
        ours = SignInFailed(code="malformed_answer")
    raise ours


_NUMBERS: dict[type[SignInFailed], tuple[int, ...]] = {
    SignInBlocked: (53000, 53001, 53002, 53003, 53004, 53009, 53011, 530035),
    ConsentMissing: (65001, 90094),
    NotAssigned: (50105,),
    ProgramUnknown: (50011, 90002, 700016, 7000112, 7000218),
}
_MEANT_BY_CODE = {f"AADSTS{n}": kind for kind, numbers in _NUMBERS.items() for n in numbers}
"""Entra's numbers may change, so they choose nothing but the words.

Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
"""


def refusal(fields: Mapping[str, Any]) -> PortalError:
    """What the provider's ``error`` means. Of its description only the code is taken."""
    error = str(fields.get("error", ""))
    entra = _ENTRA_CODE.search(str(fields.get("error_description", "")))
    code = entra.group() if entra else error
    if not _SAFE_CODE.fullmatch(code):
        code = "unknown"
    if kind := _MEANT_BY_CODE.get(code):
        return kind(code=code)
    if error == "access_denied":
        return SignInCancelled(code=code)
    if error in _TEMPORARY:
        return ServiceFailed(code=code)
    return SignInFailed(code=code)


def silent_refusal(result: Mapping[str, Any]) -> PortalError:
    """The same for a token that was asked for without asking the person."""
    error = refusal(result)
    if result.get("error") in _SIGN_IN_AGAIN:
        return SignInRequired(code=error.code)
    return error
