"""Starts the commands of a verb, shows them, and stops where one fails or takes too long."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Failed(Exception):
    """A step failed; the text says which, for the person who called ``dev.py``."""


def say(text: str) -> None:
    """One line, at once, also where the output goes into a file."""
    print(text, flush=True)


def run(
    title: str,
    command: Sequence[object],
    *,
    limit_s: float = 900,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a command in the checkout, with ``title`` before and the seconds behind it.

    Raises: Failed, where it ends with an error, cannot be started or takes longer than ``limit_s``.
    """
    say(f"── {title}")
    started = time.perf_counter()
    words = [str(word) for word in command]
    try:
        code = subprocess.run(
            words,
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            timeout=limit_s,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        raise Failed(f"{title}: took longer than {limit_s:.0f} s") from None
    except OSError as error:
        raise Failed(f"{title}: {words[0]} cannot be started ({error.strerror})") from error
    if code:
        raise Failed(f"{title}: failed (exit code {code})")
    say(f"   {time.perf_counter() - started:.1f} s")


def become(command: Sequence[object], *, env: Mapping[str, str]) -> int:
    """Hand the terminal over to a program that the person uses; its exit code.

    The working folder stays, so that file names on the command line mean what they say.
    """
    words = [str(word) for word in command]
    wanted = {**os.environ, **env}
    if sys.platform == "win32":  # exec there returns to the shell while the program still runs
        return subprocess.run(words, env=wanted, check=False).returncode
    sys.stdout.flush()
    os.execve(words[0], words, wanted)
