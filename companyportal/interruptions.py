"""What ends at once when the computer is locked or sleeps, or its clock is moved.

Arrows like those of ``portal.join``, kept apart because they hang together: whoever comes back has
to prove again who they are.
"""

from __future__ import annotations

from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.desktop.session_events import SessionEvents
from companyportal.gate import Closed
from companyportal.models.follow_up import FollowUp
from companyportal.models.models import Models
from companyportal.models.protected_progress import Step


def join_interruptions(m: Models, events: SessionEvents, clipboard: SecretClipboard) -> None:
    """Every arrow from the computer's session to what must not outlive an interruption.

    To be called last: a request is followed before this looks at it.
    """

    def on_sent() -> None:
        # A lock in the middle of the request holds as well for the passcode that it will bring,
        # and for the keys that it has brought.
        if m.protected.closed_because is Closed.INTERRUPTED:
            m.follow_up.forget_answers()

    m.protected.sent.connect(on_sent)
    m.protected.answered.connect(on_sent)
    # What was moved before the five minutes began interrupts nothing that begins now.
    m.protected.signed_out.connect(events.check_clock)
    m.protected.changed.connect(lambda: events.tick() if m.protected.remaining_s else None)
    m.protected.leaves.connect(events.tick)
    for stop in (m.protected.interrupt, m.follow_up.forget_answers, clipboard.clear):
        events.interrupted.connect(stop)
    _join_watch(m, events, clipboard)


def _join_watch(m: Models, events: SessionEvents, clipboard: SecretClipboard) -> None:
    """From the last click on no five minutes run, but there is still something to lose."""

    def look() -> None:
        is_sending = m.protected.progress.step is Step.SENDING
        events.watch(is_sending or clipboard.holds_secret or _may_show_answer(m.follow_up))

    for changed in (
        m.protected.changed,
        m.follow_up.changed,
        clipboard.changed,
        events.timer.timeout,
    ):
        changed.connect(look)


def _may_show_answer(follow_up: FollowUp) -> bool:
    """True where a passcode or key is kept, or one that comes now would be shown."""
    return any(
        (each.may_show and each.state.is_open)
        # Asked like this, a passcode whose time is up leaves the memory as well.
        or follow_up.answer(*each.key) is not None
        for each in follow_up.all
    )
