"""What ends at once when the computer is locked or sleeps, or its clock is moved.

Arrows like those of ``portal.join``, kept apart because they hang together: whoever comes back has
to prove again who they are.
"""

from __future__ import annotations

from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.desktop.session_events import SessionEvents
from companyportal.gate import Closed
from companyportal.models.models import Models


def join_interruptions(m: Models, events: SessionEvents, clipboard: SecretClipboard) -> None:
    """Every arrow from the computer's session to what must not outlive an interruption.

    To be called last: a request is followed before this looks at it.
    """

    def on_sent() -> None:
        # A lock in the middle of the request holds as well for the passcode that it will bring.
        if m.reset.closed_because is Closed.INTERRUPTED:
            m.follow_up.forget_passcodes()

    m.reset.sent.connect(on_sent)
    # What was moved before the five minutes began interrupts nothing that begins now.
    m.reset.signed_out.connect(events.check_clock)
    m.reset.changed.connect(lambda: events.tick() if m.reset.remaining_s else None)
    for stop in (m.reset.interrupt, m.follow_up.forget_passcodes, clipboard.clear):
        events.interrupted.connect(stop)
