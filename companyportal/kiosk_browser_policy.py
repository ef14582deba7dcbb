"""``companyportal --kiosk-browser-policy``: what an administrator installs for the browser."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from companyportal import places, settings
from companyportal.desktop import browser_policy
from companyportal.desktop.kiosk_browser import allowed_hosts
from companyportal.errors import SettingsError
from companyportal.kiosk_role import kiosk_rules


def show(options: argparse.Namespace) -> int:
    """Print it for the machine's policy, or for the file of ``--settings``; the exit code."""
    file: Path = options.settings or places.policy_file()
    loaded = settings.load(user_file=file, policy_file=None)
    try:
        if loaded.problems:
            raise loaded.problems[0]
        endpoints = settings.endpoints_for(loaded.settings, file=file)
    except SettingsError as error:
        sys.stderr.write(f"companyportal: {error}\n")
        return 2
    rules = kiosk_rules(loaded, is_tryout=False, is_full_screen=True)
    policy = browser_policy.recommended(allowed_hosts(rules, endpoints))
    sys.stdout.write(json.dumps(policy, indent=2) + "\n")
    return 0
