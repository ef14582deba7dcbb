"""The machine policy of the kiosk's browser: printed for whoever installs it, and looked for."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from companyportal import places, settings
from companyportal.desktop import browser_policy
from companyportal.desktop.kiosk_browser import allowed_hosts
from companyportal.errors import KioskRefused, SettingsError
from companyportal.kiosk_refusal import Refusal
from companyportal.kiosk_role import kiosk_rules, refuse_writable
from companyportal.settings import Loaded


def show(options: argparse.Namespace) -> int:
    """``companyportal --kiosk-browser-policy``: print it for the machine's policy, or for the file
    of ``--settings``; the exit code.
    """
    file: Path = options.settings or places.policy_file()
    loaded = settings.load(user_file=file, policy_file=None)
    try:
        if loaded.problems:
            raise loaded.problems[0]
        policy = browser_policy.recommended(_hosts(loaded))
    except SettingsError as error:
        sys.stderr.write(f"companyportal: {error}\n")
        return 2
    sys.stdout.write(json.dumps(policy, indent=2) + "\n")
    return 0


def check_browser_policy(loaded: Loaded, *, folder: Path | None = None) -> None:
    """See that it is installed, and closed to this user; the role has been checked before.

    ``folder``: where else than the browser itself to look.
    Raises: KioskRefused.
    """
    browser = loaded.settings.kiosk_browser
    place = folder or browser_policy.policy_folder(browser)
    if place is None:
        detail = "nobody knows where this browser looks for its policy"
        raise KioskRefused(detail, reason=Refusal.BROWSER_OPEN, path=Path(browser))
    if names := browser_policy.missing(browser, _hosts(loaded), folder=place):
        detail = f"lacks {', '.join(names)}: see companyportal --kiosk-browser-policy"
        raise KioskRefused(detail, reason=Refusal.BROWSER_OPEN, path=place)
    # Whoever may write a file in it needs no leave of the folder.
    for part in (place, *sorted(place.iterdir())) if place.is_dir() else (place,):
        refuse_writable(Refusal.BROWSER_WRITABLE, part)


def _hosts(loaded: Loaded) -> tuple[str, ...]:
    """Raises: SettingsError where the policy says not where to connect to."""
    rules = kiosk_rules(loaded, is_tryout=False, is_full_screen=True)
    return allowed_hosts(rules, settings.endpoints_for(loaded.settings, file=loaded.file))
