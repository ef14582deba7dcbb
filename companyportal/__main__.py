"""The command line: what may be said to the program when it starts."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from companyportal import __version__, clouds, imports


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
    parse.add_argument(
        "--cloud", type=_cloud, metavar="NAME", help="Microsoft's cloud, like global or bleu-fr"
    )
    parse.add_argument("--language", choices=("system", "en", "fr"), help="language of this run")
    parse.add_argument("--theme", choices=("system", "light", "dark"), help="theme of this run")
    parse.add_argument("--settings", type=Path, metavar="FILE", help="another settings file")
    parse.add_argument("--data", type=Path, metavar="DIR", help="another folder for its data")
    what = parse.add_mutually_exclusive_group()
    what.add_argument("link", nargs="?", default="", help="companyportal://devices, …/ID, settings")
    what.add_argument("--device", default="", metavar="ID", help="open this device")
    parse.add_argument("--hidden", action="store_true", help="start in the tray, if there is one")
    parse.add_argument("--debug", action="store_true", help="log more; never secrets")
    return parse


def _cloud(name: str) -> str:
    if (key := clouds.key_of(name)) is None:
        raise argparse.ArgumentTypeError(f"there is no cloud “{name}”, but {clouds.names()}")
    return key


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
    imports.prepare()
    from companyportal import app

    return app.run(options)


def _lacks_screen() -> bool:
    """Qt would abort the process, with many words about its plug-ins."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
