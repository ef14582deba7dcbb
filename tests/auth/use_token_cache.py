"""A program that uses the token cache once: ``DIRECTORY save TEXT``, ``load`` or ``erase``.

Prints one JSON line. Run as a process of its own, on a session bus of its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from companyportal.auth.token_cache import open_token_cache


def main(directory: str, verb: str, text: str = "") -> None:
    """Do it and tell."""
    cache = open_token_cache("demo", Path(directory))
    if verb == "save":
        cache.save(text)
    elif verb == "erase":
        cache.erase()
    print(json.dumps({"is_persistent": cache.is_persistent, "text": cache.load()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
