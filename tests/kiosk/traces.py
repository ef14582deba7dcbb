"""What a visitor may have left behind: in the memory of the station, in files, in the
list of processes, on the screen and in the clipboard.

Searched for are the organisation's secrets, and who the visitors are and what they own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from tests.kiosk.memory import can_read, memory_of, pages_of
from tests.kiosk.steered import Kiosk
from tests.stories.places import files
from tests.stories.screen import SELECTIONS
from tests.stories.secret_forms import MARK, Needles, forms

_WRITTEN = ("home", "tmp", "config", "state", "cache", "data")
_SHARED = (Path(tempfile.gettempdir()), Path("/dev/shm"))


class Traces:
    """Made when the station stands ready for the first visitor."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._before = {path for folder in _SHARED for path in folder.iterdir()}
        station = kiosk.station.pid
        parts = memory_of(station) if can_read(station) else ()
        self._pages = {hash(page) for part in parts for page in pages_of(part)}

    async def check(self) -> None:
        """Fail where anything is left of anybody; the station stands ready, or has ended."""
        found = [*self.in_files(), *self.of_processes(), *self.in_selections()]
        for owner, texts in (await self._kiosk.texts()).items():
            told = "\n".join(texts)
            found += [f"a text of {owner}" for name in names(self._kiosk.demo) if name in told]
        assert found == []

    def in_memory(self) -> Iterator[str]:
        """The station's, which lives on. A process that runs writes to few of its pages; on the
        others nothing of a visitor can be. To be asked last: skips where this user may not look.
        """
        station = self._kiosk.station.pid
        if not can_read(station):
            pytest.skip("needs root: a station hides its memory")
        words = [*names(self._kiosk.demo, visitors=2), *_unmarked(self._kiosk.demo)]
        needles = {form for word in words for form in (word.encode(), word.encode("utf-16-le"))}
        needles |= forms(MARK)
        folders = [each.name for each in self._kiosk.visit_root.glob("visit-*")]
        contents = [self._written(part) for part in memory_of(station)]
        # It made them after the last visit: who does not find these finds nobody's name either.
        for name in folders:
            assert any(name.encode() in content for content in contents)
        for needle in needles:
            if any(needle in content for content in contents):
                yield f"in memory: {needle[:5]!r}"

    def _written(self, part: bytes) -> bytes:
        """The pages that are others than before the first visitor, with those beside them."""
        pages = pages_of(part)
        is_new = [False, *(hash(page) not in self._pages for page in pages), False]
        near = (any(is_new[number : number + 3]) for number in range(len(pages)))
        return b"".join(page for page, is_near in zip(pages, near, strict=True) if is_near)

    def in_files(self) -> Iterator[str]:
        """Below all folders that the station knows of, and new ones that everybody may use."""
        kiosk = self._kiosk
        own = Needles([*names(kiosk.demo), *kiosk.demo.tenant.secrets])
        for folder in (kiosk.runtime, *(kiosk.folder / name for name in _WRITTEN)):
            for place in files(folder):
                yield from (f"{place.name}: {each[:5]}" for each in own.found_in(place.content))
        yield from (f"the log: {each[:5]}" for each in own.found_in(kiosk.log.encode()))
        # Other tests have organisations of their own, with the same people.
        only_here = Needles(kiosk.demo.tenant.secrets, has_mark=False)
        for path in self._new():
            for place in files(path) if path.is_dir() else ():
                hits = only_here.found_in(place.content)
                yield from (f"{place.name}: {each[:5]}" for each in hits)
            if path.is_file():
                with suppress(OSError):
                    hits = only_here.found_in(path.read_bytes())
                    yield from (f"{path}: {each[:5]}" for each in hits)

    def of_processes(self) -> Iterator[str]:
        """Nobody is there but the station and the visit that waits, and no folder but its own."""
        known = {self._kiosk.station.pid, *self._kiosk.visits}
        for pid, words in self._kiosk.processes().items():
            if pid not in known:
                yield f"a process: {words[:80]!r}"
        root = self._kiosk.visit_root
        left = list(root.glob("visit-*"))
        if len(left) > len(self._kiosk.visits):
            yield f"folders: {left}"

    def in_selections(self) -> Iterator[str]:
        """What could be pasted."""
        for name in SELECTIONS:
            if content := self._kiosk.screen.pasted(name):
                yield f"{name}: {content[:5]!r}"

    def _new(self) -> Iterable[Path]:
        own = {self._kiosk.folder, self._kiosk.runtime}
        return {path for each in _SHARED for path in each.iterdir()} - self._before - own


async def nothing_stays(kiosk: Kiosk, traces: Traces) -> None:
    """The next visitor may come, and finds nothing of anybody."""
    await kiosk.ready()
    await traces.check()


def names(demo: DemoServer, *, visitors: int | None = None) -> set[str]:
    """Who the people are, and what tells their devices apart; of the first ones, or of all."""
    found = set()
    for person in demo.people[:visitors]:
        found |= {person.username, person.display_name}
        for device in demo.tenant.devices_of(person):
            name = str(device.record.properties["deviceName"])
            found |= {name, device.record.serial_number, device.device_id}
    return {name for name in found if len(name) > 5}


def _unmarked(demo: DemoServer) -> list[str]:
    return [secret for secret in demo.tenant.secrets if not secret.startswith(MARK)]
