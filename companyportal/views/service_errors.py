"""The words for what the device service, or the way to it, does not do; see ``error_text.py``."""

from __future__ import annotations

from PySide6.QtCore import QObject

from companyportal import errors
from companyportal.errors import PortalError
from companyportal.views.described import Described, Remedy


class ServiceErrorWords(QObject):
    """By class of error."""

    def words(self) -> dict[type[PortalError], Described]:
        """All of them."""
        not_done = {**self._refused(), **self._not_allowed()}
        return {**self._not_reached(), **self._not_answered(), **not_done}

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

    def _not_allowed(self) -> dict[type[PortalError], Described]:
        """Only people in the organisation can change that, and trying again is of no use."""
        return {
            errors.ApprovalRequired: Described(
                self.tr("Another administrator has to approve this in your organisation."),
                self.tr("Nothing was changed, and nothing is sent again. Ask IT support."),
                Remedy.IT_SUPPORT,
            ),
            errors.NotLicensed: Described(
                self.tr("Device management is not set up for your account."),
                self.tr("Nothing was changed. IT support can see whether a licence is missing."),
                Remedy.IT_SUPPORT,
            ),
            errors.LimitReached: Described(
                self.tr("Your organisation has reached its limit for this."),
                self.tr("Nothing was changed. Try again tomorrow, or ask IT support."),
                Remedy.IT_SUPPORT,
            ),
        }
