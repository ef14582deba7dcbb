"""What a refusal of Intune means beyond its status, as far as its words tell.

None of this is promised anywhere: Intune has no codes for it, and wraps its messages in each other.
So the words only choose what the person is told; a refusal that says none of them is still one.

How sure each of them is:

- Second administrator: the header's name stands in every report of the message, and Microsoft's
  page promises 403; one translation of it says 400. Sure.
  Source: https://learn.microsoft.com/intune/fundamentals/role-based-access-control/multi-admin-approval-graph-api
- Licence: "Request not applicable to target tenant" with 400 is what a tenant without Intune gets.
  Sure of the organisation; how a person without a licence is answered nobody has written down.
  Source: https://learn.microsoft.com/answers/questions/1063413/error-graph-api
- Limit: a thousand removals a day are documented, the answer to the next one is not. A guess.
  Source: https://learn.microsoft.com/intune/device-management/actions/retire
"""

from __future__ import annotations

import re
from typing import NamedTuple

from companyportal.errors import ApprovalRequired, LimitReached, NotLicensed

SEARCHED = 8 * 1024
"""Bytes of a body; an error of Intune takes a thousand."""


class _Sign(NamedTuple):
    kind: type[ApprovalRequired | NotLicensed | LimitReached]
    statuses: frozenset[int]
    words: re.Pattern[bytes]


_SIGNS = (
    _Sign(
        ApprovalRequired,
        frozenset({400, 401, 403}),
        re.compile(rb"x-msft-approval|approval ?required|multi[ -]?admin[ -]?approval", re.I),
    ),
    _Sign(
        NotLicensed,
        frozenset({400, 401, 403}),
        re.compile(
            rb"not applicable to target tenant|unlicensed|not licensed|no intune licen", re.I
        ),
    ),
    _Sign(
        LimitReached,
        frozenset({400, 403, 409, 429}),
        re.compile(rb"\bdaily limit|\blimit per day|maximum number of|quota ?exceeded", re.I),
    ),
)


def kind_of(
    status: int, body: bytes, *, has_wait: bool
) -> type[ApprovalRequired | NotLicensed | LimitReached] | None:
    """What the words of an error's ``body`` mean; None where they mean no more than the status.

    ``has_wait``: the service said when to ask again, so its limit is not that of a day.
    """
    if status == 429 and has_wait:
        return None
    text = body[:SEARCHED]
    return next((s.kind for s in _SIGNS if status in s.statuses and s.words.search(text)), None)
