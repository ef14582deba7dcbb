"""Plays a visit for the tests of its station. The words on the command line say how.

The first: ``ready``, ``mute`` (never ready), ``exit`` (before it is ready).
The second, once it was told to begin: ``stay``, ``asked``, ``silent``, ``die``, ``sending``,
``leaving`` (it says that it ends, and stays), ``choosing`` (the visitor reads otherwise, then in a
way that there is not, and ends); ``away`` and ``clock`` cannot reach the service, or
only at another time, until they are told anything.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading

_is_silent = threading.Event()


def say(kind: str, **content: object) -> None:
    os.write(1, json.dumps({"is": kind, **content}).encode() + b"\n")


def say_alive() -> None:
    while not _is_silent.wait(0.02):
        say("Alive")


_talking = threading.Thread(target=say_alive, daemon=True)


def begin(then: str) -> None:
    if then == "choosing":
        for language in ("fr", "xx"):
            comfort = {"language": language, "has_contrast": True, "text_step": 2}
            say("Chosen", comfort=comfort)
    if then in ("asked", "choosing"):
        say("Ending", why="asked", is_sending=False)
        say("Ended", why="asked", is_unknown=False)
    elif then == "silent":
        _is_silent.set()
        _talking.join()
        say("Reachable", is_reachable=True, is_clock_right=True)  # its last word
    elif then == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif then in ("sending", "leaving"):
        say("Ending", why="idle", is_sending=then == "sending")


def main(first: str, then: str) -> None:
    if first == "exit":
        return
    _talking.start()
    if first == "ready":
        say("Reachable", is_reachable=then != "away", is_clock_right=then != "clock")
        say("Ready")
    for line in sys.stdin.buffer:
        told = json.loads(line)["is"]
        if told == "Begin":
            begin(then)
        elif then in ("away", "clock"):
            say("Reachable", is_reachable=True, is_clock_right=True)
        elif told == "End" and then != "leaving":
            say("Ended", why="station", is_unknown=False)


if __name__ == "__main__":
    main(*(sys.argv[1:] + ["ready", "stay"][len(sys.argv) - 1 :]))
