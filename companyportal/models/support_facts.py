"""What a service desk may know of this program: no name of anybody or of any device, no secret."""

from __future__ import annotations

from companyportal.endpoints import Endpoints
from companyportal.models.account import AccountModel, AccountState
from companyportal.models.failure import Failure
from companyportal.models.messages import Messages
from companyportal.settings import Settings


class SupportFacts:
    """Asked anew each time; the words are the view's."""

    def __init__(
        self,
        *,
        settings: Settings,
        endpoints: Endpoints,
        account: AccountModel,
        messages: Messages,
        has_policy: bool,
    ) -> None:
        self._settings = settings
        self._endpoints = endpoints
        self._account = account
        self._messages = messages
        self.has_policy = has_policy
        """Whether the machine's policy decides where the program connects to."""

    @property
    def connection(self) -> str:
        """``demo``, ``gateway`` or ``graph``."""
        return "demo" if self._endpoints.is_demo else self._settings.connection

    @property
    def cloud(self) -> str:
        """The short name of Microsoft's cloud; empty for the demo."""
        return "" if self._endpoints.is_demo else self._settings.cloud

    @property
    def session(self) -> AccountState:
        """Whether somebody is signed in, never who."""
        return self._account.state

    @property
    def lacks_key_store(self) -> bool:
        """True where the session ends with the program for want of a key store."""
        return self._account.lacks_key_store

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The last few, newest first."""
        return self._messages.failures
