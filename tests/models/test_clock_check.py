"""A wrong wall clock is told once, and taken back when it is right again."""

from __future__ import annotations

from datetime import timedelta

from companyportal.errors import ClockWrong, NotPermitted
from companyportal.models.clock_check import TOLERANCE, ClockCheck
from companyportal.models.messages import Messages
from companyportal.tasks import Tasks
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

pytestmark = fault("R19")
SECOND = timedelta(seconds=1)


class Desk:
    """A computer whose clock is off; the service's stands still."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.served_at = self.clock.now()
        self.messages = Messages(clock=self.clock, tasks=Tasks())
        self._check = ClockCheck(clock=self.clock, messages=self.messages)

    def answered(self, off_by: timedelta) -> float | None:
        """An answer comes while the clock is off by so much; the difference that is told then."""
        self.clock.wall = self.served_at + off_by
        self._check.note(self.served_at)
        current = self.messages.current
        return current.error.off_by_s if current and isinstance(current.error, ClockWrong) else None


def test_five_minutes_are_let_pass_in_both_directions() -> None:
    for sign in (1, -1):
        assert Desk().answered(sign * TOLERANCE) is None
        assert Desk().answered(sign * (TOLERANCE + SECOND)) == sign * 301


def test_what_was_read_and_closed_is_not_told_again() -> None:
    desk = Desk()
    assert desk.answered(timedelta(hours=3)) == 10_800
    desk.messages.dismiss()
    assert desk.answered(timedelta(hours=3, minutes=4)) is None
    assert desk.answered(timedelta(days=-1)) == -86_400


def test_a_clock_that_was_corrected_takes_the_message_back() -> None:
    desk = Desk()
    desk.answered(timedelta(hours=3))
    assert desk.answered(timedelta()) is None
    assert desk.messages.current is None
    assert desk.answered(timedelta(hours=3)) == 10_800


def test_a_failure_on_the_screen_is_not_pushed_away() -> None:
    desk = Desk()
    desk.messages.show_error("devices", NotPermitted())
    assert desk.answered(timedelta(hours=3)) is None
    assert isinstance(desk.messages.current and desk.messages.current.error, NotPermitted)
    desk.messages.dismiss()
    assert desk.answered(timedelta(hours=3)) == 10_800
