"""Where the program connects to: the only thing in which the real service, a gateway and the demo
differ.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from companyportal.clouds import Cloud
from companyportal.errors import SettingsError

LARGEST_FILE = 64 * 1024
"""Bytes of a connection file; the demo's line takes 300."""
LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

GRAPH_SCOPES = (
    "DeviceManagementManagedDevices.PrivilegedOperations.All",
    "DeviceManagementManagedDevices.Read.All",
    "DeviceManagementConfiguration.Read.All",
    "DeviceManagementApps.Read.All",
    "User.Read",
)
"""Delegated permissions that every organisation grants; see ``docs/administration.md``.

Source: https://learn.microsoft.com/graph/permissions-reference
"""


def graph_scopes(*, recovery_keys: bool = True, rename: str = "deviceName") -> tuple[str, ...]:
    """What is asked for, by what the organisation's settings let the program do.

    Entra lets nobody in as long as one of them waits for an administrator's consent, so a feature
    that is switched off asks for nothing.
    """
    more = ["BitlockerKey.Read.All"] if recovery_keys else []
    if rename == "managementName":
        more.append("DeviceManagementManagedDevices.ReadWrite.All")
    return (*GRAPH_SCOPES, *more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """Addresses, identity of this program there, and what to trust."""

    authority: str
    """``https://host[:port]/tenant``"""
    service: str
    """``https://host[:port]/v1.0``, Microsoft Graph's or the gateway's; no slash at the end."""
    client_id: str
    tenant_id: str
    scopes: tuple[str, ...]
    ca_file: Path | None = None
    """A certificate authority to trust *instead of* the system's; only for loopback services."""
    is_demo: bool = False
    """Shows the banner. Nothing else may depend on it."""

    @property
    def profile(self) -> str:
        """A short name that keeps the data of different connections apart on disk."""
        return "demo" if self.is_demo else self.tenant_id

    @classmethod
    def from_file(cls, path: Path) -> Endpoints:
        """Read the JSON line that ``companyportal demo-server`` prints, from a file.

        Raises: SettingsError, naming the file, the line and the key.
        """
        raw = _json_object(path)
        wanted = ("authority", "graph", "client_id", "tenant_id", "ca_file")
        for key in wanted:
            if not isinstance(raw.get(key), str) or not raw[key]:
                raise SettingsError(f"needs the text “{key}”", path=path, key=key)
        for key in ("authority", "graph"):
            if not _is_here(raw[key]):
                raise SettingsError(f"“{key}” must be https on this computer", path=path, key=key)
        ca_file = Path(raw["ca_file"])
        if not ca_file.is_file():
            raise SettingsError("“ca_file” names no file", path=path, key="ca_file")
        return cls.for_demo(
            authority=raw["authority"],
            service=raw["graph"],
            client_id=raw["client_id"],
            tenant_id=raw["tenant_id"],
            ca_file=ca_file,
        )

    @classmethod
    def for_demo(
        cls, *, authority: str, service: str, client_id: str, tenant_id: str, ca_file: Path
    ) -> Endpoints:
        """The built-in organisation on this computer."""
        return cls(
            authority=authority.rstrip("/"),
            service=service.rstrip("/"),
            client_id=client_id,
            tenant_id=tenant_id,
            # It grants everything, so that each setting can be tried in it.
            scopes=qualified(service, graph_scopes(rename="managementName")),
            ca_file=ca_file,
            is_demo=True,
        )

    @classmethod
    def for_graph(
        cls, *, cloud: Cloud, tenant_id: str, client_id: str, scopes: tuple[str, ...] | None = None
    ) -> Endpoints:
        """Microsoft Graph itself: for people with a role in Intune."""
        service = f"{cloud.graph}/v1.0"
        return cls(
            authority=f"{cloud.login}/{tenant_id}",
            service=service,
            client_id=client_id,
            tenant_id=tenant_id,
            scopes=qualified(service, scopes or graph_scopes()),
        )

    @classmethod
    def for_gateway(
        cls, *, cloud: Cloud, tenant_id: str, client_id: str, service: str, scope: str
    ) -> Endpoints:
        """The organisation's own service with Graph's paths; its token is no token for Graph."""
        return cls(
            authority=f"{cloud.login}/{tenant_id}",
            service=service.rstrip("/"),
            client_id=client_id,
            tenant_id=tenant_id,
            scopes=(scope,),
        )


def qualified(service: str, scopes: tuple[str, ...]) -> tuple[str, ...]:
    """Scopes with the service's own origin in front, as the national clouds need it.

    Source: https://learn.microsoft.com/graph/deployments
    """
    parts = urlsplit(service)
    return tuple(f"{parts.scheme}://{parts.netloc}/{scope}" for scope in scopes)


def _json_object(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise SettingsError("is too long", path=path)
        raw = json.loads(content.decode("utf-8"))
    except OSError as error:
        raise SettingsError(error.strerror or "cannot be read", path=path) from error
    except UnicodeDecodeError as error:
        raise SettingsError("is not UTF-8 text", path=path) from error
    except json.JSONDecodeError as error:
        detail = f"is not JSON: {error.msg}"
        raise SettingsError(detail, path=path, line=error.lineno) from error
    except RecursionError as error:
        raise SettingsError("is not JSON: nested too deep", path=path) from error
    except ValueError as error:
        # Python refuses numbers of thousands of digits.
        raise SettingsError("is not JSON: a number is too long", path=path) from error
    if not isinstance(raw, dict):
        raise SettingsError("must hold one JSON object", path=path, line=1)
    return raw


def _is_here(address: str) -> bool:
    """True for https on this computer, and nothing that could hide another one."""
    try:
        parts = urlsplit(address)
        is_plain = parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme == "https" and parts.hostname in LOOPBACK_HOSTS and is_plain
