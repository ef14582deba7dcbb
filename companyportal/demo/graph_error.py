"""Errors as Microsoft Graph writes them, Intune's nested ones too.

Source: https://learn.microsoft.com/graph/errors
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any


class GraphError(Exception):
    """A request that is answered with an error; ``is_intune`` nests the message as Intune does."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        is_intune: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.message = message
        self.is_intune = is_intune
        self.headers = dict(headers or {})

    def body(self, *, now: datetime, request_id: str, client_request_id: str) -> dict[str, Any]:
        """The JSON of the answer."""
        message = self._nested(request_id) if self.is_intune else self.message
        inner = {
            "date": now.strftime("%Y-%m-%dT%H:%M:%S"),
            "request-id": request_id,
            "client-request-id": client_request_id,
        }
        return {"error": {"code": self.code, "message": message, "innerError": inner}}

    def _nested(self, activity_id: str) -> str:
        """Intune's own error as a JSON text; a refusal is wrapped once more."""
        inner = json.dumps(
            {
                "_version": 3,
                "Message": f"{self.message} - Operation ID (for customer support): {uuid.uuid4()}"
                f" - Activity ID: {activity_id} - Url: https://fef.msua06.manage.microsoft.com/"
                "DeviceFE/StatelessDeviceFEService/deviceManagement/managedDevices",
                "CustomApiErrorPhrase": "",
                "RetryAfter": None,
                "ErrorSourceService": "",
                "HttpHeaders": "{}",
            },
            indent=2,
        )
        if self.code not in ("Forbidden", "UnknownError"):
            return inner
        return json.dumps({"ErrorCode": "Forbidden", "Message": inner, "Target": None})


def not_found() -> GraphError:
    """No such device, or not the person's: the answer is the same."""
    return GraphError(404, "ResourceNotFound", "The device was not found.", is_intune=True)


def bad_request(message: str) -> GraphError:
    """A query that Graph does not understand."""
    return GraphError(400, "BadRequest", message)


def forbidden() -> GraphError:
    """The person or the program may not do this."""
    return GraphError(
        403, "Forbidden", "The caller is not authorized to perform this operation.", is_intune=True
    )


def not_consented(permissions: Iterable[str]) -> GraphError:
    """The program may not do this for anybody: an administrator has not agreed to it."""
    message = (
        "Application is not authorized to perform this operation. "
        f"Application must have one of the following scopes: {', '.join(permissions)}"
    )
    return GraphError(403, "Forbidden", message, is_intune=True)


def unauthorized(message: str, challenge: str) -> GraphError:
    """The access token is missing, unknown or too old."""
    headers = {"WWW-Authenticate": challenge}
    return GraphError(401, "InvalidAuthenticationToken", message, headers=headers)


def internal() -> GraphError:
    """Something is broken at Intune."""
    return GraphError(500, "InternalServerError", "An error has occurred.", is_intune=True)


def approval_required(status: int = 403) -> GraphError:
    """The organisation wants a second administrator to agree; its pages tell of 403 and of 400.

    Source: https://learn.microsoft.com/intune/fundamentals/role-based-access-control/multi-admin-approval-graph-api
    """
    message = "Header 'x-msft-approval-justification' is required to request approval"
    code = "Forbidden" if status == 403 else "BadRequest"
    return GraphError(status, code, message, is_intune=True)
