"""May this computer be a kiosk, and which rules hold there: both come from the machine's policy.

Strangers stand before it all day, so the session's user must be able to change neither what the
policy says nor what runs. What tries it out, with the demo organisation on this computer, needs no
leave.
"""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from companyportal import settings
from companyportal.errors import KioskRefused, SettingsError
from companyportal.kiosk_refusal import Refusal
from companyportal.kiosk_rules import KioskRules
from companyportal.settings import Loaded
from companyportal.write_protection import unprotected_part

_BROWSERS = (
    Path("/usr/bin/chromium"),
    Path("/usr/bin/google-chrome"),
    Path("/usr/bin/microsoft-edge"),
    Path("/usr/bin/chromium-browser"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
)
"""Where a try-out looks for one; a kiosk is told."""
_DEBIANS = (Path("/etc/chromium.d"), Path("/usr/lib/chromium"))
"""What Debian's start of Chromium reads, and then runs."""


def check_role(loaded: Loaded, policy_file: Path, *, variables: Iterable[str] = ()) -> None:
    """See that this computer is meant to be a kiosk and is fit to be one.

    ``variables``: names that ``kiosk_environment.scrub`` had to take away.
    Raises: KioskRefused, the first thing that is wrong.
    """
    if not loaded.policy_is_broken and not is_kiosk(loaded):
        detail = "“kiosk” is not true here" if loaded.has_policy else "there is no policy"
        raise KioskRefused(detail, reason=Refusal.NO_KIOSK, path=policy_file)
    if is_administrator():
        detail = "a kiosk does not run as an administrator"
        raise KioskRefused(detail, reason=Refusal.ADMINISTRATOR)
    if names := ", ".join(variables):
        raise KioskRefused(f"{names} must not be set", reason=Refusal.ENVIRONMENT)
    if site.ENABLE_USER_SITE:
        # Python runs what lies there before the first line of this program.
        detail = "Python reads modules of the user’s own: PYTHONNOUSERSITE must be 1"
        raise KioskRefused(detail, reason=Refusal.ENVIRONMENT)
    refuse_writable(Refusal.POLICY_WRITABLE, policy_file)
    refuse_writable(Refusal.PROGRAM_WRITABLE, *program_parts())
    _check_policy(loaded, policy_file)
    if logo := loaded.settings.kiosk_logo:
        refuse_writable(Refusal.LOGO_WRITABLE, Path(logo))
    _check_browser(loaded.settings.kiosk_browser, policy_file)


def is_kiosk(loaded: Loaded) -> bool:
    """Whether the machine's policy makes it one; what a person's file says does not count."""
    return loaded.has_policy and loaded.settings.kiosk


def is_administrator() -> bool:
    """Whether this process may do everything on this computer."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


def kiosk_rules(loaded: Loaded, *, is_tryout: bool, is_full_screen: bool) -> KioskRules:
    """What holds here. A try-out finds a browser by itself, and may be root's."""
    chosen = loaded.settings
    arguments = chosen.kiosk_browser_arguments
    if is_tryout and is_administrator():
        arguments += ("--no-sandbox",)  # Chromium starts for root in no other way
    return KioskRules(
        idle_s=chosen.kiosk_idle_s,
        visit_s=chosen.kiosk_visit_s,
        browser=chosen.kiosk_browser or (_found_browser() if is_tryout else ""),
        browser_arguments=arguments,
        hosts=chosen.kiosk_hosts,
        station=chosen.kiosk_station,
        is_tryout=is_tryout,
        is_full_screen=is_full_screen,
    )


def _found_browser() -> str:
    return next((str(path) for path in _BROWSERS if path.exists()), "")


def program_parts() -> Iterator[Path]:
    """Python, this program's own files, and what lies where Python looks for modules: each file,
    and of each package the folder.
    """
    yield Path(sys.executable)
    yield from Path(__file__).parent.rglob("*")
    for folder in map(Path, sys.path):
        yield folder
        with suppress(OSError):
            yield from (part for part in folder.iterdir() if _may_be_module(part))


def _may_be_module(part: Path) -> bool:
    """Not all that lies beside the program's start, which may be the folder of all commands."""
    return part.suffix in (".py", ".pyc", ".so", ".pth") or part.is_dir()


def refuse_writable(reason: Refusal, *paths: Path) -> None:
    """Raises: KioskRefused, naming what on the way to one of ``paths`` this user may change."""
    if part := unprotected_part(*paths):
        raise KioskRefused("the kiosk’s user may change it", reason=reason, path=part)


def _check_policy(loaded: Loaded, policy_file: Path) -> None:
    """Raises: KioskRefused where it cannot be understood whole, or says not where to connect to."""
    if loaded.policy_is_broken:
        faults = (str(problem) for problem in loaded.problems if problem.path == policy_file)
        raise KioskRefused("; ".join(faults), reason=Refusal.POLICY_BROKEN)
    try:
        settings.endpoints_for(loaded.settings, file=policy_file)
    except SettingsError as error:
        raise KioskRefused(str(error), reason=Refusal.POLICY_BROKEN) from error


def _check_browser(browser: str, policy_file: Path) -> None:
    if not browser:
        detail = "“kiosk_browser” is missing"
        raise KioskRefused(detail, reason=Refusal.NO_BROWSER, path=policy_file)
    path = Path(browser)
    if not path.is_file() or not os.access(path, os.X_OK):
        raise KioskRefused("is no program that can be run", reason=Refusal.NO_BROWSER, path=path)
    refuse_writable(Refusal.BROWSER_WRITABLE, path, *_browser_parts(path))


def _browser_parts(path: Path) -> Iterator[Path]:
    """What the program of that name reads and starts in turn: mostly it is a script."""
    own = path.resolve().parent
    for folder in (*_DEBIANS, *([own] if own.name != "bin" else [])):
        yield folder
        with suppress(OSError):
            yield from folder.iterdir()
