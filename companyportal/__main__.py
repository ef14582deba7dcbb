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
    _add_kiosk(parse)
    return parse


def _add_kiosk(parse: argparse.ArgumentParser) -> None:
    """What a station says to its visits is not for people, and so not in the help."""
    roles = parse.add_mutually_exclusive_group()
    roles.add_argument(
        "--kiosk", action="store_true", help="be a kiosk, as this machine's policy says"
    )
    roles.add_argument("--kiosk-session", action="store_true", help=argparse.SUPPRESS)
    roles.add_argument(
        "--kiosk-browser-policy",
        action="store_true",
        help="print what the policy of the kiosk's browser has to say",
    )
    parse.add_argument(
        "--full-screen", action="store_true", help="for a kiosk that is tried out: no window"
    )
    parse.add_argument("--kiosk-journal", type=Path, metavar="FILE", help=argparse.SUPPRESS)


def fault_of(options: argparse.Namespace) -> str:
    """Why these options make no sense together; empty where they do."""
    is_tryout = bool(options.demo or options.connect)
    given = {name for name, value in vars(options).items() if value}
    if options.kiosk:
        refused = {"hidden", "device", "link", "theme", "kiosk_journal"}
        refused |= set() if is_tryout else {"settings", "cloud", "debug", "full_screen"}
        return _refusal("--kiosk", given & refused, is_tryout=is_tryout)
    if options.kiosk_session:
        refused = {"hidden", "device", "link", "demo", "cloud"}
        refused |= set() if is_tryout else {"settings", "debug"}
        if "data" not in given:
            return "--kiosk-session is started by --kiosk only"
        return _refusal("--kiosk-session", given & refused, is_tryout=is_tryout)
    if options.kiosk_browser_policy:
        refused = given - {"kiosk_browser_policy", "settings"}
        return _refusal("--kiosk-browser-policy", refused, is_tryout=True)
    without = given & {"full_screen", "kiosk_journal"}
    return f"{_spelled(without)}: only with --kiosk" if without else ""


def _refusal(role: str, refused: set[str], *, is_tryout: bool) -> str:
    if not refused:
        return ""
    where = "" if is_tryout else ", but where it is tried out with --demo or --connect"
    return f"{role} does not go with {_spelled(refused)}{where}"


def _spelled(names: set[str]) -> str:
    words = ("a link" if name == "link" else f"--{name.replace('_', '-')}" for name in names)
    return ", ".join(sorted(words))


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
    parse = parser()
    options = parse.parse_args(words)
    if fault := fault_of(options):
        parse.error(fault)
    if options.kiosk_browser_policy:
        from companyportal import kiosk_browser_policy

        return kiosk_browser_policy.show(options)
    if _lacks_screen():
        sys.stderr.write("companyportal: no screen: DISPLAY or WAYLAND_DISPLAY must be set\n")
        return 2
    imports.prepare()
    if options.kiosk or options.kiosk_session:
        from companyportal import kiosk

        return kiosk.run_station(options) if options.kiosk else kiosk.run_visit(options)
    from companyportal import app

    return app.run(options)


def _lacks_screen() -> bool:
    """Qt would abort the process, with many words about its plug-ins."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
