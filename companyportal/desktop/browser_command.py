"""The words with which the kiosk starts its browser, one of Chromium's family.

Tried with Chromium 156 under openbox:
- Of all that was tried to allow some hosts only, rules for its resolver are the one that also holds
  for addresses of numbers, other ports of this computer, frames, pictures, scripts and web sockets.
  A proxy script is not asked about this computer. A proxy resolves names by itself, so none is used
  but one that the policy names; then its own rules and the browser's machine policy limit.
- ``--disable-crashpad-for-testing`` would keep the crash handlers away, but without the sandbox the
  network service then dies at its start.
- At its start the browser asks systemd, on the session's bus, to put it into a control group of its
  own, where the end of the station's would no longer reach it. Inside a Flatpak it does not, and of
  that it knows by one variable.
- The browser's socket lies in TMPDIR, and one with a path of more than 107 bytes ends it at once:
  so that is ``/proc/self/cwd``, and the folder is where it starts.

Source: https://www.chromium.org/developers/how-tos/run-chromium-with-flags/;
net/base/host_mapping_rules.h, chrome/common/chrome_switches.cc and
components/dbus/xdg/systemd.cc of Chromium
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRect, QUrl, QUrlQuery

from companyportal.browser_arguments import fault_of_argument, proxy_host
from companyportal.endpoints import LOOPBACK_HOSTS
from companyportal.kiosk_rules import KioskRules
from companyportal.visit import Comfort

CONTENT_HOSTS = ("*.msauth.net", "*.msftauth.net", "*.msauthimages.net", "*.msftauthimages.net")
"""Where Microsoft's sign-in page has its scripts and pictures.

Source: https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges
"""
_ALWAYS = (
    *("--incognito", "--inprivate", "--no-first-run", "--no-default-browser-check"),
    "--disable-sync",
    *("--disable-extensions", "--disable-component-update", "--disable-background-networking"),
    *("--disable-background-mode", "--disable-default-apps", "--disable-domain-reliability"),
    *("--disable-breakpad", "--disable-crash-reporter", "--disable-notifications", "--no-pings"),
    *("--deny-permission-prompts", "--block-new-web-contents", "--disable-session-crashed-bubble"),
    *("--overscroll-history-navigation=0", "--password-store=basic", "--use-mock-keychain"),
    # Else a page's script sends what it likes to any address of numbers, past the resolver.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication",
)
_KEPT = (
    *("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "TZ"),
    *("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XMODIFIERS", "LANG", "LC_ALL"),
    *("SYSTEMROOT", "WINDIR", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMDATA", "COMSPEC"),
)
"""The screen, its keyboard and its reader, and what Windows starts nothing without."""
_STEPS = (1.25, 1.5, 1.875)
_USUAL = 1080
"""The shorter side of the screens that pages are made for, in the pixels of Qt."""
_PATH = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the browser stands on the screen, and for whom."""

    rectangle: QRect = field(default_factory=lambda: QRect(0, 110, 1280, 690))
    """In the pixels of Qt, which are ``ratio`` of the screen's."""
    ratio: float = 1.0
    comfort: Comfort = field(default_factory=Comfort)

    @property
    def magnification(self) -> float:
        """What a page is enlarged by beside that: people stand before it, some want larger words,
        and a large screen may not have been told how large it is.
        """
        least = min(self.rectangle.width(), self.rectangle.height())
        return _STEPS[self.comfort.text_step] * max(1.0, least / _USUAL)


@dataclass(frozen=True, slots=True)
class Pages:
    """What the browser may show."""

    entry: QUrl
    """Where it begins: an address of this computer, which is no secret."""
    sign_in: QUrl
    """Where that leads. Must be allowed already; never stands on the command line."""
    hosts: tuple[str, ...]
    """Of all pages that a sign-in needs; ``*.`` may stand before one."""


def arguments(rules: KioskRules, pages: Pages, profile: Path, place: Place) -> list[str]:
    """Everything behind the program's name."""
    added = [text for text in rules.browser_arguments if _is_allowed(text, rules)]
    proxies = tuple(filter(None, map(proxy_host, added)))
    enlarged, there = place.magnification, place.rectangle
    x, y, width, height = (
        round(each / enlarged) for each in (there.x(), there.y(), there.width(), there.height())
    )
    words = [
        f"--user-data-dir={profile}",
        *_ALWAYS,
        *([] if proxies else ["--no-proxy-server"]),
        f"--host-resolver-rules={resolver_rules(pages, proxies)}",
        f"--lang={place.comfort.language}",
        f"--accept-lang={place.comfort.language}",
        f"--force-device-scale-factor={place.ratio * enlarged:g}",
        f"--window-position={x},{y}",
        f"--window-size={width},{height}",
    ]
    if "DISPLAY" in os.environ:
        words.append("--ozone-platform=x11")  # Wayland lets nobody say where a window stands
    if place.comfort.has_contrast:
        words += ["--force-high-contrast", "--force-dark-mode"]  # white on black, as in our window
    if rules.is_tryout:
        words.append("--test-type")  # says nothing of its command line; else the policy does that
    return [*words, *added, f"--app={pages.entry.toString(_ENCODED)}"]


def resolver_rules(pages: Pages, proxies: tuple[str, ...] = ()) -> str:
    """Nothing is found but the hosts; of this computer only the pages themselves and the port at
    which the program waits for the answer.
    """
    answer = QUrl(QUrlQuery(pages.sign_in).queryItemValue("redirect_uri", _DECODED))
    addresses = (pages.entry, pages.sign_in, answer)
    rules = []
    for here in dict.fromkeys(f"{each.host()}:{each.port()}" for each in addresses):
        host, _, port = here.rpartition(":")
        if host in LOOPBACK_HOSTS and int(port) > 0:
            rules.append(f"MAP {here} 127.0.0.1:{port}")
    rules.append("MAP * ~NOTFOUND")
    hosts = (*pages.hosts, *proxies)
    rules += [f"EXCLUDE {host}" for host in hosts if host not in LOOPBACK_HOSTS]
    return ",".join(rules)


def environment(folder: Path, language: str) -> dict[str, str]:
    """All that the browser gets of it: so BROWSER, PATH, proxies and LD_PRELOAD do nothing."""
    own = str(folder)
    temporary = "/proc/self/cwd" if sys.platform == "linux" else own
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if "DISPLAY" in kept:
        kept["XDG_RUNTIME_DIR"] = own  # only Wayland's socket is in the person's
    return {
        **kept,
        **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), own),
        **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), own),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temporary),
        "PATH": _PATH,
        "FLATPAK_SANDBOX_DIR": own,
        "LANGUAGE": language,
        "BREAKPAD_DUMP_LOCATION": str(folder / "crashes"),
    }


_DECODED = QUrl.ComponentFormattingOption.FullyDecoded
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def _is_allowed(text: str, rules: KioskRules) -> bool:
    """Asked once more here; without a sandbox only in a try-out, which may be root's."""
    return not fault_of_argument(text) or (text == "--no-sandbox" and rules.is_tryout)
