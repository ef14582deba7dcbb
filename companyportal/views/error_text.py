"""The only wording of errors: for every class of ``errors.py`` a title, advice, and one remedy.

The title states the fact, the advice says what has not happened and what to do. Nothing here names
an exception, a person or an address; codes are for "Copy details" only.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QTime

from companyportal import errors
from companyportal.errors import (
    ClockWrong,
    PortalError,
    ServiceResting,
    SettingsError,
    StoreError,
    StoreUnreadable,
    Throttled,
)
from companyportal.models.messages import Message, UnexpectedError
from companyportal.views.computer_words import ComputerWords
from companyportal.views.described import Described, Remedy
from companyportal.views.public_errors import PublicErrorWords
from companyportal.views.service_errors import ServiceErrorWords
from companyportal.views.sign_in_errors import SignInErrorWords
from companyportal.views.venue import is_public

__all__ = ["Described", "ErrorText", "Remedy"]

_SHORT_ID = 12


class ErrorText(QObject):
    """Says what happened and what the person can do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._computer = ComputerWords(self)
        self._sign_in = SignInErrorWords(self)
        self._service = ServiceErrorWords(self)
        self._public = PublicErrorWords(self)

    def describe(self, error: PortalError, left_s: float | None = None) -> Described:
        """The words for ``error``, by its class or the nearest one above it.

        ``left_s``: what is left of ``error.retry_after_s``, where somebody counts.
        """
        wait_s = error.retry_after_s if left_s is None else left_s
        words = {
            **self._own(),
            **self._sign_in.words(),
            **self._service.words(),
            **self._with_facts(error, wait_s),
            **(self._public.words() if is_public() else {}),
        }
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
            errors.KioskRefused: Described(
                self.tr("This computer cannot be used as a kiosk."),
                self.tr("Its policy, its user or its browser is not set up for it."),
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

    def _with_facts(
        self, error: PortalError, wait_s: float | None
    ) -> dict[type[PortalError], Described]:
        """Where the class alone does not say enough: by what ``error`` holds."""
        computer = self._computer
        match error:
            case errors.SettingsNotSaved():
                told = Described(*computer.not_saved(error), Remedy.NONE)
                return {errors.SettingsNotSaved: told}
            case SettingsError():
                return {SettingsError: Described(*computer.settings(error), Remedy.IT_SUPPORT)}
            case Throttled():
                return {Throttled: self._later(self.tr("The device service is busy."), wait_s)}
            case ServiceResting():
                title = self.tr("The device service keeps failing.")
                return {ServiceResting: self._later(title, wait_s)}
            case StoreUnreadable():
                return {StoreUnreadable: Described(*computer.unreadable(error), Remedy.IT_SUPPORT)}
            case ClockWrong():
                return {ClockWrong: Described(*computer.clock_wrong(error), Remedy.NONE)}
        return {}

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
