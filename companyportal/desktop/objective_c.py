"""Just enough of the Objective-C runtime to send a message to one of AppKit's objects.

Source: https://developer.apple.com/documentation/objectivec/1456712-objc_msgsend
"""

from __future__ import annotations

import sys

if sys.platform == "darwin":
    import ctypes
    import ctypes.util
    from typing import Any

    def _runtime() -> ctypes.CDLL:
        library = ctypes.CDLL(ctypes.util.find_library("objc"))
        library.objc_getClass.restype = ctypes.c_void_p
        library.objc_getClass.argtypes = [ctypes.c_char_p]
        library.sel_registerName.restype = ctypes.c_void_p
        library.sel_registerName.argtypes = [ctypes.c_char_p]
        return library

    def class_named(name: str) -> int | None:
        """A class of the runtime."""
        found: int | None = _runtime().objc_getClass(name.encode())
        return found

    def send(receiver: int | None, selector: str, *arguments: Any) -> int | None:
        """Send a message whose arguments are pointers or integers; the answer likewise."""
        runtime = _runtime()
        pointers = (ctypes.c_void_p, ctypes.c_void_p)
        kinds = tuple(ctypes.c_void_p for _ in arguments)
        # The function is called with the exact types of the method: on Apple silicon a variadic
        # call passes its arguments elsewhere.
        prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, *pointers, *kinds)
        call = prototype(("objc_msgSend", runtime))
        answer: int | None = call(receiver, runtime.sel_registerName(selector.encode()), *arguments)
        return answer

    def text(value: str) -> int | None:
        """An autoreleased NSString."""
        return send(
            class_named("NSString"), "stringWithUTF8String:", ctypes.c_char_p(value.encode())
        )
