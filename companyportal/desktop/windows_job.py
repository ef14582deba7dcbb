"""A job object of Windows: whatever a visit starts belongs to it and ends with it.

There is no group of processes there that could be killed at once. This has never run: the program
is built and tested on Linux. On other systems it does nothing.

Source: https://learn.microsoft.com/windows/win32/procthread/job-objects
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

_EXTENDED_LIMITS = 9
_KILL_ON_JOB_CLOSE = 0x2000


class WindowsJob:
    """Closing it kills everybody in it; so does the end of this process, however it ends."""

    def __init__(self) -> None:
        self._handle = 0

    def add(self, process: subprocess.Popen[bytes]) -> None:
        """The process and whoever it starts from here on. Raises: OSError."""
        if sys.platform == "win32":
            self._handle = _killing_job()
            handle = vars(process)["_handle"]
            if not _kernel().AssignProcessToJobObject(self._handle, int(handle)):
                raise _last_error()

    def close(self) -> None:
        """Once is enough; again does no harm."""
        handle, self._handle = self._handle, 0
        if sys.platform == "win32" and handle:
            _kernel().CloseHandle(handle)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION with its two parts laid out flat."""

        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
            ("counters", ctypes.c_uint64 * 6),
            ("memory", ctypes.c_size_t * 4),
        )

    def _kernel() -> Any:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        return kernel

    def _killing_job() -> int:
        """Raises: OSError."""
        kernel = _kernel()
        limits = _Limits(flags=_KILL_ON_JOB_CLOSE)
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        if not job or not kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), size
        ):
            raise _last_error()
        return int(job)

    def _last_error() -> OSError:
        return ctypes.WinError(ctypes.get_last_error())
