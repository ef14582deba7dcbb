"""Whether the person's session is locked or in the background, where the system has to be asked.

Linux tells by itself (``session_events.py``), so the answer there is always "nothing". The two
branches below follow the vendors' documentation; the automatic tests run on Linux only.
"""

from __future__ import annotations

import sys


def session_state() -> str:
    """``lock``, ``userSwitch``, or nothing; also nothing where the system does not answer."""
    if sys.platform == "win32":
        return _windows_state()
    if sys.platform == "darwin":
        return _macos_state()
    return ""


if sys.platform == "win32":

    def _windows_state() -> str:
        """Source: https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoexw"""
        import ctypes
        from ctypes import wintypes

        info_ex_class, current_session, state_active, flag_locked = 25, 0xFFFFFFFF, 0, 0

        class InfoEx(ctypes.Structure):
            """The beginning of WTSINFOEXW; the union in it is aligned to eight bytes."""

            _fields_ = [
                ("level", wintypes.DWORD),
                ("padding", wintypes.DWORD),
                ("session_id", wintypes.ULONG),
                ("session_state", ctypes.c_int),
                ("session_flags", wintypes.LONG),
            ]

        library = ctypes.WinDLL("wtsapi32")
        library.WTSQuerySessionInformationW.argtypes = [
            wintypes.HANDLE,
            wintypes.DWORD,
            ctypes.c_int,
            ctypes.POINTER(ctypes.POINTER(InfoEx)),
            ctypes.POINTER(wintypes.DWORD),
        ]
        library.WTSFreeMemory.argtypes = [ctypes.c_void_p]
        info, size = ctypes.POINTER(InfoEx)(), wintypes.DWORD()
        if not library.WTSQuerySessionInformationW(
            None, current_session, info_ex_class, ctypes.byref(info), ctypes.byref(size)
        ):
            return ""
        try:
            if info.contents.session_state != state_active:
                return "userSwitch"
            return "lock" if info.contents.session_flags == flag_locked else ""
        finally:
            library.WTSFreeMemory(info)


if sys.platform == "darwin":
    import ctypes

    _FRAMEWORKS = "/System/Library/Frameworks"

    def _macos_state() -> str:
        """Source: https://developer.apple.com/documentation/coregraphics/
        1454780-cgsessioncopycurrentdictionary (the key of the lock is not documented)
        """
        graphics = ctypes.CDLL(f"{_FRAMEWORKS}/CoreGraphics.framework/CoreGraphics")
        graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
        core = _core_foundation()
        session = graphics.CGSessionCopyCurrentDictionary()
        if not session:
            return ""
        try:
            if _flag(core, session, b"kCGSSessionOnConsoleKey") is False:
                return "userSwitch"
            return "lock" if _flag(core, session, b"CGSSessionScreenIsLocked") else ""
        finally:
            core.CFRelease(session)

    def _flag(core: ctypes.CDLL, dictionary: int, name: bytes) -> bool | None:
        """A flag of the dictionary; None where it is not in it."""
        utf_8 = 0x08000100
        key = core.CFStringCreateWithCString(None, name, utf_8)
        value = core.CFDictionaryGetValue(dictionary, key)
        core.CFRelease(key)
        return bool(core.CFBooleanGetValue(value)) if value else None

    def _core_foundation() -> ctypes.CDLL:
        pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32
        core = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
        core.CFStringCreateWithCString.restype = pointer
        core.CFStringCreateWithCString.argtypes = [pointer, text, number]
        core.CFDictionaryGetValue.restype = pointer
        core.CFDictionaryGetValue.argtypes = [pointer, pointer]
        core.CFBooleanGetValue.restype = ctypes.c_bool
        core.CFBooleanGetValue.argtypes = [pointer]
        core.CFRelease.argtypes = [pointer]
        return core
