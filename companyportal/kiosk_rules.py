"""What holds at one kiosk: its times, its browser, its name. Made from the machine's policy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskRules:
    """All times in seconds, measured by a clock that counts suspend."""

    idle_s: int = 90
    """Without input a visit ends after this; the policy may say 30 to 300."""
    warning_s: int = 30
    """The last part of it, with the question. At least 20 s and one simple action.

    Source: https://www.w3.org/TR/WCAG22/#timing-adjustable
    """
    visit_s: int = 900
    """A whole visit; nothing stretches it."""
    visit_warning_s: int = 120
    """The end of a visit is announced so long before."""
    browser_s: int = 300
    """One sign-in: what happens in the browser's window is not seen everywhere."""
    finishing_s: int = 30
    """How long a request that is on its way keeps a visit that has ended."""
    secret_s: int = 30
    """How long a passcode is shown at a time."""
    done_s: int = 3
    """How long the station says that everything is gone."""
    silence_s: int = 5
    """A visit that says nothing for so long is stuck."""
    browser: str = ""
    """The absolute path of the browser's program."""
    browser_arguments: tuple[str, ...] = ()
    """What the organisation adds to our own."""
    hosts: tuple[str, ...] = ()
    """Hosts that the browser may show beside those of the sign-in: ``*.`` may stand before one."""
    station: str = ""
    """How the organisation calls this place, in its own journal."""
    is_tryout: bool = False
    """With the demo organisation, which reaches nothing but this computer."""
    is_full_screen: bool = True

    @property
    def warns_after_s(self) -> int:
        """Seconds without input before the question comes; a short idle time leaves at least 10."""
        return max(10, self.idle_s - self.warning_s)
