"""Microsoft's clouds: where people sign in and where Graph answers, by any name people give them.

Tokens of one cloud are worth nothing in another, and the program must be registered in each.

Source: https://learn.microsoft.com/graph/deployments;
https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud; the last three:
authority.py of msal 1.39.0 and ``Get-MgEnvironment`` of
https://github.com/microsoftgraph/msgraph-sdk-powershell
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Cloud(NamedTuple):
    """Where people sign in, and where Graph answers, in one of Microsoft's clouds."""

    login: str
    graph: str
    name: str
    """What people call it."""
    aliases: tuple[str, ...] = ()
    """Other names in use. Never a country alone where most of its organisations are elsewhere."""


CLOUDS = {
    "global": Cloud(
        "https://login.microsoftonline.com",
        "https://graph.microsoft.com",
        "Microsoft 365 (worldwide)",
        ("Microsoft 365", "worldwide", "public", "commercial", "GCC", "AzureCloud"),
    ),
    "usgov-l4": Cloud(
        "https://login.microsoftonline.us",
        "https://graph.microsoft.us",
        "US Government L4 (GCC High)",
        ("US Government L4", "GCC High", "USGov"),
    ),
    "usgov-l5-dod": Cloud(
        "https://login.microsoftonline.us",
        "https://dod-graph.microsoft.us",
        "US Government L5 (DoD)",
        ("US Government L5", "usgov-l5", "DoD", "USGovDoD"),
    ),
    "china-21vianet": Cloud(
        "https://login.partner.microsoftonline.cn",
        "https://microsoftgraph.chinacloudapi.cn",
        "China operated by 21Vianet",
        ("China", "21Vianet", "AzureChinaCloud"),
    ),
    "bleu-fr": Cloud(
        "https://login.sovcloud-identity.fr",
        "https://graph.svc.sovcloud.fr",
        "Bleu (France)",
        ("Bleu", "BleuCloud"),
    ),
    "delos-de": Cloud(
        "https://login.sovcloud-identity.de",
        "https://graph.svc.sovcloud.de",
        "Delos (Germany)",
        ("Delos", "DelosCloud"),
    ),
    "govsg": Cloud(
        "https://login.sovcloud-identity.sg",
        "https://graph.svc.sovcloud.sg",
        "Singapore Government",
        ("GovSGCloud",),
    ),
}
"""By the name in the settings."""


def key_of(name: str) -> str | None:
    """The cloud's name in the settings, however it was spelled; none where no cloud is meant."""
    return _KEYS.get(_plain(name))


def names() -> str:
    """Every cloud with both of its names, for whoever named none."""
    return ", ".join(f"“{key}” ({cloud.name})" for key, cloud in CLOUDS.items())


def _plain(name: str) -> str:
    """Letters and digits alone: case, spaces, hyphens, brackets and width do not count."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character.isalnum())


_KEYS = {
    _plain(name): key for key, cloud in CLOUDS.items() for name in (key, cloud.name, *cloud.aliases)
}
