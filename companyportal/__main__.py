"""The command line: what may be said to the program when it starts."""

from __future__ import annotations

import argparse
import builtins
import gc
import importlib
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from companyportal import __version__

_LATER = ("asyncio", "ctypes", "html", "pickle", "ssl", "webbrowser")
"""What modules of ours or of the standard library name, and none uses before the first paint."""
_lock = threading.Lock()


def parser() -> argparse.ArgumentParser:
    """Every option of the window; ``demo-server`` has a parser of its own."""
    parse = argparse.ArgumentParser(
        prog="companyportal",
        description="See your enrolled devices and reset a forgotten passcode.",
        epilog="companyportal demo-server --help: the built-in organisation on its own.",
        allow_abbrev=False,
    )
    parse.add_argument("--version", action="version", version=f"Company Portal {__version__}")
    where = parse.add_mutually_exclusive_group()
    where.add_argument("--demo", action="store_true", help="use the built-in organisation")
    where.add_argument(
        "--connect", type=Path, metavar="FILE", help="use the addresses that demo-server printed"
    )
    parse.add_argument("--language", choices=("system", "en", "fr"), help="language of this run")
    parse.add_argument("--theme", choices=("system", "light", "dark"), help="theme of this run")
    parse.add_argument("--settings", type=Path, metavar="FILE", help="another settings file")
    parse.add_argument("--data", type=Path, metavar="DIR", help="another folder for its data")
    parse.add_argument("--hidden", action="store_true", help="start in the tray, if there is one")
    parse.add_argument("--debug", action="store_true", help="log more; never secrets")
    return parse


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program; its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["demo-server"]:
        from companyportal.demo import command

        return command.main(words[1:])
    options = parser().parse_args(words)
    if _lacks_screen():
        sys.stderr.write("companyportal: no screen: DISPLAY or WAYLAND_DISPLAY must be set\n")
        return 2
    prepare()
    from companyportal import app

    return app.run(options)


def prepare() -> None:
    """Make the imports of the start cheap; comes before any of them."""
    # Nothing that is made during the start is garbage; the program collects from then on.
    gc.disable()
    _import_qt()
    for name in _LATER:
        import_when_used(name)


def _import_qt() -> None:
    """Import Qt, and keep Python's own ``import``.

    PySide puts another one in its place, for ``from __feature__ import``. That one reads the source
    of every module that anybody imports afterwards: a third of the time, a sixth of the memory.

    Source: shibokensupport/feature.py in PySide6; https://github.com/napari/napari/issues/8584
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def import_when_used(name: str) -> None:
    """From now on ``import NAME`` costs nothing, and the first use of the module imports it."""
    if name not in sys.modules:
        sys.modules[name] = _Later(name)


class _Later(ModuleType):
    """Stands for a module that nobody has used yet; ``importlib.util.LazyLoader`` would import it
    already at the second ``import``.
    """

    def __getattr__(self, attribute: str) -> Any:
        with _lock:
            if sys.modules[self.__name__] is self:
                del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)


def _lacks_screen() -> bool:
    """Qt would abort the process, with many words about its plug-ins."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
