"""Everything that can go wrong, as one tree; each error holds facts, never words for a person.

::

    PortalError
    ├── SettingsError            a settings, policy or connection file cannot be used
    │   └── SettingsNotSaved     a choice cannot be kept for the next start
    ├── StoreError               the operations store
    │   ├── StoreUnreadable      it was damaged; a copy was set aside
    │   ├── StoreNotWritable     nothing can be written, so nothing is sent
    │   │   └── StoreNewer       a newer version of the program made it
    │   └── OperationPending     an earlier request for the same device has not ended
    ├── KioskRefused             this computer may not be a kiosk as it stands (reason)
    ├── ClockWrong               this computer's clock and the service's are apart (off_by_s)
    ├── SignInError
    │   ├── SignInCancelled      the person gave up, here or in the browser
    │   ├── SignInTimedOut       nobody came back from the browser in time
    │   ├── SignInFailed         the identity provider said no (code)
    │   │   ├── NoLocalPort      no port could be opened for the browser's answer
    │   │   ├── SignInBlocked    the organisation's Conditional Access does not let it through
    │   │   ├── ConsentMissing   no administrator has agreed to what the program asks for
    │   │   ├── NotAssigned      the program was given to others only
    │   │   └── ProgramUnknown   the program's registration there is missing or wrong
    │   ├── SignInRequired       there is no session, or it has ended
    │   ├── SignOutFailed        something of the session could not be removed
    │   ├── TokenInvalid         an ID token failed a check (code names the check)
    │   ├── SignInNotFresh       the authentication is older than this request
    │   └── WrongAccount         somebody else signed in
    └── ServiceError             the device service
        ├── Offline              no connection could be made: nothing was sent
        │   ├── CertificateNotValidNow  its certificate begins later or has ended: a wrong clock?
        │   ├── ProxyRefused     the network's proxy wants a name and a password: nothing was sent
        │   └── Withheld         the permission ended before the first byte: nothing was sent
        ├── CaptivePortal        a network's own page answered instead of the service
        ├── NotPermitted         403, or a 401 that means it
        │   ├── ApprovalRequired  a second administrator has to agree first
        │   └── NotLicensed      the organisation, or the person, has no licence for Intune
        ├── NotFound             404
        ├── Conflict             409, 412
        ├── DeviceChanged        it is no longer what the person saw: nothing was sent
        ├── Throttled            429 (retry_after_s)
        ├── RequestRefused       any other complete 4xx
        │   ├── MoreProofRequired  it wants a stronger sign-in, which the next one asks for
        │   └── LimitReached     the organisation may not do more of this today
        ├── ServiceFailed        5xx on a read, or an answer that is no answer
        │   └── ServiceResting   it failed so often that nothing was sent (retry_after_s)
        ├── ForeignAddress       a link or redirect pointed outside the configured service
        └── OutcomeUnknown       a change was sent and its end is unclear

The words for each class, in every language, live in ``views/error_text.py``; a test walks this
tree.
"""

from __future__ import annotations

from pathlib import Path

from companyportal.kiosk_refusal import Refusal


