"""The measured processes: each in a home of its own, telling what it found as lines of JSON."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIMIT_S = 600
_LONGEST_LINE = 64 * 1024 * 1024
_NOT_OURS = ("PYTHONDONTWRITEBYTECODE", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")

Facts = dict[str, Any]


def environment(home: Path) -> dict[str, str]:
    """No screen, and bytecode is kept, as it is for whatever is installed."""
    kept = {name: text for name, text in os.environ.items() if name not in _NOT_OURS}
    return kept | {
        "HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bytecode"),
        "QT_QPA_PLATFORM": "offscreen",
    }


@contextlib.asynccontextmanager
async def running(module: str, *words: str | Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """``python -m MODULE STARTED WORDS``; it has ended when the block has.

    ``STARTED`` is the moment of the monotonic clock at which the process was asked for.
    """
    with tempfile.TemporaryDirectory(prefix="home-") as home:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", module, str(time.monotonic()), *map(str, words)),
            cwd=ROOT,
            env=environment(Path(home)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()


async def told(module: str, *words: str | Path) -> list[Facts]:
    """Run it to its end; every line that it told. Raises: RuntimeError where it failed."""
    async with running(module, *words) as process, asyncio.timeout(LIMIT_S):
        output, errors = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{module} failed:\n{errors.decode()}")
    return [json.loads(line) for line in output.splitlines()]


def tell(**facts: Any) -> None:
    """What a measured process says."""
    print(json.dumps(facts), flush=True)


def late_ms() -> float:
    """Milliseconds since this process was asked for."""
    return 1000 * (time.monotonic() - float(sys.argv[1]))


def memory_mb() -> float:
    """What this process holds now (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")
