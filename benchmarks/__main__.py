"""All measurements as one table: ``python3 dev.py bench [--full] [--only NAME] [DIR]``."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from benchmarks import (
    cost,
    idle,
    installed,
    kiosk,
    leaving,
    listing,
    memory,
    refreshed,
    stalls,
    start,
)
from benchmarks.prepared import OWN_DEVICES, prepared
from benchmarks.processes import ROOT
from benchmarks.row import Row
from benchmarks.table import table

MANY = 10_000
SOME = 1_000
IDLE_S = 60.0
PICTURE = "cost.png"

Part = Callable[[argparse.Namespace], Awaitable[list[Row]]]


async def few(options: argparse.Namespace) -> list[Row]:
    """The usual person: start to a read list, memory, waiting in the tray."""
    async with prepared(OWN_DEVICES) as ready:
        rows = await refreshed.measure(ready, options.runs)
        rows += await memory.measure(ready, OWN_DEVICES, options.runs, 50)
        return rows + await idle.measure(ready, options.runs, options.idle_s)


async def some(options: argparse.Namespace) -> list[Row]:
    """A thousand devices, also with Microsoft's SDK."""
    async with prepared(SOME) as ready:
        return await listing.measure(ready, SOME, options.runs, listing.SDK_RUNS)


async def many(options: argparse.Namespace) -> list[Row]:
    """Ten thousand devices."""
    async with prepared(MANY) as ready:
        rows = await listing.measure(ready, MANY, options.runs, int(options.full))
        rows += await stalls.measure(ready, MANY, options.runs)
        return rows + await memory.measure(ready, MANY, options.runs, 100)


async def counter(options: argparse.Namespace) -> list[Row]:
    """A kiosk and its visitor."""
    return await kiosk.measure(options.runs) + await leaving.measure(options.runs)


async def sizes(options: argparse.Namespace) -> list[Row]:
    """Cost against size, and its picture."""
    options.folder.mkdir(parents=True, exist_ok=True)
    return await cost.measure(options.folder / PICTURE, options.runs)


async def first_frame(options: argparse.Namespace) -> list[Row]:
    """The start to the first frame that can be used."""
    return await asyncio.to_thread(start.measure, options.runs)


async def disk(options: argparse.Namespace) -> list[Row]:
    """What an installation takes."""
    return await asyncio.to_thread(installed.measure)


PARTS: dict[str, Part] = {
    part.__name__: part for part in (first_frame, few, some, many, counter, disk, sizes)
}


def parsed(words: list[str]) -> argparse.Namespace:
    """The command line."""
    parse = argparse.ArgumentParser(prog="dev.py bench", description="Measure start and speed.")
    parse.add_argument("folder", nargs="?", type=Path, default=ROOT / "build", metavar="DIR")
    parse.add_argument("--full", action="store_true", help="10,000 devices with the SDK as well")
    parse.add_argument("--runs", type=int, default=7, metavar="N", help="default: 7")
    parse.add_argument("--idle-s", type=float, default=IDLE_S, metavar="S", help="default: 60")
    parse.add_argument("--only", choices=PARTS, action="append", help="may be given repeatedly")
    return parse.parse_args(words)


async def measured(options: argparse.Namespace) -> list[Row]:
    """The rows of all parts, or of those that were asked for; one part after the other."""
    rows: list[Row] = []
    for name in options.only or PARTS:
        print(f"… {name}", file=sys.stderr, flush=True)
        rows += await PARTS[name](options)
    return rows


if __name__ == "__main__":
    print(table(asyncio.run(measured(parsed(sys.argv[1:])))))
