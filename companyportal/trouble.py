"""What the models tell each other when the service cannot be reached, or says no.

Arrows like those of ``portal.join``, kept apart because they hang together: one part meets the
trouble, and all the others shall not meet it again one by one.
"""

from __future__ import annotations

from companyportal.domain import Action, Device
from companyportal.errors import (
    Conflict,
    MoreProofRequired,
    NotFound,
    NotPermitted,
    PortalError,
    SignInRequired,
)
from companyportal.models.device_list import ListState
from companyportal.models.dispatch import task_of
from companyportal.models.models import Models


def join_trouble(models: Models) -> None:
    """Every arrow that is of use only while something is wrong."""
    _join_offline(models)
    _join_refusals(models)
    _join_the_end(models)


def _join_offline(m: Models) -> None:
    def look() -> None:
        if m.devices.is_offline:
            m.details.note_offline()
        m.reconnect.note(
            is_offline=m.devices.is_offline or m.details.is_offline,
            is_trying=m.devices.state is ListState.LOADING,
        )

    m.devices.changed.connect(look)
    m.details.changed.connect(look)
    m.reconnect.wanted.connect(m.devices.retry)
    # The list was read, so the others have a chance, too: one after the other, not all at once.
    m.devices.refreshed.connect(m.details.retry)
    m.devices.refreshed.connect(lambda: m.details.reconsider(m.devices.find))
    m.details.list_wanted.connect(m.devices.refresh)
    m.devices.refreshed.connect(m.follow_up.retry)


def _needs_sign_in(action: Action, error: PortalError) -> bool:
    """A protected action begins with a sign-in, which answers the challenge; the others do not."""
    return isinstance(error, MoreProofRequired) and not action.is_protected


def _join_refusals(m: Models) -> None:
    def learn(device: Device, action: Action, error: PortalError) -> None:
        if isinstance(error, NotPermitted):
            m.details.note_refused(device.device_id, action)
        elif isinstance(error, NotFound):
            m.devices.remove(device.device_id)
        elif isinstance(error, Conflict):
            m.details.open(device)
        elif isinstance(error, SignInRequired) or _needs_sign_in(action, error):
            m.messages.show_error(task_of(action), error)
            m.account.note_session_lost()

    for gone in (m.details.gone, m.follow_up.gone):
        gone.connect(m.devices.remove)
    for asks in (m.protected, m.direct):
        asks.refused.connect(learn)


def _join_the_end(m: Models) -> None:
    """Trouble that ends the session, and trouble that has passed."""

    def withdraw() -> None:
        """Whoever has signed in need not be told to do so."""
        told = m.messages.current
        if told is not None and isinstance(told.error, SignInRequired | MoreProofRequired):
            m.messages.dismiss()
        m.messages.withdraw("sign-in")

    for reads in (m.devices, m.details, m.follow_up):
        reads.session_lost.connect(m.account.note_session_lost)
    m.account.signed_in.connect(lambda _: withdraw())
    for ends in (m.account.leaving, m.protected.leaving, m.account.signed_out):
        ends.connect(m.messages.forget_wait)
        ends.connect(m.messages.withdraw_notice)
    m.devices.refreshed.connect(lambda: m.messages.withdraw("devices"))
