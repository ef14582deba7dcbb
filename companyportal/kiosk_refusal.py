"""Why a computer may not be a kiosk as it stands."""

from __future__ import annotations

from enum import StrEnum

from companyportal.visit import OutOfService


class Refusal(StrEnum):
    """What is wrong; the first two end the program, the others leave a page on the screen."""

    NO_KIOSK = "noKiosk"
    """The machine's policy does not make it one."""
    ADMINISTRATOR = "administrator"
    ENVIRONMENT = "environment"
    """Variables that bring foreign code, or that let somebody read along."""
    POLICY_WRITABLE = "policyWritable"
    LOGO_WRITABLE = "logoWritable"
    """Who changes the picture on the screen can write there whom to call."""
    PROGRAM_WRITABLE = "programWritable"
    POLICY_BROKEN = "policyBroken"
    NO_BROWSER = "noBrowser"
    BROWSER_WRITABLE = "browserWritable"
    BROWSER_OPEN = "browserOpen"
    """Its own machine policy lets a visitor leave by the keyboard."""

    @property
    def out_of_service(self) -> OutOfService | None:
        """What the screen says meanwhile; None where there is to be no screen.

        A kiosk that starts and cannot serve must not stay black. As an administrator it would hand
        that page's keyboard to strangers, and where there is no kiosk nobody waits for one.
        """
        if self in (Refusal.NO_KIOSK, Refusal.ADMINISTRATOR):
            return None
        of_browser = (Refusal.NO_BROWSER, Refusal.BROWSER_WRITABLE, Refusal.BROWSER_OPEN)
        return OutOfService.BROWSER if self in of_browser else OutOfService.POLICY
