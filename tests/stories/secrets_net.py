"""The net under every story: no secret of the demo organisation where it does not belong.

All places that outlive a click, or that others can see, are searched for every token, code, cookie
and passcode that any demo organisation has made.
"""

from __future__ import annotations

import logging
import os
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from companyportal.demo.server import DemoServer
from tests.stories import places
from tests.stories.places import Place
from tests.stories.secret_forms import MARK, Needles


class RawLog(logging.Handler):
    """Every record that any logger lets out, as it is before anything is taken out of it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it; the driver of the browser is no part of the program."""
        if not record.name.startswith("selenium"):
            self.lines.append(f"{record.name} {record.getMessage()} {record.exc_info or ''}")


class SecretsNet:
    """Searches; ``allow`` names the one place where a secret may be read."""

    def __init__(self, demos: Sequence[DemoServer], folder: Path, log: RawLog) -> None:
        self._demos = demos
        self._folder = folder
        self._log = log
        self._since = time.time()
        self._allowed: defaultdict[str, set[str]] = defaultdict(set)
        self._kept: list[Place] = []
        self.output: list[str] = []
        """What was written to stdout and stderr."""

    def allow(self, kind: str, secret: str = MARK) -> None:
        """From now on ``secret`` may be in places of that kind; the mark stands for every token."""
        self._allowed[kind].add(secret)

    def forbid(self, kind: str, secret: str = MARK) -> None:
        """The story has left the page that showed it."""
        self._allowed[kind].discard(secret)

    def check(self) -> None:
        """Fail where a secret is found outside its place, without telling the secret."""
        found = self.hits()
        assert not found, "a secret was found in:\n" + "\n".join(found)

    def hits(self) -> list[str]:
        """Every place that holds a secret it may not hold."""
        secrets = [secret for demo in self._demos for secret in demo.tenant.secrets]
        # Shared memory is everybody's: another test's browser has marks of its own there.
        whole, marked = Needles(secrets, has_mark=False), Needles(secrets)
        found = []
        for kind, group in groupby(self._places(), lambda place: place.kind):
            searched = _worth_a_look(kind, list(group), marked)
            needles = whole if kind == "memory" else marked
            found += [
                (place, secret) for place in searched for secret in needles.found_in(place.content)
            ]
        return [
            f"{place.kind} {place.name}: {secret[:5]}…"
            for place, secret in found
            if secret not in self._allowed[place.kind]
        ]

    def _places(self) -> Iterator[Place]:
        yield from places.files(self._folder)
        yield from places.shared_memory(self._since)
        yield from places.screen()
        yield from places.clipboard()
        yield from places.processes(os.getpid())
        yield places.environment()
        for kind, lines in (("log", self._log.lines), ("output", self.output)):
            yield Place(kind, "", "\n".join(lines).encode("utf-8", "surrogatepass"))
        self._kept += places.take_kept()
        yield from self._kept


def _worth_a_look(kind: str, group: list[Place], needles: Needles) -> list[Place]:
    """All of them; of the hundreds of texts on a screen none where all together hold nothing."""
    if kind == "screen" and not any(needles.found_in(b"\n".join(each.content for each in group))):
        return []
    return group
