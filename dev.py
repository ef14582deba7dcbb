#!/usr/bin/env python3
"""The one script for people and for CI: ``python3 dev.py VERB`` sets up what the verb needs, then
does it.

Only the standard library, on Linux, macOS and Windows. Everything behind this door is in
``tools/``.
"""

import sys


def version_problem(major: int, minor: int) -> str:
    """Why this Python will not do, or an empty text; must itself run on old versions."""
    if (3, 11) <= (major, minor) < (3, 14):
        return ""
    return (
        f"This is Python {major}.{minor}. Company Portal needs Python 3.11, 3.12 or 3.13: "
        "start dev.py with one of these, for example: python3.12 dev.py demo"
    )


if __name__ == "__main__":
    problem = version_problem(*sys.version_info[:2])
    if problem:
        sys.exit(problem)
    from tools.verbs import main

    sys.exit(main(sys.argv[1:]))
