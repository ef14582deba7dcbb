"""What the browser's own machine policy must say at a kiosk, and whether it does.

The command line cannot close everything: help, print and file dialogs, developer tools and pages
of the browser itself are open to whoever knows the keys. Only the browser's machine policy closes
them, and only an administrator can install it; ``companyportal --kiosk-browser-policy`` prints it.

Since Chromium 147 ``*`` no longer means the browser's own pages, so each scheme is named.

Source: https://chromeenterprise.google/policies/ and, for the form of addresses,
https://support.google.com/chrome/a/answer/9942583; for Edge, which knows the same names,
https://learn.microsoft.com/deployedge/microsoft-edge-policies
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Policy = dict[str, Any]

_NO_PAGES = (
    *("*", "chrome://*", "chrome-untrusted://*", "edge://*", "devtools://*", "view-source:*"),
    *("file://*", "filesystem:*", "data:*", "javascript://*", "chrome-extension://*"),
)
_ANSWER = "http://localhost"
"""Where the program waits for what comes of a sign-in; its port is another each time."""
_FIXED: Policy = {
    "AllowFileSelectionDialogs": False,
    "AutofillAddressEnabled": False,
    "AutofillCreditCardEnabled": False,
    "BackgroundModeEnabled": False,
    "BrowserSignin": 0,
    "DefaultNotificationsSetting": 2,
    "DefaultPopupsSetting": 2,
    "DeveloperToolsAvailability": 2,
    "DownloadRestrictions": 3,
    "FullscreenAllowed": False,
    "IncognitoModeAvailability": 2,
    "PasswordManagerEnabled": False,
    "PrintingEnabled": False,
    "SyncDisabled": True,
    "TaskManagerEndProcessEnabled": False,
}
"""What a kiosk is out of service without. Every window is a private one, also one that a visitor
opens by the keyboard.
"""
_COMFORT: Policy = {
    "AudioCaptureAllowed": False,
    "BookmarkBarEnabled": False,
    "BrowserAddPersonEnabled": False,
    "BrowserGuestModeEnabled": False,
    "CommandLineFlagSecurityWarningsEnabled": False,
    "DefaultBrowserSettingEnabled": False,
    "DefaultGeolocationSetting": 2,
    "DefaultSearchProviderEnabled": False,
    "EditBookmarksEnabled": False,
    "EnableMediaRouter": False,
    "HomepageLocation": "about:blank",
    "InPrivateModeAvailability": 2,
    "MetricsReportingEnabled": False,
    "NewTabPageLocation": "about:blank",
    "SavingBrowserHistoryDisabled": True,
    "ScreenCaptureAllowed": False,
    "SearchSuggestEnabled": False,
    "TranslateEnabled": False,
    "UserFeedbackAllowed": False,
    "VideoCaptureAllowed": False,
}
"""What closes no way out, but has no place at a kiosk."""
_FOLDERS = {
    "edge": Path("/etc/opt/edge/policies/managed"),
    "chrome": Path("/etc/opt/chrome/policies/managed"),
    "chromium": Path("/etc/chromium/policies/managed"),
}
"""By a part of the program's name; others may look elsewhere. Source: https://support.google.com/chrome/a/answer/9027408"""


def recommended(hosts: Iterable[str]) -> Policy:
    """All that the policy should say; ``hosts`` are those a visitor's sign-in leads to, of which
    one may begin with ``*.``
    """
    return {
        "URLBlocklist": list(_NO_PAGES),
        "URLAllowlist": [*map(_pattern, hosts), _ANSWER],
        "ExtensionInstallBlocklist": ["*"],
        "NativeMessagingBlocklist": ["*"],
        **_FIXED,
        **_COMFORT,
    }


def missing(browser: str, hosts: Iterable[str], *, folder: Path | None = None) -> tuple[str, ...]:
    """The names of what the installed policy lacks or says otherwise; none where all is well.

    Read from the folder of that browser. Windows and macOS keep it elsewhere and are not asked.
    """
    if sys.platform != "linux":
        return ()
    folder = folder or policy_folder(browser)
    parts = _parts(folder) if folder is not None else {}
    installed = _whole(parts)
    wanted = recommended(hosts)
    lacking = [name for name, value in _FIXED.items() if not _is(installed.get(name), value)]
    for name in ("URLBlocklist", "ExtensionInstallBlocklist", "NativeMessagingBlocklist"):
        if not set(wanted[name]) <= set(_texts(installed.get(name))):
            lacking.append(name)
    lacking += [f"a readable {name}" for name, part in parts.items() if part is None]
    allowed = _texts(installed.get("URLAllowlist"))
    if not set(wanted["URLAllowlist"]) <= set(allowed) or any(map(_is_wide, allowed)):
        lacking.append("URLAllowlist")
    return tuple(sorted(lacking))


def policy_folder(browser: str) -> Path | None:
    """Where the browser of that path looks for its machine policy, on Linux; None: nobody knows."""
    name = Path(browser).name
    return next((folder for part, folder in _FOLDERS.items() if part in name), None)


def _pattern(host: str) -> str:
    """The filter's own form: a dot before a name means that one alone."""
    return f"https://{host[2:]}" if host.startswith("*.") else f"https://.{host}"


def _is_wide(pattern: str) -> bool:
    """Whether it allows more than a host: anything, or another scheme."""
    return "*" in pattern or pattern.partition("://")[0] not in ("https", "http", pattern)


def _is(found: object, wanted: object) -> bool:
    """Not just equal: to Python False is 0, to the browser it is no number."""
    return type(found) is type(wanted) and found == wanted


def _texts(found: object) -> list[str]:
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _whole(parts: dict[str, Policy | None]) -> Policy:
    """All files together, as the browser takes them: of two that say the same the last by name
    holds.
    """
    said: Policy = {}
    for part in parts.values():
        said |= part or {}
    return said


def _parts(folder: Path) -> dict[str, Policy | None]:
    """What each file says; None where only one of us may understand it: the browser forgives
    comments and a last comma, and this program other encodings.
    """
    try:
        files = sorted(file for file in folder.iterdir() if not file.is_dir())
    except OSError:
        return {}
    return {file.name: _part(file) for file in files}


def _part(file: Path) -> Policy | None:
    try:
        part = json.loads(file.read_text(encoding="utf-8"), parse_constant=_refuse)
    except (OSError, ValueError, RecursionError):
        return None
    return part if isinstance(part, dict) else None


def _refuse(word: str) -> None:
    """NaN and the like are no JSON. Raises: ValueError."""
    raise ValueError(word)
