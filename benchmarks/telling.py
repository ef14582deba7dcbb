"""What a measured process tells the one that started it: so late it is, so much memory it holds."""

from __future__ import annotations

import sys
import time


def tell() -> None:
    """Print milliseconds since the moment in the first argument, and megabytes."""
    late_ms = 1000 * (time.monotonic() - float(sys.argv[1]))
    print(late_ms, _memory_mb(), flush=True)


def _memory_mb() -> float:
    """The most that this process ever held; 0 where Python cannot tell."""
    if sys.platform == "win32":
        return 0
    import resource

    most: float = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 if sys.platform == "linux" else most / 1024 / 1024
