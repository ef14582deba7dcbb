"""The only wording of errors: for every class of ``errors.py`` a title, advice, and one remedy.

The title states the fact, the advice says what has not happened and what to do. Nothing here names
an exception, a person or an address; codes are for "Copy details" only.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, QTime

from companyportal import errors
from companyportal.errors import (
    PortalError,
    ServiceResting,
    SettingsError,
    StoreError,
    Throttled,
)
from companyportal.models.messages import Message, UnexpectedError
from companyportal.views.computer_words import ComputerWords

_SHORT_ID = 12


class Remedy(Enum):
    """The one thing that is offered beside an error."""

    NONE = auto()
    TRY_AGAIN = auto()
    SIGN_IN = auto()
    IT_SUPPORT = auto()


class Described(NamedTuple):
    """An error in words."""

    title: str
    advice: str
    remedy: Remedy


class ErrorText(QObject):
    """Says what happened and what the person can do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._computer = ComputerWords(self)

    def describe(self, error: PortalError, left_s: float | None = None) -> Described:
        """The words for ``error``, by its class or the nearest one above it.

        ``left_s``: what is left of ``error.retry_after_s``, where somebody counts.
        """
        wait_s = error.retry_after_s if left_s is None else left_s
        if isinstance(error, errors.SettingsNotSaved):
            return Described(*self._computer.not_saved(error), Remedy.NONE)
        if isinstance(error, SettingsError):
            return Described(*self._computer.settings(error), Remedy.IT_SUPPORT)
        if isinstance(error, Throttled):
            return self._later(self.tr("The device service is busy."), wait_s)
        if isinstance(error, ServiceResting):
            return self._later(self.tr("The device service keeps failing."), wait_s)
        if isinstance(error, errors.StoreUnreadable):
            return Described(*self._computer.unreadable(error), Remedy.IT_SUPPORT)
        if isinstance(error, errors.ClockWrong):
            return Described(*self._computer.clock_wrong(error), Remedy.NONE)
        words = {**self._own(), **self._not_signed_in(), **self._not_trusted()}
        words |= {**self._not_reached(), **self._not_answered(), **self._refused()}
        return next(words[kind] for kind in type(error).__mro__ if kind in words)

    def waiting(self, left_s: float) -> Described:
        """The service wants quiet for so long, and what was asked goes on by itself then."""
        title = self.tr("The device service is busy.")
        seconds = max(1, round(left_s))
        advice = self.tr("The program goes on by itself in %n second(s).", "", seconds)
        return Described(title, advice, Remedy.NONE)

    def caption(self, message: Message) -> str:
        """The small print under an error: status or code, request, time."""
        error = message.error
        local = message.at.astimezone()
        short = QLocale.FormatType.ShortFormat
        time = QLocale().toString(QTime(local.hour, local.minute), short)
        number = str(error.status or error.code or "")
        if number and error.request_id:
            return self.tr("Error {number} · request {request} · {time}").format(
                number=number, request=_shortened(error.request_id), time=time
            )
        if number:
            return self.tr("Error {number} · {time}").format(number=number, time=time)
        return time

    def details(self, message: Message) -> str:
        """What "Copy details" copies: facts for the service desk, no names and no secrets."""
        error = message.error
        facts = {
            self.tr("Status"): str(error.status or ""),
            self.tr("Code"): error.code,
            self.tr("Request"): error.request_id,
            self.tr("Task"): message.task,
            self.tr("Time"): f"{message.at:%Y-%m-%d %H:%M:%S} UTC",
        }
        line = self.tr("{name}: {value}")
        return "\n".join(line.format(name=n, value=v) for n, v in facts.items() if v)

    def _own(self) -> dict[type[PortalError], Described]:
        """Faults of this program and of its files."""
        return {
            PortalError: Described(
                self.tr("Something did not work."),
                self.tr("Try again. IT support can help if it stays so."),
                Remedy.TRY_AGAIN,
            ),
            UnexpectedError: Described(
                self.tr("This program made a mistake."),
                self.tr("Its log says more. Send the details to IT support."),
                Remedy.IT_SUPPORT,
            ),
            StoreError: Described(
                self.tr("The program’s own records could not be read."),
                self.tr("Nothing was sent. Start the program again."),
                Remedy.IT_SUPPORT,
            ),
            errors.StoreNotWritable: Described(
                self.tr("Nothing can be written on this computer, so nothing was sent."),
                self.tr("Make room on the disk, then start the program again."),
                Remedy.IT_SUPPORT,
            ),
            errors.StoreNewer: Described(
                self.tr("A newer version of this program was here, so this one sends nothing."),
                self.tr("Its records stay as they are. Start the newer version."),
                Remedy.IT_SUPPORT,
            ),
            errors.OperationPending: Described(
                self.tr("An earlier request for this device has not ended yet."),
                self.tr("Nothing was sent again. Wait for the result of the first one."),
                Remedy.NONE,
            ),
        }

    def _not_signed_in(self) -> dict[type[PortalError], Described]:
        again = self.tr("Sign in again to go on.")
        return {
            errors.SignInError: Described(
                self.tr("Signing in did not work."), self.tr("Try it again."), Remedy.SIGN_IN
            ),
            errors.SignInCancelled: Described(
                self.tr("Signing in was cancelled."),
                self.tr("Nothing was changed. Sign in when you are ready."),
                Remedy.SIGN_IN,
            ),
            errors.SignInTimedOut: Described(
                self.tr("Nobody came back from the browser in time."),
                self.tr("Nothing was changed. Sign in again and finish in the browser."),
                Remedy.SIGN_IN,
            ),
            errors.SignInFailed: Described(
                self.tr("Your organisation did not let this sign-in through."),
                self.tr("Nothing was changed. Try again, or ask IT support."),
                Remedy.SIGN_IN,
            ),
            errors.NoLocalPort: Described(
                self.tr("Your browser’s answer could not reach this program."),
                self.tr("No port of this computer is free for it. IT support can find out why."),
                Remedy.IT_SUPPORT,
            ),
            errors.SignInRequired: Described(
                self.tr("Your session has ended."), again, Remedy.SIGN_IN
            ),
            errors.SignOutFailed: Described(
                self.tr("You could not be signed out completely."),
                self.tr("Something of the session is still on this computer. Ask IT support."),
                Remedy.IT_SUPPORT,
            ),
        }

    def _not_trusted(self) -> dict[type[PortalError], Described]:
        """Somebody came back, but not in a way that can be believed."""
        return {
            errors.TokenInvalid: Described(
                self.tr("The answer to the sign-in could not be trusted."),
                self.tr("It was thrown away and nothing was changed. Tell IT support about it."),
                Remedy.IT_SUPPORT,
            ),
            errors.SignInNotFresh: Described(
                self.tr("Your browser did not ask for your password."),
                self.tr("Nothing was changed. Sign in again and type your password."),
                Remedy.SIGN_IN,
            ),
            errors.WrongAccount: Described(
                self.tr("This was another account."),
                self.tr("Nothing was reset. Sign in with the account that asked."),
                Remedy.SIGN_IN,
            ),
        }

    def _not_reached(self) -> dict[type[PortalError], Described]:
        return {
            errors.ServiceError: Described(
                self.tr("The device service did not do what was asked."),
                self.tr("Try again in a moment."),
                Remedy.TRY_AGAIN,
            ),
            errors.Withheld: Described(
                self.tr("The request was held back."),
                self.tr("Nothing was sent. Start again when you are ready."),
                Remedy.NONE,
            ),
            errors.Offline: Described(
                self.tr("The service cannot be reached from here."),
                self.tr("Nothing was sent. Check your connection, then try again."),
                Remedy.TRY_AGAIN,
            ),
            errors.CertificateNotValidNow: Described(
                self.tr("The service’s certificate is not valid at this computer’s time."),
                self.tr("Nothing was sent. Is the clock right? Correct it, then try again."),
                Remedy.TRY_AGAIN,
            ),
            errors.ProxyRefused: Described(
                self.tr("This network’s proxy asks for a user name and a password."),
                self.tr("Nothing was sent. This program gives it neither; IT support can help."),
                Remedy.IT_SUPPORT,
            ),
        }

    def _not_answered(self) -> dict[type[PortalError], Described]:
        return {
            errors.CaptivePortal: Described(
                self.tr("This network wants you to sign in to it first."),
                self.tr("Nothing was changed. Open any web page in your browser, then try again."),
                Remedy.TRY_AGAIN,
            ),
            errors.ServiceFailed: Described(
                self.tr("The device service does not answer."),
                self.tr("Nothing was changed. What you see may be out of date."),
                Remedy.TRY_AGAIN,
            ),
            errors.OutcomeUnknown: Described(
                self.tr("We do not know yet whether it worked."),
                self.tr("The request is not sent a second time. We keep looking."),
                Remedy.NONE,
            ),
        }

    def _refused(self) -> dict[type[PortalError], Described]:
        return {
            errors.NotPermitted: Described(
                self.tr("Your organisation does not allow you to do this."),
                self.tr("Nothing was changed. IT support can do it for you."),
                Remedy.IT_SUPPORT,
            ),
            errors.NotFound: Described(
                self.tr("This device is no longer in the list."),
                self.tr("It may have been removed. Nothing was changed."),
                Remedy.NONE,
            ),
            errors.Conflict: Described(
                self.tr("Another request for this device is under way."),
                self.tr("Nothing was changed. Wait until it has ended, then try again."),
                Remedy.TRY_AGAIN,
            ),
            errors.DeviceChanged: Described(
                self.tr("The device has changed since you opened it."),
                self.tr("Nothing was sent. Look at it again, then decide."),
                Remedy.TRY_AGAIN,
            ),
            errors.RequestRefused: Described(
                self.tr("The device service refused the request."),
                self.tr("Nothing was changed. IT support can find out why."),
                Remedy.IT_SUPPORT,
            ),
            errors.MoreProofRequired: Described(
                self.tr("Your organisation wants a stronger sign-in for this."),
                self.tr("Nothing was changed. Start again: the sign-in page will ask for it."),
                Remedy.NONE,
            ),
            errors.ForeignAddress: Described(
                self.tr("The answer pointed to an address that is not your organisation’s."),
                self.tr("It was not followed and nothing was changed. Tell IT support about it."),
                Remedy.IT_SUPPORT,
            ),
        }

    def _later(self, title: str, left_s: float | None) -> Described:
        """The service is to be left alone for so long."""
        seconds = round(left_s or 0)
        if left_s is not None and seconds <= 0:
            advice = self.tr("Nothing was changed. You can try again now.")
        elif seconds <= 0:
            advice = self.tr("Nothing was changed. Try again in a moment.")
        elif seconds < 100:
            advice = self.tr("Nothing was changed. Try again in %n second(s).", "", seconds)
        else:
            minutes = -(-seconds // 60)
            advice = self.tr("Nothing was changed. Try again in %n minute(s).", "", minutes)
        return Described(title, advice, Remedy.TRY_AGAIN)


def _shortened(request_id: str) -> str:
    if len(request_id) <= _SHORT_ID:
        return request_id
    return f"{request_id[:4]}…{request_id[-4:]}"
