"""What the kiosk's browser is told when it starts; ``tests/kiosk`` shows that it heeds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, QUrl

from companyportal.clouds import CLOUDS
from companyportal.desktop.browser_command import (
    Pages,
    Place,
    arguments,
    environment,
    resolver_rules,
)
from companyportal.desktop.kiosk_browser import KioskBrowser, allowed_hosts
from companyportal.endpoints import Endpoints
from companyportal.kiosk_rules import KioskRules
from companyportal.visit import Comfort
from tests.desktop.test_browser import ODD
from tests.proofs import threat

ENTRY = "http://localhost:5002/secret"
LOGIN = (
    "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?state=a%20b"
    "&login_hint=marie%40woodgrove.example&redirect_uri=http%3A%2F%2Flocalhost%3A5001"
)
ENDPOINTS = Endpoints.for_graph(cloud=CLOUDS["global"], tenant_id="t", client_id="c")


def words(rules: KioskRules, place: Place | None = None) -> list[str]:
    pages = Pages(QUrl(ENTRY), QUrl(LOGIN), ("login.example",))
    return arguments(rules, pages, Path("/v/p"), place or Place())


@threat("T15")
@threat("T33")
@pytest.mark.expected_logs("an address was refused")
@pytest.mark.parametrize(
    "url",
    [
        *ODD,
        "http://localhost:50123/",
        "https://localhost:50123/",
        "https://support.example.org/",
        "https://login.microsoftonline.com.evil.example/",
        "https://evil-sts.example.org/",
        "https://example.net/",
        "https://notmsauth.net/",
        "chrome://settings",
        "view-source:https://login.microsoftonline.com/",
        "--remote-debugging-port=1",
    ],
)
def test_no_other_address_gets_as_far_as_a_browser(url: str, tmp_path: Path, qapp: QObject) -> None:
    rules = KioskRules(browser="/bin/false", hosts=("sts.example.org", "*.example.net"))
    browser = KioskBrowser(rules, tmp_path, ENDPOINTS)
    assert not browser.open(url)
    assert not browser.is_open
    assert list(tmp_path.iterdir()) == []


def test_the_hosts_of_the_sign_in_and_of_the_organisation_are_allowed() -> None:
    hosts = allowed_hosts(KioskRules(hosts=("STS.example.org",)), ENDPOINTS)
    assert hosts[0] == "login.microsoftonline.com"
    assert {"*.msauth.net", "sts.example.org"} < set(hosts)


@pytest.mark.expected_logs("there is no browser")
@pytest.mark.parametrize("program", ["", "chromium", "/nowhere/chromium"])
def test_no_other_browser_is_looked_for(
    program: str, tmp_path: Path, qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "sh -c 'touch opened'")
    assert not KioskBrowser(KioskRules(browser=program), tmp_path, ENDPOINTS).open(LOGIN)


async def test_a_browser_that_does_not_start_counts_as_closed(
    tmp_path: Path, qapp: QObject
) -> None:
    from tests.program import until

    program = tmp_path / "browser"
    program.write_bytes(b"\x7fELF no program")
    program.chmod(0o700)
    folder = tmp_path / "visit"
    folder.mkdir()
    browser = KioskBrowser(KioskRules(browser=str(program)), folder, ENDPOINTS)
    told: list[bool] = []
    browser.closed.connect(lambda: told.append(browser.is_open))
    browser.open(LOGIN)
    await until(lambda: told)
    assert told == [False]
    await until(lambda: not list(folder.iterdir()))


def test_of_this_computer_only_the_page_and_the_waiting_program_are_found() -> None:
    entry = "MAP localhost:5002 127.0.0.1:5002,"
    page = QUrl("http://localhost:80/?redirect_uri=http%3A%2F%2Flocalhost%3A5001")
    assert resolver_rules(Pages(QUrl(ENTRY), page, ("localhost",))) == (
        f"{entry}MAP localhost:80 127.0.0.1:80,MAP localhost:5001 127.0.0.1:5001,MAP * ~NOTFOUND"
    )
    away = QUrl("https://login.example/?redirect_uri=http%3A%2F%2Fevil.example%3A5001")
    assert resolver_rules(Pages(QUrl(ENTRY), away, ("login.example", "*.cdn.example"))) == (
        f"{entry}MAP * ~NOTFOUND,EXCLUDE login.example,EXCLUDE *.cdn.example"
    )


def test_a_proxy_is_used_only_where_the_policy_names_it() -> None:
    assert "--no-proxy-server" in words(KioskRules())
    named = words(KioskRules(browser_arguments=("--proxy-server=proxy.example:1",)))
    assert "--no-proxy-server" not in named
    assert any(word.endswith("EXCLUDE proxy.example") for word in named)


@threat("T32")
def test_the_command_line_names_the_entry_and_nobody_who_signs_in() -> None:
    told = words(KioskRules())
    assert told[-1] == f"--app={ENTRY}"
    assert not any("marie" in word or "login.microsoftonline" in word for word in told)


@threat("T32")
def test_its_window_is_a_private_one_whatever_browser_it_is_and_its_profile_is_the_visit_s() -> (
    None
):
    told = words(KioskRules(browser_arguments=("--disable-gpu",)))
    assert {"--incognito", "--inprivate", "--user-data-dir=/v/p"} < set(told)


@threat("T33")
def test_a_bad_option_of_the_organisation_is_left_out_here_as_well() -> None:
    bad = ("--no-sandbox", "--remote-debugging-port=1", "--disable-gpu")
    told = words(KioskRules(browser_arguments=bad))
    assert "--disable-gpu" in told
    assert not set(bad[:2]) & set(told)
    assert "--no-sandbox" in words(KioskRules(browser_arguments=bad, is_tryout=True))


def test_it_stands_where_it_is_told_and_is_as_large_as_the_visitor_needs() -> None:
    comfort = Comfort(language="fr", has_contrast=True)
    told = words(KioskRules(), Place(QRect(0, 110, 1280, 690), 2.0, comfort))
    assert {"--window-position=0,88", "--window-size=1024,552"} < set(told)
    assert {"--force-device-scale-factor=2.5", "--force-high-contrast"} < set(told)
    assert "--force-dark-mode" in told
    assert {"--lang=fr", "--accept-lang=fr"} < set(told)


@pytest.mark.parametrize(
    ("size", "step", "scale"),
    [
        ((1280, 690), 0, 1.25),
        ((1280, 690), 2, 1.875),
        ((2160, 3730), 0, 2.5),
        ((800, 1170), 1, 1.5),
    ],
)
def test_large_words_and_large_screens_make_it_larger(
    size: tuple[int, int], step: int, scale: float
) -> None:
    told = words(KioskRules(), Place(QRect(0, 110, *size), 1.0, Comfort(text_step=step)))
    assert f"--force-device-scale-factor={scale:g}" in told
    assert f"--window-size={round(size[0] / scale)},{round(size[1] / scale)}" in told


@threat("T15")
@threat("T36")
def test_it_gets_nothing_of_the_environment_but_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":5")
    for name in (
        "BROWSER",
        "LD_PRELOAD",
        "http_proxy",
        "SSLKEYLOGFILE",
        "GTK_MODULES",
        "PATH",
        "HOME",
    ):
        monkeypatch.setenv(name, "/evil")
    told = environment(Path("/v/b"), "fr")
    assert "/evil" not in told.values()
    assert (told["DISPLAY"], told["HOME"], told["LANGUAGE"]) == (":5", "/v/b", "fr")
