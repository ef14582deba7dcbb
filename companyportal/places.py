"""Where the program's files lie: the person's own, and the policy of the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs


def own_folder(find: Callable[..., Path]) -> Path:
    """The person's folder of that kind; one that cannot be made where they have no home at all, so
    that the program runs without keeping anything and says so.
    """
    try:
        return find("companyportal", appauthor=False)
    except RuntimeError:
        return Path(os.devnull, "companyportal")


def policy_file() -> Path:
    """Where the machine's policy lies; no environment variable of the person can move it."""
    if sys.platform == "linux":
        return Path("/etc/xdg/companyportal/policy.toml")
    return platformdirs.site_config_path("companyportal", appauthor=False) / "policy.toml"
