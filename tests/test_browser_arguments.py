"""Which options an organisation may add to the kiosk's browser."""

from __future__ import annotations

import pytest

from companyportal.browser_arguments import fault_of_argument, proxy_host
from tests.proofs import threat

FORM, OURS = "not of the form", "set by the program itself"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("--disable-gpu", ""),
        ("--enable-features=TouchpadOverscrollHistoryNavigation", ""),
        ("--touch-events=enabled", ""),
        ("--proxy-server=proxy.example.org:8080", "proxy.example.org"),
        ("--proxy-server=https://Proxy.example.org", "proxy.example.org"),
        ("--proxy-pac-url=https://wpad.example.org/proxy.pac", "wpad.example.org"),
    ],
)
def test_what_changes_only_how_it_looks_or_whom_it_asks_is_good(text: str, host: str) -> None:
    assert fault_of_argument(text) == ""
    assert proxy_host(text) == host


@threat("T33")
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", FORM),
        ("https://evil.example/", FORM),
        ("-remote-debugging-port=1", FORM),
        ("/remote-debugging-port=1", FORM),
        ("--Remote-Debugging-Port=1", FORM),
        ("--no-sandbox ", FORM),
        ("--lang=en\n--no-sandbox", FORM),
        ("--", FORM),
        ("--disable-gpu=" + "x" * 500, FORM),
        ("--user-data-dir=/home/kiosk", OURS),
        ("--host-resolver-rules=MAP * 1.2.3.4", OURS),
        ("--host-rules=MAP * 1.2.3.4", OURS),
        ("--incognito=no", OURS),
        ("--app=https://evil.example/", OURS),
        ("--remote-debugging-port=9222", "drive the browser"),
        ("--remote-debugging-pipe", "drive the browser"),
        ("--remote-allow-origins=*", "drive the browser"),
        ("--no-sandbox", "own protection"),
        ("--disable-web-security", "own protection"),
        ("--disable-site-isolation-trials", "own protection"),
        ("--ignore-certificate-errors-spki-list=x", "trust whom it must not"),
        ("--proxy-bypass-list=*", "not allowed"),
        ("--restore-last-session", "not allowed"),
        ("--proxy-server=a:1;b:2", "one proxy"),
        ("--proxy-pac-url=data:text/plain,x", "one proxy"),
        ("--proxy-server", "one proxy"),
        ("--load-extension=/tmp/x", "runs a program"),
        ("--renderer-cmd-prefix=sh", "runs a program"),
        ("--utility-cmd-prefix=sh", "runs a program"),
        ("--gpu-launcher=sh", "runs a program"),
        ("--ssl-key-log-file=/tmp/keys", "traces"),
        ("--log-net-log=/tmp/log", "traces"),
        ("--start-fullscreen", "hides the bar"),
    ],
)
def test_what_opens_the_kiosk_is_refused_with_its_reason(text: str, why: str) -> None:
    assert why in fault_of_argument(text)
