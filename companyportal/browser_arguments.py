"""Which options an organisation may not add to the command line of the kiosk's browser.

Who writes the machine's policy may do everything on the machine anyway. This keeps them from
opening by one line what the kiosk closes, such as one that was copied from elsewhere.

Source: https://peter.sh/experiments/chromium-command-line-switches/ and, for what Edge adds,
https://learn.microsoft.com/deployedge/microsoft-edge-configure-kiosk-mode
"""

from __future__ import annotations

import re

LENGTH_LIMIT = 500
_OPTION = re.compile(r"--([a-z0-9]+(?:-[a-z0-9]+)*)(?:=([\x20-\x7e]*))?")
_REASONS: dict[str, str] = {
    "is set by the program itself": """
        app app-id incognito inprivate guest kiosk user-data-dir profile-directory lang accept-lang
        window-position window-size new-window no-startup-window host-rules host-resolver-rules
        force-device-scale-factor force-high-contrast force-dark-mode ozone-platform
        disable-features test-type *webrtc-ip-handling-policy
        password-store no-proxy-server block-new-web-contents""",
    "lets another program drive the browser": """
        remote-* devtools-* webdriver* headless enable-automation dump-dom repl js-flags
        auto-open-devtools-for-tabs silent-debugger-extension-api wait-for-debugger*""",
    "takes the browser’s own protection away": """
        no-sandbox no-zygote* single-process in-process-gpu disable-web-security
        disable-site-isolation* disable-setuid-sandbox disable-seccomp-filter-sandbox
        disable-namespace-sandbox disable-gpu-sandbox allow-no-sandbox* allow-file-access*
        allow-sandbox-debugging""",
    "makes the browser trust whom it must not": """
        ignore-certificate-errors* allow-insecure-localhost allow-running-insecure-content
        unsafely-treat-insecure-origin-as-secure use-fake-* auto-select-* auto-accept-*""",
    "opens addresses that are not allowed": """
        proxy-bypass-list explicitly-allowed-ports restore-last-session homepage app-url
        edge-kiosk-* custom-launcher-page""",
    "loads or runs a program": """
        type extensions-* load-* install-* pack-extension* disable-extensions-except allowlisted-*
        whitelisted-* native-messaging-* isolated-* *-cmd-prefix *-launcher browser-subprocess-path
        register-pepper-plugins ppapi-* enable-remote-extensions uninstall*""",
    "leaves traces of a visitor behind": """
        log-* enable-logging v vmodule ssl-key-log-file net-log-* trace-* enable-tracing
        profiling-* disk-cache-dir media-cache-dir crash-dumps-dir enable-crash-reporter
        full-memory-crash-report print-to-pdf screenshot homedir enable-sync allow-sync""",
    "hides the bar above the browser": """
        start-fullscreen start-maximized start-minimized""",
}
"""``*`` stands for any letters."""
_REFUSED = tuple(
    (re.compile(name.replace("*", "[a-z0-9-]*")), reason)
    for reason, names in _REASONS.items()
    for name in names.split()
)
_PROXY = {
    "proxy-server": re.compile(r"(?:https?://)?([A-Za-z0-9.-]+)(?::[0-9]{1,5})?"),
    "proxy-pac-url": re.compile(r"https://([A-Za-z0-9.-]+)(?::[0-9]{1,5})?(?:/[!-~]*)?"),
}


def fault_of_argument(text: str) -> str:
    """What speaks against it, as the end of a sentence about it; empty where nothing does."""
    found = _OPTION.fullmatch(text)
    if found is None or len(text) > LENGTH_LIMIT:
        # A bare word would be one more address, and Windows takes "/" and "-" for "--" as well.
        return "is not of the form --name or --name=value, in small letters"
    name, value = found[1], found[2] or ""
    if reason := next((why for refused, why in _REFUSED if refused.fullmatch(name)), ""):
        return reason
    if (proxy := _PROXY.get(name)) and not proxy.fullmatch(value):
        return "needs one proxy, or the https address of its script"
    return ""


def proxy_host(text: str) -> str:
    """The host that a good option names as the proxy or as the place of its script; empty for any
    other option.
    """
    name, _, value = text.removeprefix("--").partition("=")
    found = _PROXY[name].fullmatch(value) if name in _PROXY else None
    return found[1].lower() if found else ""
