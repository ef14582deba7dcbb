"""``companyportal demo-server``: the demo organisation alone, for any client pointed at it."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from companyportal.demo import faults
from companyportal.errors import SettingsError

_LARGEST_PORT = 65_534
"""The pages take the next port."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of the demo organisation, and the table of its faults."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"faults (NAME, or NAME:N to strike N times):\n{faults.table()}"
    parser.add_argument(
        "--port",
        type=_port,
        default=0,
        metavar="N",
        help="where programs connect; the sign-in pages get the next one (default: any two)",
    )
    parser.add_argument(
        "--delay-s",
        type=_seconds,
        default=2.0,
        metavar="S",
        help="seconds until a usual device answers (default: 2)",
    )
    parser.add_argument(
        "--devices",
        type=_count,
        metavar="N",
        help="give the first person N more devices",
    )
    parser.add_argument(
        "--fault",
        type=_fault,
        action="append",
        default=[],
        metavar="NAME",
        help="misbehave in this way; may be given more than once",
    )
    parser.add_argument(
        "--organisation", type=Path, metavar="FILE", help="play another organisation"
    )
    parser.add_argument("--station-folder", type=Path, metavar="DIR", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; the exit code."""
    from companyportal.demo.server import serve

    try:
        asyncio.run(
            serve(
                port=options.port,
                delay_s=options.delay_s,
                devices=options.devices,
                faults=options.fault,
                organisation=options.organisation,
                station_folder=options.station_folder,
            )
        )
    except KeyboardInterrupt:
        return 0
    except SettingsError as error:
        return _say(str(error))
    except OSError as error:
        return _say(f"cannot serve: {error.strerror or error}")
    return 0


def main(arguments: Sequence[str]) -> int:
    """``companyportal demo-server`` with what follows; the exit code."""
    parser = argparse.ArgumentParser(
        prog="companyportal demo-server",
        description="Serve the demo organisation on this computer. Prints one line of JSON with "
        "its addresses, for --connect or any other client.",
        allow_abbrev=False,
    )
    add_arguments(parser)
    return run(parser.parse_args(arguments))


def _say(text: str) -> int:
    sys.stderr.write(f"companyportal demo-server: {text}\n")
    return 1


def _fault(text: str) -> str:
    try:
        faults.FaultSet((text,))
    except faults.UnknownFault as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def _port(text: str) -> int:
    return _number(text, _LARGEST_PORT)


def _count(text: str) -> int:
    return _number(text, 100_000)


def _number(text: str, most: int) -> int:
    if not text.isdecimal() or int(text) > most:
        raise argparse.ArgumentTypeError(f"must be a whole number from 0 to {most}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError("must be a number of seconds from 0 to 86400")
    return seconds
