"""Makes the imports of the start cheap: ``prepare`` comes before any of them."""

from __future__ import annotations

import builtins
import gc
import importlib
import sys
import threading
from types import ModuleType
from typing import Any

_LATER = ("asyncio", "ctypes", "html", "pickle", "ssl", "webbrowser")
"""What modules of ours or of the standard library name, and none uses before the first paint."""
_lock = threading.Lock()


def prepare() -> None:
    """To be called once, before Qt is imported; ``desktop/garbage.py`` collects from then on."""
    gc.disable()  # nothing that is made during the start is garbage
    _import_qt()
    for name in _LATER:
        _import_when_used(name)


def _import_qt() -> None:
    """Import Qt, and keep Python's own ``import``.

    PySide puts another one in its place, for ``from __feature__ import``. That one reads the source
    of every module that anybody imports afterwards: a third of the time, a sixth of the memory.

    Source: shibokensupport/feature.py in PySide6; https://github.com/napari/napari/issues/8584
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def _import_when_used(name: str) -> None:
    """From now on ``import NAME`` costs nothing, and the first use of the module imports it."""
    if name not in sys.modules:
        sys.modules[name] = Later(name)


class Later(ModuleType):
    """Stands for a module that nobody has used yet; ``importlib.util.LazyLoader`` would import it
    already at the second ``import``.
    """

    def __getattr__(self, attribute: str) -> Any:
        with _lock:
            # Another thread may have been first, and its import may not have come to its end:
            # then there is no entry at all, and importing waits for it.
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)
