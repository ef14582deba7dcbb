"""What the models of the organisation and of the person hear of: who comes and who goes.

Arrows like those of ``portal.join``, kept apart because they hang together.
"""

from __future__ import annotations

from companyportal.models.models import Models
from companyportal.models.notice import NoticeKind


def join_introductions(models: Models) -> None:
    """Both are read for each session, and the person's is forgotten with it, which they are told
    until somebody comes.
    """
    m = models
    m.account.signed_in.connect(lambda account: m.organisation.open(account.person))
    m.account.signed_in.connect(lambda account: m.person.open(account.person))
    for ends in (m.account.leaving, m.protected.leaving, m.account.signed_out):
        ends.connect(m.organisation.stop)
        ends.connect(m.person.close)
    for reads in (m.organisation, m.person):
        reads.session_lost.connect(m.account.note_session_lost)
        m.devices.refreshed.connect(reads.retry)
    m.account.forgotten.connect(lambda: m.messages.tell(NoticeKind.SIGNED_OUT, lasts_s=None))
    m.account.signed_in.connect(lambda _: m.messages.withdraw_notice(NoticeKind.SIGNED_OUT))
    # What the organisation blocks may change what the open device offers.
    m.organisation.changed.connect(lambda: m.details.reconsider(m.devices.find))
