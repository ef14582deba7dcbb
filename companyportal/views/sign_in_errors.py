"""The words for everything that can go wrong on the way into a session; see ``error_text.py``."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal import errors
from companyportal.errors import PortalError
from companyportal.views.described import Described, Remedy


class SignInErrorWords(QObject):
    """By class of error."""

    def words(self) -> dict[type[PortalError], Described]:
        """All of them."""
        return {**self._not_signed_in(), **self._not_let_in(), **self._not_trusted()}

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

    def _not_let_in(self) -> dict[type[PortalError], Described]:
        """The organisation says no, and only its administrators can change that."""
        return {
            errors.SignInBlocked: Described(
                self.tr("Your organisation’s rules block this sign-in."),
                self.tr("It may want another device, place or network. IT support can tell you."),
                Remedy.IT_SUPPORT,
            ),
            errors.ConsentMissing: Described(
                self.tr("Your organisation has not approved this program yet."),
                self.tr("Nothing was changed. An administrator has to accept its permissions."),
                Remedy.IT_SUPPORT,
            ),
            errors.NotAssigned: Described(
                self.tr("This program is not meant for your account."),
                self.tr("Nothing was changed. IT support can give you access."),
                Remedy.IT_SUPPORT,
            ),
            errors.ProgramUnknown: Described(
                self.tr("Your organisation’s sign-in does not know this program."),
                self.tr("Its settings or its registration are wrong. IT support can correct them."),
                Remedy.IT_SUPPORT,
            ),
        }
