"""A broker answers a re-authentication from its own cache; here one lies ready, and nobody asks it.

MSAL is told that it runs where it has a broker, and finds its native library installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import msal
import pytest

from companyportal.auth.session import FreshSignIn, Session
from tests.proofs import threat

RUNTIME, ADAPTER = "pymsalruntime", "msal.broker"
WISHES = {
    "win32": "enable_broker_on_windows",
    "darwin": "enable_broker_on_mac",
    "linux": "enable_broker_on_linux",
}


class Broker(ModuleType):
    """Stands for MSAL's native library; whatever is wanted of it is written down."""

    def __init__(self) -> None:
        super().__init__(RUNTIME)
        self.wanted: list[str] = []

    def __getattr__(self, name: str) -> Any:
        """Every name is something that may be called, and does nothing."""
        if name.startswith("__"):
            raise AttributeError(name)
        self.wanted.append(name)
        return lambda *args, **options: self


class Elsewhere:
    """``sys`` as MSAL sees it on another system."""

    def __init__(self, platform: str) -> None:
        self.platform = platform

    def __getattr__(self, name: str) -> Any:
        """All else is as it is."""
        return getattr(sys, name)


def unload_adapter() -> None:
    """Python keeps it twice."""
    sys.modules.pop(ADAPTER, None)
    vars(msal).pop("broker", None)


@pytest.fixture(params=WISHES)
def platform(request: pytest.FixtureRequest) -> str:
    """Where MSAL has a broker."""
    return str(request.param)


@pytest.fixture
def broker(platform: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Broker]:
    """Installed, and MSAL has not looked yet."""
    broker = Broker()
    monkeypatch.setattr(msal.application, "sys", Elsewhere(platform))
    monkeypatch.setattr(msal.application.platform, "machine", lambda: "arm64")
    monkeypatch.setitem(sys.modules, RUNTIME, broker)
    unload_adapter()
    yield broker
    unload_adapter()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, bool]]:
    """Every application that MSAL has made since, and whether its cache was empty then."""
    made: list[tuple[Any, bool]] = []
    build = msal.PublicClientApplication.__init__

    def told(app: Any, *args: Any, **options: Any) -> None:
        made.append((app, options["token_cache"].serialize() == "{}"))
        build(app, *args, **options)

    monkeypatch.setattr(msal.PublicClientApplication, "__init__", told)
    return made


async def signed_in_twice(session: Session) -> FreshSignIn:
    """A session with tokens, used and renewed, and the gate's sign-in beside it."""
    account = await session.sign_in(lambda link: None)
    await session.token()
    await session.token(renew=True)
    return await session.reauthenticate(account, lambda link: None, lambda: True)


async def test_it_would_be_seen_if_the_program_wanted_one(
    session: Session, platform: str, broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = msal.PublicClientApplication.__init__
    wish = {WISHES[platform]: True}
    monkeypatch.setattr(
        msal.PublicClientApplication,
        "__init__",
        lambda app, *args, **options: build(app, *args, **options, **wish),
    )
    await session.sign_in(lambda link: None)
    assert ADAPTER in sys.modules
    assert broker.wanted


@threat("T07")
async def test_no_sign_in_ever_touches_the_broker(session: Session, broker: Broker) -> None:
    fresh = await signed_in_twice(session)
    session.adopt(fresh)
    await session.token(renew=True)
    await session.sign_out()
    assert broker.wanted == []
    assert ADAPTER not in sys.modules


@threat("T07")
async def test_the_gate_has_an_application_of_its_own_without_broker_and_without_tokens(
    session: Session, broker: Broker, made: list[tuple[Any, bool]]
) -> None:
    fresh = await signed_in_twice(session)
    (first, _), (own, was_empty) = made
    assert own is not first
    assert was_empty
    assert own.token_cache is not first.token_cache
    assert not any(vars(app)["_enable_broker"] for app, _ in made)
    fresh.forget()
