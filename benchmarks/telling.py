"""What a measured process tells the one that started it: so late it is, so much memory it holds."""

from __future__ import annotations

import sys
import time
from pathlib import Path


def tell() -> None:
    """Print milliseconds since the moment in the first argument, and megabytes."""
    late_ms = 1000 * (time.monotonic() - float(sys.argv[1]))
    print(late_ms, _memory_mb(), flush=True)


def _memory_mb() -> float:
    """The most that this process ever held; 0 where Python cannot tell."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":
        # Not getrusage: what it tells begins with the most that the parent held before the fork.
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    import resource

    most: float = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / 1024
