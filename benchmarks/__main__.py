"""All measurements, a line each."""

from __future__ import annotations

import sys

from benchmarks import start

if __name__ == "__main__":
    for line in start.measure(*map(int, sys.argv[1:2])):
        print(line, flush=True)