class PortalError(Exception):
    """An error the program understands.

    ``detail`` is for logs and for "Copy details": no token, no claim, no name, no body of an
    answer.
    """

    is_unsent = False
    """True where a change was asked for and for certain nothing of it has left this computer."""

    def __init__(
        self,
        detail: str = "",
        *,
        status: int | None = None,
        code: str = "",
        request_id: str = "",
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(detail or code or type(self).__name__)
        self.detail = detail
        self.status = status
        self.code = code
        self.request_id = request_id
        self.retry_after_s = retry_after_s


class SettingsError(PortalError):
    """A settings, policy or connection file cannot be used; names the file, and line and key where
    known.
    """

    def __init__(self, detail: str, *, path: Path, line: int | None = None, key: str = "") -> None:
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {detail}", code=key)
        self.path = path
        self.line = line
        self.key = key


class SettingsNotSaved(SettingsError):
    """The person's file cannot be written; what it said before still stands in it."""


class StoreError(PortalError):
    """The operations store could not be used."""

    def __init__(self, detail: str, *, path: Path | None = None) -> None:
        super().__init__(detail)
        self.path = path


class StoreUnreadable(StoreError):
    """The store was damaged; ``path`` is where the damaged file was set aside."""


class StoreNotWritable(StoreError):
    """The store cannot be written, so nothing may be sent."""


class StoreNewer(StoreNotWritable):
    """A newer version of the program made the store; this one leaves it as it is."""


class OperationPending(StoreError):
    """An earlier request for the same device has not ended yet, here or in another process."""


class KioskRefused(PortalError):
    """This computer may not be a kiosk as it stands; ``path`` is the file that is to blame."""

    def __init__(
        self, detail: str, *, reason: Refusal = Refusal.NO_KIOSK, path: Path | None = None
    ) -> None:
        super().__init__(f"{path}: {detail}" if path else detail, code=reason)
        self.reason = reason
        self.path = path


class ClockWrong(PortalError):
    """This computer's wall clock is ``off_by_s`` ahead of the service's, or behind it (negative).

    Only what is shown suffers: nothing is measured with the wall clock.
    """

    def __init__(self, detail: str = "", *, off_by_s: float = 0.0) -> None:
        super().__init__(detail)
        self.off_by_s = off_by_s


class SignInError(PortalError):
    """Signing in or out did not work."""

    is_unsent = True


class SignInCancelled(SignInError):
    """The person gave up, here or on the sign-in page."""


class SignInTimedOut(SignInError):
    """Nobody came back from the browser in time."""


class SignInFailed(SignInError):
    """The identity provider refused; ``code`` is its OAuth error or AADSTS code."""


class NoLocalPort(SignInFailed):
    """No port of this computer could be opened for the browser's answer; nobody was asked."""


class SignInBlocked(SignInFailed):
    """The organisation's rules for signing in (Conditional Access) do not let it through."""


class ConsentMissing(SignInFailed):
    """No administrator has agreed to what the program asks for."""


class NotAssigned(SignInFailed):
    """The organisation gave the program to certain people only, and not to this one."""


class ProgramUnknown(SignInFailed):
    """The program's registration in the organisation is missing, switched off or set up wrong."""


class SignInRequired(SignInError):
    """There is no session, or it has ended."""


class SignOutFailed(SignInError):
    """Something of the session could not be removed."""


class TokenInvalid(SignInError):
    """An ID token failed a check; ``code`` names the check."""


class SignInNotFresh(SignInError):
    """The authentication happened before it was asked for, or too long ago."""


class WrongAccount(SignInError):
    """Another person signed in than the one who asked."""


class ServiceError(PortalError):
    """The device service did not do what was asked."""


class Offline(ServiceError):
    """No connection could be made; nothing left this computer."""

    is_unsent = True


class CertificateNotValidNow(Offline):
    """The service's certificate is not valid at this computer's time: one of the two is wrong."""


class ProxyRefused(Offline):
    """The network's proxy wants a name and a password, which this program never gives."""


class Withheld(Offline):
    """The permission to send ended before the first byte could leave; nothing was sent."""


class CaptivePortal(ServiceError):
    """A network's own page answered instead of the service."""


class NotPermitted(ServiceError):
    """The service does not allow this to the person."""


class ApprovalRequired(NotPermitted):
    """A second administrator has to agree first (Multi Admin Approval); nothing was done."""


class NotLicensed(NotPermitted):
    """The organisation, or the person, has no licence for Intune."""


class NotFound(ServiceError):
    """The device, or the thing asked for, is not there (any more)."""


class Conflict(ServiceError):
    """Another request for the same device is under way."""


class DeviceChanged(ServiceError):
    """The device is no longer what the person saw when they asked: nothing was sent."""


class Throttled(ServiceError):
    """Too many requests; ``retry_after_s`` says when to ask again."""


class RequestRefused(ServiceError):
    """The service refused the request as such."""


class MoreProofRequired(RequestRefused):
    """The service wants a stronger sign-in for this; the next one asks for it."""


class LimitReached(RequestRefused):
    """The organisation may not do more of this today, a thousand removals for instance."""


class ServiceFailed(ServiceError):
    """The service failed, or answered something that is no answer."""


class ServiceResting(ServiceFailed):
    """It failed so often that it is left alone for ``retry_after_s``; nothing was sent."""

    is_unsent = True


class ForeignAddress(ServiceError):
    """A link or redirect pointed outside the configured service; it was not followed."""


class OutcomeUnknown(ServiceError):
    """A change was sent and its end is unclear; it is never sent again."""
