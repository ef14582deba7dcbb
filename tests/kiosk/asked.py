"""Questions to the programs of a kiosk, and whether they still live."""

from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

_LIMIT_S = 60
_PAUSE_S = 0.05


def is_alive(pid: int) -> bool:
    """It runs, or is stopped; a zombie does not."""
    return state_of(pid) not in "ZX"


def state_of(pid: int) -> str:
    """The letter of proc_pid_stat(5); X where there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "X"
    return stat.rpartition(")")[2].split()[0]


def told_of(pid: int) -> bytes:
    """Its command line and its environment, as far as it shows them."""
    found = b""
    for name in ("cmdline", "environ"):
        with suppress(OSError):
            found += Path(f"/proc/{pid}/{name}").read_bytes()
    return found


def ask(path: Path, question: dict[str, Any]) -> list[Any]:
    """The answer, alone in a list; none of a process that is gone, or stopped."""
    pid = int(path.name.rpartition("-")[2])
    while (state := state_of(pid)) not in "ZX":
        if state == "T":
            return []
        with suppress(OSError, ValueError):  # it ends just now
            return [_answer(path, question)]
        time.sleep(_PAUSE_S)
    path.unlink(missing_ok=True)
    return []


def _answer(path: Path, question: dict[str, Any]) -> Any:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_LIMIT_S)
        line.connect(str(path))
        line.sendall(json.dumps(question).encode() + b"\n")
        with line.makefile("rb") as answer:
            return json.loads(answer.readline())
