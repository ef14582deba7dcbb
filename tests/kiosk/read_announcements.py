"""A screen reader's ears: prints as JSON what it is told and whether that is urgent, until it hears
the words on its command line.

Run by the system's own Python, which has pyatspi; it knows nothing of the program.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]

URGENT = 2
"""ATSPI_LIVE_ASSERTIVE."""


def main(last: str) -> None:
    """See the module."""

    def hear(event: Any) -> None:
        print(json.dumps([event.any_data, event.detail1 == URGENT]), flush=True)
        if event.any_data == last:
            pyatspi.Registry.stop()

    pyatspi.Registry.registerEventListener(hear, "object:announcement")
    print("listening", flush=True)
    pyatspi.Registry.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
