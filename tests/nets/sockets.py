"""A connection, or a look-up of a name, off this computer fails the test, also where the code under
test swallows the error.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest

_attempts: list[str] = []
_connect: Any = socket.socket.connect
_connect_ex: Any = socket.socket.connect_ex
_getaddrinfo: Any = socket.getaddrinfo


def is_here(host: object) -> bool:
    """True for this computer's own names and addresses."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host == "" or not isinstance(host, str):
        return host is None or host == ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _check(what: str, host: object) -> None:
    if not is_here(host):
        _attempts.append(f"{what} {host!r}")
        raise ConnectionRefusedError(f"tests stay on this computer: {what} {host!r}")


def _check_address(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6):
        _check("connect to", address[0])


def _guarded_connect(self: socket.socket, address: Any) -> Any:
    _check_address(self, address)
    return _connect(self, address)


def _guarded_connect_ex(self: socket.socket, address: Any) -> Any:
    _check_address(self, address)
    return _connect_ex(self, address)


def _guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
    _check("look up", host)
    return _getaddrinfo(host, *args, **kwargs)


def pytest_configure(config: pytest.Config) -> None:
    """Guard this process; a child, such as a browser, is not in it."""
    module: Any = socket
    module.socket.connect = _guarded_connect
    module.socket.connect_ex = _guarded_connect_ex
    module.getaddrinfo = _guarded_getaddrinfo


@pytest.fixture(autouse=True)
def _socket_net() -> Iterator[None]:
    _attempts.clear()
    yield
    if _attempts:
        pytest.fail("went off this computer:\n" + "\n".join(_attempts), pytrace=False)
