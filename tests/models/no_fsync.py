"""Dies at the next fsync, when what was written is with the operating system, and not yet on the
disk; or has every fsync or every write fail, as a full or a broken disk does.

SQLite writes and syncs inside one call, where Python cannot look. So the kernel is asked to end
the process, or to refuse, at the system call itself, by a filter of eight instructions.

Source: https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_NUMBERS = {"x86_64": (0xC000003E, 74, 75), "aarch64": (0xC00000B7, 82, 83)}
"""What the kernel calls the machine, fsync and fdatasync."""
_WRITES = {"x86_64": 18, "aarch64": 68}
"""And pwrite64, by which SQLite writes."""
IS_POSSIBLE = sys.platform == "linux" and platform.machine() in _NUMBERS

_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ARCHITECTURE, _NUMBER = 4, 0
_ALLOW, _KILL_PROCESS, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def dies_at_fsync() -> None:
    """From now on; the process ends as by the signal SIGSYS, without any clean-up."""
    import resource  # there is none on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _filter(_KILL_PROCESS, *_NUMBERS[platform.machine()])


def fails_at_fsync(error: int) -> None:
    """From now on, with that number of an error."""
    _filter(_FAIL | error, *_NUMBERS[platform.machine()])


def fails_at_write(error: int) -> None:
    """From now on, with that number of an error."""
    architecture, *_ = _NUMBERS[platform.machine()]
    _filter(_FAIL | error, architecture, _WRITES[platform.machine()])


def _filter(answer: int, architecture: int, *numbers: int) -> None:
    code = _code(answer, architecture, *numbers)
    program = _Program(len(code) // 8, code)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    for call in (
        (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (_PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0),
    ):
        if prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "no filter")


def _code(answer: int, architecture: int, *numbers: int) -> bytes:
    """Each instruction: what, how many to skip where it holds and where not, with which value."""
    to_allow = len(numbers) + 1
    instructions = [(_LOAD, 0, 0, _ARCHITECTURE), (_IF_EQUAL, 0, to_allow, architecture)]
    instructions += [(_LOAD, 0, 0, _NUMBER)]
    instructions += [(_IF_EQUAL, len(numbers) - at, 0, n) for at, n in enumerate(numbers)]
    instructions += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, answer)]
    return b"".join(struct.pack("HBBI", *each) for each in instructions)
