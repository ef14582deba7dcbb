"""What errors say at a kiosk instead: the visitor has no browser there, no network, no disk, and
nobody but IT support can put the computer right. See ``error_text.py``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal import errors
from companyportal.errors import PortalError
from companyportal.models.messages import UnexpectedError
from companyportal.views.described import Described, Remedy


class PublicErrorWords(QObject):
    """By class of error; only those whose words for a desk mislead where everybody passes by."""

    def words(self) -> dict[type[PortalError], Described]:
        """All of them."""
        return {**self._sign_in(), **self._network(), **self._records(), **self._station()}

    def _sign_in(self) -> dict[type[PortalError], Described]:
        return {
            errors.SignInTimedOut: Described(
                self.tr("The sign-in was not finished in time."),
                self.tr("Nothing was changed. Sign in again and finish on the page that opens."),
                Remedy.SIGN_IN,
            ),
            errors.NoLocalPort: Described(
                self.tr("The sign-in page’s answer could not reach this program."),
                self.tr("Nothing was changed. IT support can find out why."),
                Remedy.IT_SUPPORT,
            ),
            errors.SignOutFailed: Described(
                self.tr("You could not be signed out completely."),
                self.tr("End the session: then nothing of it stays here."),
                Remedy.NONE,
            ),
            errors.SignInNotFresh: Described(
                self.tr("The sign-in page did not ask for your password."),
                self.tr("Nothing was changed. Sign in again and type your password."),
                Remedy.SIGN_IN,
            ),
        }

    def _network(self) -> dict[type[PortalError], Described]:
        return {
            errors.Offline: Described(
                self.tr("The service cannot be reached from here."),
                self.tr("Nothing was sent. Try again, or ask IT support."),
                Remedy.TRY_AGAIN,
            ),
            errors.CertificateNotValidNow: Described(
                self.tr("The service’s certificate is not valid at this station’s time."),
                self.tr("Nothing was sent. IT support can look at the clock."),
                Remedy.IT_SUPPORT,
            ),
            errors.CaptivePortal: Described(
                self.tr("This station’s network asks for a sign-in of its own."),
                self.tr("Nothing was changed. IT support can connect the station again."),
                Remedy.IT_SUPPORT,
            ),
        }

    def _records(self) -> dict[type[PortalError], Described]:
        """What cannot be written down is not sent: see ``kiosk_journal.py``."""
        unwritten = Described(
            self.tr("This station cannot write down what it sends, so nothing was sent."),
            self.tr("IT support can do it for you."),
            Remedy.IT_SUPPORT,
        )
        kinds = (
            errors.StoreError,
            errors.StoreUnreadable,
            errors.StoreNotWritable,
            errors.StoreNewer,
        )
        return dict.fromkeys(kinds, unwritten)

    def _station(self) -> dict[type[PortalError], Described]:
        """The computer and the program themselves."""
        not_set_up = Described(
            self.tr("This station is not set up as it should be."),
            self.tr("IT support can help you in another way."),
            Remedy.IT_SUPPORT,
        )
        kinds = (errors.SettingsError, errors.SettingsNotSaved, errors.KioskRefused)
        return {
            **dict.fromkeys(kinds, not_set_up),
            errors.ClockWrong: Described(
                self.tr("This station’s clock is wrong."),
                self.tr("Signing in still works, but times shown here are wrong."),
                Remedy.NONE,
            ),
            UnexpectedError: Described(
                self.tr("This program made a mistake."),
                self.tr("Tell IT support what you wanted to do."),
                Remedy.IT_SUPPORT,
            ),
        }
