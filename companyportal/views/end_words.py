"""Why a protected action ended without anything sent: what has not happened, and what to do.

The first line of every end says what was not done, before any explanation.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from companyportal.domain import Action
from companyportal.errors import PortalError
from companyportal.gate import Closed
from companyportal.views.action_words import ActionWords
from companyportal.views.error_text import ErrorText
from companyportal.views.venue import is_public


class EndPage(NamedTuple):
    """One end in words and its mark."""

    title: str
    not_done: str
    text: str
    hint: str
    icon: str
    kind: str


class EndWords(QObject):
    """The words for every way a protected action can end before it was sent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errors = ErrorText(self)
        self._actions = ActionWords(self)

    def describe(self, reason: Closed, error: PortalError | None, action: Action) -> EndPage:
        """The page for ``reason``; ``error`` holds the facts where the service or the sign-in
        refused.
        """
        page = self._page(reason, error)
        ending = self._actions.ending(action)
        if action is Action.RESET_PASSCODE:
            return page
        if reason is Closed.CANCELLED:
            return page._replace(title=ending.cancelled, not_done=ending.nothing_done, text="")
        return page._replace(not_done=ending.nothing_done)

    def _page(self, reason: Closed, error: PortalError | None) -> EndPage:
        pages = {**self._by_the_person(), **self._by_the_sign_in(), **self._by_the_program()}
        if is_public():
            pages |= self._in_public()
        if reason in pages:
            return pages[reason]
        return self._by_error(error)

    def _by_the_person(self) -> dict[Closed, EndPage]:
        unchanged = self.tr("Nothing was reset.")
        return {
            Closed.CANCELLED: EndPage(
                self.tr("The reset was cancelled"),
                unchanged,
                self.tr("Your passcode is the same as before."),
                "",
                "info",
                "info",
            ),
            Closed.TIME_IS_UP: EndPage(
                self.tr("Time is up"),
                self.tr("Nothing was changed. Start again."),
                self.tr("It has to be confirmed within five minutes of signing out."),
                self.tr("Have your password and your second factor at hand before you start."),
                "clock",
                "warning",
            ),
            Closed.TOO_SLOW: EndPage(
                self.tr("You signed in, but too late"),
                self.tr("Nothing was changed. Start again."),
                self.tr("Less than a minute was left, which is too short to confirm with care."),
                self.tr("Have your password and your second factor at hand before you start."),
                "clock",
                "warning",
            ),
        }

    def _by_the_sign_in(self) -> dict[Closed, EndPage]:
        unchanged = self.tr("Nothing was reset.")
        return {
            Closed.OTHER_PERSON: EndPage(
                self.tr("This was another account"),
                unchanged,
                self.tr(
                    "It works only if the person who asked for it signs in again. "
                    "Another account signed in, so the session was closed and the request dropped."
                ),
                self.tr(
                    "If your browser remembers several accounts, choose “Use another account” "
                    "on the sign-in page."
                ),
                "person-off",
                "danger",
            ),
            Closed.NOT_FRESH: EndPage(
                self.tr("Your browser did not ask for your password"),
                unchanged,
                self.tr("This needs a new sign-in, and your browser answered with an earlier one."),
                self.tr("Sign out of your account in the browser, then start again."),
                "person-off",
                "warning",
            ),
            Closed.INVALID: EndPage(
                self.tr("The sign-in could not be trusted"),
                unchanged,
                self.tr("The answer of the sign-in page failed a check, so it was thrown away."),
                self.tr("Start again. If it happens twice, tell IT support."),
                "error",
                "danger",
            ),
        }

    def _by_the_program(self) -> dict[Closed, EndPage]:
        unsent = self.tr("Nothing was sent to the device.")
        return {
            Closed.DEVICE_CHANGED: EndPage(
                self.tr("This device has changed in the meantime"),
                unsent,
                self.tr("It is no longer exactly what you confirmed, so the request was dropped."),
                self.tr("Look at the device’s page, then start again."),
                "warning",
                "warning",
            ),
            Closed.INTERRUPTED: EndPage(
                self.tr("This computer was locked or went to sleep"),
                unsent,
                self.tr("That closes the five minutes, so that nobody else can go on for you."),
                "",
                "lock",
                "warning",
            ),
            Closed.MISMATCH: EndPage(
                self.tr("This program made a mistake"),
                unsent,
                self.tr("What was asked for is not what you confirmed. Tell IT support about it."),
                "",
                "error",
                "danger",
            ),
        }

    def _in_public(self) -> dict[Closed, EndPage]:
        """At a kiosk nobody has a browser of their own, and its computer is nobody's."""
        unchanged = self.tr("Nothing was reset.")
        again = self.tr("Start again. If it happens twice, tell IT support.")
        return {
            Closed.OTHER_PERSON: EndPage(
                self.tr("This was another account"),
                unchanged,
                self.tr("It works only if the person who asked for it signs in again."),
                "",
                "person-off",
                "danger",
            ),
            Closed.NOT_FRESH: EndPage(
                self.tr("The sign-in page did not ask for your password"),
                unchanged,
                self.tr("This needs a new sign-in, and an earlier one was the answer."),
                again,
                "person-off",
                "warning",
            ),
            Closed.INTERRUPTED: EndPage(
                self.tr("The screen was locked or switched off"),
                self.tr("Nothing was sent to the device."),
                self.tr("That closes the five minutes, so that nobody else can go on for you."),
                "",
                "lock",
                "warning",
            ),
        }

    def _by_error(self, error: PortalError | None) -> EndPage:
        """The service, the sign-in page or this computer said no: in the error's own words."""
        unchanged = self.tr("Nothing was reset.")
        if error is None:
            title, advice = self.tr("It has ended"), self.tr("Start again when you like.")
        else:
            title, advice, _ = self._errors.describe(error)
        return EndPage(title.rstrip("."), unchanged, advice, "", "error", "danger")
