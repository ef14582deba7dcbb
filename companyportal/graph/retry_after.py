"""How long the service asks to be left alone, read from ``Retry-After``.

Source: RFC 9110, 10.2.3 and 5.6.7; https://learn.microsoft.com/graph/throttling (Graph also sends
fractions of a second).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

LEAST_S = 1.0
MOST_S = 15 * 60.0
UNTOLD_S = 30.0
"""Where the service does not say, or says something that is neither seconds nor a date."""


def retry_after_s(value: str | None, served_at: datetime | None) -> float:
    """Seconds to wait, between LEAST_S and MOST_S.

    A date is compared with ``served_at``, the answer's own ``Date``, because this computer's clock
    may be wrong; without one it counts as untold.
    """
    text = (value or "").strip()
    if re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,12})?", text):
        return _clamped(float(text))
    until = http_date(text)
    if until is None or served_at is None:
        return UNTOLD_S
    return _clamped((until - served_at).total_seconds())


def http_date(value: str | None) -> datetime | None:
    """An HTTP date as an aware time in UTC; none where it is absent or cannot be read."""
    # Imported here because it is needed only with an answer in hand, long after the first paint.
    from email.utils import parsedate_to_datetime

    try:
        read = parsedate_to_datetime(value or "")
        return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _clamped(seconds: float) -> float:
    return min(max(seconds, LEAST_S), MOST_S)
