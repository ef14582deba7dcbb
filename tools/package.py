"""Runs Briefcase with ``briefcase.toml``; by itself it reads only pyproject.toml.

Called by ``dev.py package ARGS``, for example ``package create linux system --no-input``. A .deb
must be made by the system's own Python, and needs Briefcase's template: either from the network or
from the folder that ``BRIEFCASE_TEMPLATE`` names. ``create``, ``build`` and ``package`` are called
one after the other: after the first, the desktop is told of the program's links.
"""

from __future__ import annotations

import os
import sys

from briefcase.cmdline import parse_cmdline
from briefcase.console import Console
from briefcase.exceptions import BriefcaseError, BriefcaseWarning, HelpText

from tools.app_icons import draw_all
from tools.link_scheme import name_links
from tools.run import ROOT

CONFIGURATION = ROOT / "briefcase.toml"


def briefcase(arguments: list[str], console: Console) -> int:
    """Do what Briefcase's own command line would do; the exit code."""
    try:
        make_command, rest = parse_cmdline(arguments, console=console)
        command = make_command(console=console)
        options, overrides = command.parse_options(extra=rest)
        if template := os.environ.get("BRIEFCASE_TEMPLATE"):
            overrides["template"] = template
        command.parse_config(CONFIGURATION, overrides=overrides)
        command(**options)
    except HelpText as error:
        console.info(str(error))
        return int(error.error_code)
    except BriefcaseWarning as error:
        console.warning(str(error))
        return int(error.error_code)
    except BriefcaseError as error:
        console.error(str(error))
        return int(error.error_code)
    return 0


def main(arguments: list[str]) -> int:
    """See the module."""
    os.chdir(ROOT)  # Briefcase takes sources and icons from the working folder
    draw_all(ROOT / "build" / "icons")
    console = Console()
    try:
        code = briefcase(arguments, console)
        if arguments[:1] == ["create"]:
            name_links(ROOT / "build" / "companyportal")
        return code
    finally:
        console.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
