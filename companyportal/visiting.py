"""What begins and ends with a visit at the kiosk.

Arrows like those of ``portal.join``, kept apart because no desk of one's own has them.
"""

from __future__ import annotations

from typing import Protocol

from companyportal.desktop.session_events import SessionEvents
from companyportal.domain import Account, Person
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.models import Models
from companyportal.models.protected_progress import Step
from companyportal.models.visit import Visit
from companyportal.records import Operation, OperationState
from companyportal.visit import VisitEnd


class SignInBrowser(Protocol):
    """As much of the kiosk's browser as is needed here."""

    @property
    def is_open(self) -> bool: ...

    def close(self) -> None:
        """Gone, with everything it wrote."""
        ...


def join_visit(m: Models, visit: Visit, browser: SignInBrowser, events: SessionEvents) -> None:
    """To be called after ``portal.join``, which has its say first about what is being sent."""
    _join_end(m, visit)
    _join_sending(m, visit)
    _join_person(m, visit)
    _join_browser(m, visit, browser)
    events.interrupted.connect(lambda _: visit.end(VisitEnd.INTERRUPTED))
    # It may have waited for days: what was put right meanwhile interrupts nobody.
    visit.began.connect(events.check_clock)
    visit.changed.connect(events.tick)


def _join_end(m: Models, visit: Visit) -> None:
    """A question that is open means no; what has not left yet does not leave."""
    for stop in (
        m.protected.interrupt,
        m.protected.cancel,
        m.direct.cancel,
        m.account.cancel,
        m.follow_up.forget_answers,
    ):
        visit.ending.connect(stop)


def _join_sending(m: Models, visit: Visit) -> None:
    def look() -> None:
        is_sending = m.protected.progress.step is Step.SENDING
        visit.note_sending(is_sending or m.direct.is_sending)

    def on_sent(operation: Operation) -> None:
        if operation.state is OperationState.UNKNOWN:
            visit.note_unknown()

    for sends in (m.protected, m.direct):
        sends.sent.connect(lambda operation, _device: on_sent(operation))
        sends.changed.connect(look)


def _join_person(m: Models, visit: Visit) -> None:
    """A visit is one person's: whoever else signs in finds it ended."""
    visitors: list[Person] = []

    def on_signed_in(account: Account) -> None:
        visitors.append(account.person)
        if account.person != visitors[0]:
            visit.end(VisitEnd.OTHER_PERSON)

    def look() -> None:
        is_over = m.protected.progress.step is Step.ENDED
        if is_over and m.protected.closed_because is Closed.OTHER_PERSON:
            visit.end(VisitEnd.OTHER_PERSON)

    m.account.signed_in.connect(on_signed_in)
    m.protected.changed.connect(look)


def _join_browser(m: Models, visit: Visit, browser: SignInBrowser) -> None:
    """It is there for as long as a sign-in is awaited, and not a moment longer."""

    def look() -> None:
        is_awaited = bool(m.account.link or m.protected.progress.link)
        if not is_awaited and browser.is_open:
            browser.close()
        visit.note_browser(browser.is_open)

    for model in (m.account, m.protected):
        model.changed.connect(look)
    visit.ending.connect(browser.close)


def give_up_sign_in(m: Models) -> None:
    """The visitor closed the browser's window."""
    if m.account.state is AccountState.SIGNING_IN:
        m.account.cancel()
    elif m.protected.progress.step.awaits_sign_in:
        m.protected.cancel()
