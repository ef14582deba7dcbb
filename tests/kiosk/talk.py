"""How much the visits of a kiosk have said, and how much of that its station has heard.

A story's time runs quicker than a busy computer's threads: it would pass five seconds of silence
while words are still on their way.
"""

from __future__ import annotations

import os
from collections import Counter

from companyportal.desktop.station_pipe import StationPipe
from companyportal.desktop.visit_process import VisitProcess
from companyportal.visit_messages import Message

_counts: Counter[int] = Counter()


def count() -> None:
    """From here on, in this process: what it says as a visit, and hears as a station."""
    say, hear = StationPipe.say, VisitProcess._on_heard

    def said(pipe: StationPipe, message: Message) -> None:
        say(pipe, message)
        _counts[os.getpid()] += 1

    def heard(process: VisitProcess, message: Message) -> None:
        hear(process, message)
        _counts[process.pid] += 1

    for owner, name, counted in ((StationPipe, "say", said), (VisitProcess, "_on_heard", heard)):
        setattr(owner, name, counted)


def counts() -> dict[str, int]:
    """Messages by the process of the visit."""
    return {str(pid): number for pid, number in _counts.items()}
